using static Search.Ingest.Tests.Pages.Templates.Part;

namespace Search.Ingest.Tests.Pages.Templates;

/// <summary>Articles written for the tests; persons, places and events are invented.</summary>
internal static class SampleArticles
{
    public static IReadOnlyList<SampleArticle> All { get; } =
    [
        new(
            "ben-pha-cu-thanh-vuon-hoa",
            "Bến phà cũ thành vườn hoa của phố",
            "Sau sáu tháng dọn dẹp, bến phà bỏ không ở phường Hạ mở cửa đón người dân từ sáng 5/10 với vườn cây bản địa rộng hai héc ta.",
            "Đời sống",
            new DateTime(2023, 10, 5, 14, 5, 0),
            "Vũ Nhật Tân",
            ["bến phà", "vườn hoa", "không gian công cộng"],
            [
                new Paragraph("Từ tờ mờ sáng, hàng trăm người đã đứng chờ trước cánh cổng sắt sơn xanh, nơi mười năm trước họ vẫn xếp hàng mua vé sang sông. Tấm biển ghi giờ chạy phà được giữ nguyên trên cột, chỉ có dòng chữ cuối cùng đã đổi thành lời mời vào vườn."),
                new Paragraph("Theo phương án được UBND thành phố phê duyệt hồi tháng 3, khu đất hơn 20.000 m2 được chia thành ba phần: vườn cây bản địa, sân chơi lát gạch cũ và bãi cỏ ven sông. Tổng kinh phí cải tạo là 14,6 tỷ đồng, trong đó gần một nửa do người dân và doanh nghiệp quanh vùng đóng góp."),
                new Photo("Trẻ em chơi bên chiếc mỏ neo được giữ lại làm kỷ niệm", "Nhật Tân"),
                new Paragraph("Ông Lê Văn Bền, 67 tuổi, người lái phà suốt 31 năm, nay nhận việc tưới cây mỗi sáng. “Nước vẫn là nước ấy, chỉ có tôi là không còn phải nhìn đồng hồ”, ông cười, tay chỉ về phía luống cúc vạn thọ vừa bén rễ."),
                new Subheading("Giữ lại những gì còn dùng được"),
                new Paragraph("Nhóm kiến trúc sư trẻ phụ trách thiết kế cho biết họ đặt ra một nguyên tắc: không mang thứ gì ra khỏi bến nếu chưa nghĩ hết cách dùng. Ván sàn phà thành ghế dài, dây neo bện thành lan can, còn buồng bán vé nay là tủ sách mượn không cần thẻ."),
                new Paragraph("Riêng đường dốc xuống bến, vốn dành cho xe tải, được hạ độ nghiêng còn 5% để người đi xe lăn có thể tự xuống tới mép nước. Đây là hạng mục tốn nhiều thời gian nhất vì phải thi công theo con nước, mỗi ngày chỉ làm được bốn tiếng."),
                new Photo("Đường dốc dẫn xuống mép sông sau khi cải tạo", "Minh Hà"),
                new Paragraph("Chị Trần Thu Hòa, chủ quán nước đối diện cổng, nói lượng khách buổi chiều đã đông gấp đôi trong tuần chạy thử. Chị mong thành phố sớm có bãi gửi xe, bởi vỉa hè trước nhà chị chỉ đủ chỗ cho chừng hai chục chiếc."),
                new Paragraph("Phường Hạ dự kiến mở phiên chợ sách vào mỗi sáng chủ nhật và chiếu phim ngoài trời một lần mỗi tháng. Các hội thi thả diều, đua thuyền thúng cũng được lên lịch cho mùa nước tới, khi mực sông hạ thấp và bãi cỏ rộng thêm gần ba nghìn mét vuông."),
            ]),
        new(
            "thuong-luong-luong-toi-thieu",
            "Công đoàn đề xuất tăng lương tối thiểu vùng 7,3% từ giữa năm",
            "Tại phiên họp thứ hai của Hội đồng Tiền lương, đại diện người lao động đưa ra mức tăng 7,3%, trong khi phía doanh nghiệp đề nghị lùi thời điểm áp dụng sang năm sau.",
            "Công đoàn",
            new DateTime(2024, 1, 8, 10, 30, 0),
            "Đinh Tường Lam",
            ["lương tối thiểu", "công đoàn", "tiền lương"],
            [
                new Paragraph("Phiên họp diễn ra sáng 8/1, kéo dài hơn ba giờ và kết thúc khi các bên vẫn còn cách nhau gần hai điểm phần trăm. Đây là lần thứ tư trong mười năm qua cuộc thương lượng phải bước sang vòng thứ ba."),
                new Paragraph("Bà Hoàng Thị Kim Oanh, trưởng đoàn đàm phán của Công đoàn, cho rằng mức sống tối thiểu tính theo rổ hàng hóa mới đã tăng 6,1% kể từ lần điều chỉnh gần nhất. Nếu cộng thêm phần bù trượt giá dự báo cho sáu tháng cuối năm thì đề xuất 7,3% là hợp lý."),
                new Rows(["Vùng", "Mức hiện hành", "Mức đề xuất"], ["I", "4.680.000 đồng", "5.022.000 đồng"], ["II", "4.160.000 đồng", "4.464.000 đồng"], ["III", "3.640.000 đồng", "3.906.000 đồng"], ["IV", "3.250.000 đồng", "3.487.000 đồng"]),
                new Paragraph("Ở chiều ngược lại, đại diện giới sử dụng lao động dẫn khảo sát với 1.240 doanh nghiệp dệt may, da giày, cho thấy 43% đơn vị chưa có đơn hàng cho quý II. Họ đề nghị chỉ tăng 4,5% và áp dụng từ ngày 1/1 năm sau để kịp đưa vào giá thành."),
                new Subheading("Hai phương án còn lại trên bàn"),
                new Paragraph("Bộ phận kỹ thuật của Hội đồng trình hai phương án dung hòa. Phương án thứ nhất tăng 5,8% từ 1/7; phương án thứ hai tăng 6,5% nhưng chia làm hai đợt, mỗi đợt cách nhau sáu tháng. Cả hai đều giữ nguyên cách phân bốn vùng như hiện nay."),
                new Paragraph("Anh Phan Văn Lực, công nhân một nhà máy điện tử ở vùng II, kể rằng tiền thuê trọ của gia đình anh đã tăng từ 1,2 lên 1,6 triệu đồng sau Tết. “Lương tăng bao nhiêu cũng quý, nhưng tăng vào lúc nào thì với chúng tôi quan trọng không kém”, anh nói."),
                new Photo("Công nhân tan ca tại khu công nghiệp phía nam thành phố", "Tường Lam"),
                new Paragraph("Theo quy định của Bộ luật Lao động, Hội đồng bỏ phiếu kín và mức được quá nửa thành viên tán thành sẽ được trình Chính phủ. Phiên thứ ba dự kiến mở vào ngày 24/1, trước kỳ nghỉ Tết hai tuần."),
            ]),
        new(
            "lop-hoc-noi-tren-ho",
            "Lớp học nổi trên hồ Đá Bạc và những buổi chèo thuyền đi học",
            "Mười hai năm nay, cô giáo Lò Thị Xuyến chèo thuyền đón từng học trò tới lớp học ghép giữa lòng hồ Đá Bạc.",
            "Giáo dục",
            new DateTime(2019, 4, 3, 12, 5, 0),
            "Mai Thục Nhi",
            ["lớp học ghép", "lòng hồ", "giáo viên vùng cao"],
            [
                new Paragraph("Năm giờ sáng, sương còn phủ kín mặt hồ, chiếc thuyền máy sơn đỏ đã rời bến bản Nà Khoang. Trên thuyền có một chồng áo phao trẻ em, hai thùng nước lọc và chiếc trống trường nhỏ bọc trong túi nhựa."),
                new Paragraph("Lớp của cô Xuyến nằm trên chiếc bè rộng chừng bốn mươi mét vuông, neo giữa ba bản. Mười bảy học sinh từ lớp 1 đến lớp 4 ngồi quay lưng vào nhau, mỗi nhóm nhìn về một tấm bảng. Khi nhóm này tập viết, nhóm kia làm toán."),
                new Photo("Giờ ra chơi trên bè", "Thục Nhi"),
                new Paragraph("Trước khi hồ tích nước, nơi đây có con đường mòn dài sáu cây số nối các bản với trường chính. Nước dâng lên, đường mất, nhiều gia đình định cho con nghỉ học. Cô giáo khi ấy mới ra trường hai năm đã đề nghị xã cho mượn chiếc bè nuôi cá bỏ không."),
                new Paragraph("“Ban đầu sợ nhất là sóng. Có hôm bè lắc mạnh, cả lớp viết chữ nào cũng nghiêng”, cô nhớ lại. Sau này bộ đội biên phòng giúp đóng thêm phao, lợp lại mái tôn và kéo một đường điện từ tấm pin mặt trời."),
                new Subheading("Con chữ không trôi theo nước"),
                new Paragraph("Đến nay đã có 96 em học xong ở lớp bè rồi vào bờ học tiếp bậc trung học cơ sở. Ba người trong số đó đang học sư phạm, một người vừa nộp đơn xin về chính lòng hồ này dạy thay cô Xuyến khi cô nghỉ hưu."),
                new Paragraph("Phòng giáo dục huyện cho hay sẽ xây một điểm trường kiên cố trên đảo lớn nhất hồ, dự kiến khởi công vào mùa khô năm tới. Trong lúc chờ đợi, mỗi năm huyện cấp thêm 40 áo phao và tiền dầu máy cho thuyền đón học sinh."),
                new Paragraph("Chiều xuống, thuyền lại nổ máy. Lũ trẻ ngồi im theo đúng chỗ đã quen, cặp sách ôm trước ngực. Cô giáo đếm đủ mười bảy cái đầu rồi mới nhổ neo, như cô vẫn làm hơn bốn nghìn lần trong đời dạy học của mình."),
            ]),
        new(
            "doi-bong-huyen-dao-len-hang",
            "Đội bóng huyện đảo giành vé lên hạng sau loạt luân lưu nghẹt thở",
            "Thắng 5-4 trên chấm phạt đền trong trận play-off chiều 13/4, đội bóng huyện đảo Hòn Ngư lần đầu tiên được chơi ở giải hạng Nhất.",
            "Thể thao",
            new DateTime(2024, 4, 13, 19, 15, 0),
            "Lý Trọng Đạt",
            ["hạng Nhất", "play-off", "bóng đá"],
            [
                new Paragraph("Trận đấu trên sân trung lập bắt đầu dưới cơn mưa nặng hạt. Đội khách kiểm soát bóng nhiều hơn và dẫn trước từ phút 18, khi trung vệ Hòn Ngư phá bóng trúng lưng đồng đội. Suốt hiệp một, họ chỉ có duy nhất một cú sút trúng đích."),
                new Paragraph("Mọi chuyện thay đổi sau giờ nghỉ. Huấn luyện viên Đoàn Minh Khải tung vào sân hai cầu thủ chạy cánh mới 19 tuổi, và chính một trong hai người là Phạm Hải Yến Long đã san bằng tỷ số ở phút 71 bằng cú vô lê từ ngoài vòng cấm."),
                new Photo("Cầu thủ Hòn Ngư ăn mừng bàn gỡ hòa", "Trọng Đạt"),
                new Paragraph("Hai hiệp phụ trôi qua trong những pha bóng vội vã. Thủ môn hai đội thay nhau cứu thua, cột dọc hai lần rung lên, còn trọng tài phải dừng trận đấu bốn phút để lau khô chấm phạt đền."),
                new Subheading("Năm cú sút và một lần đổ người"),
                new Paragraph("Bước vào loạt luân lưu, cả năm cầu thủ Hòn Ngư đều thực hiện thành công. Ở lượt cuối cùng, thủ môn Ngô Bá Thước đổ người sang trái, dùng mũi chân chặn cú sút của đội trưởng đội bạn."),
                new Items("Hòn Ngư: Yến Long, Bá Quý, Thanh Sơn, Đức Độ, Minh Triết", "Sông Lam Hạ: Quốc Huy, Văn Thao, Công Danh, Hữu Nghĩa (hỏng Tiến Lợi)"),
                new Paragraph("“Cả đảo có chưa đầy bảy nghìn người, vậy mà hôm nay gần một nghìn người đi tàu vào đất liền xem chúng tôi đá”, đội trưởng Thanh Sơn nói, giọng khản đặc. Chuyến tàu đêm trở ra đảo phải tăng thêm hai lượt để chở hết cổ động viên."),
                new Paragraph("Để đủ điều kiện dự giải hạng Nhất mùa tới, câu lạc bộ cần nâng cấp dàn đèn sân vận động và lập thêm đội U17. Lãnh đạo huyện đảo cho biết đã chuẩn bị kinh phí từ năm ngoái, còn phần thiếu sẽ kêu gọi các chủ tàu cá cùng góp."),
            ]),
        new(
            "huong-dan-ho-tro-nha-o",
            "Hướng dẫn mới về hỗ trợ nhà ở cho hộ nghèo vùng bãi ngang",
            "Từ ngày 1/3/2012, hộ nghèo vùng bãi ngang được vay tới 25 triệu đồng để làm nhà tránh bão, thay vì 15 triệu đồng như trước.",
            "Chính sách",
            new DateTime(2012, 2, 14, 8, 0, 0),
            "Hà Kiều Trinh",
            ["nhà ở", "hộ nghèo", "bãi ngang"],
            [
                new Paragraph("Sở Xây dựng vừa ban hành Hướng dẫn số 118/HD-SXD ngày 10/2/2012 về trình tự xét duyệt, giải ngân và nghiệm thu nhà ở tránh bão cho hộ nghèo. Văn bản áp dụng tại 24 xã bãi ngang ven biển thuộc năm huyện."),
                new Paragraph("Theo hướng dẫn, căn nhà được hỗ trợ phải có diện tích sàn tối thiểu 24 m2, gồm ít nhất một gian kiên cố có sàn vượt lũ. Chiều cao sàn tính từ mốc ngập sâu nhất trong mười năm trở lại đây, do UBND xã xác định và niêm yết công khai."),
                new Paragraph("Hồ sơ đề nghị hỗ trợ gồm có:"),
                new Items("Đơn đề nghị theo mẫu số 01, có xác nhận của trưởng thôn", "Bản sao sổ hộ nghèo còn hiệu lực trong năm xét duyệt", "Ảnh chụp hiện trạng nhà ở từ hai phía", "Cam kết hoàn thành trong thời hạn sáu tháng kể từ ngày nhận tiền đợt đầu"),
                new Paragraph("Tiền hỗ trợ được chia làm hai đợt. Đợt một giải ngân 60% sau khi xong phần móng, đợt hai chi trả số còn lại khi ban giám sát cộng đồng ký biên bản nghiệm thu. Trường hợp hộ gia đình có người cao tuổi neo đơn, xã phải cử đoàn thanh niên giúp ngày công."),
                new Rows(["Huyện", "Số xã", "Số hộ đăng ký"], ["Hải Lăng Hạ", "6", "312"], ["Vĩnh Sa", "5", "287"], ["Gio Bình", "4", "198"]),
                new Paragraph("Ông Trương Công Hào, Phó Giám đốc Sở, cho biết năm nay toàn tỉnh phấn đấu hoàn thành 1.150 căn trước mùa mưa bão. Những xã chậm lập danh sách quá ngày 31/3 sẽ bị chuyển chỉ tiêu sang địa phương khác."),
                new Paragraph("Hướng dẫn này thay thế Hướng dẫn số 76/HD-SXD ngày 5/5/2009. Trong quá trình thực hiện, nếu có vướng mắc, các địa phương phản ánh bằng văn bản về Sở Xây dựng để được xem xét, giải quyết."),
            ]),
    ];
}
