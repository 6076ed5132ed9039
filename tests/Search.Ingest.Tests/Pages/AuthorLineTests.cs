using Search.Ingest.Pages;

namespace Search.Ingest.Tests.Pages;

public sealed class AuthorLineTests
{
    [Theory]
    [InlineData("Vũ Tân", "Vũ Tân")]
    [InlineData("Tôn Nữ Thị Ninh An", "Tôn Nữ Thị Ninh An")]
    [InlineData("VŨ NHẬT TÂN", "VŨ NHẬT TÂN")]
    [InlineData("Vũ Tân - Lê Ba", "Vũ Tân|Lê Ba")]
    [InlineData("Vũ Tân – Lê Ba", "Vũ Tân|Lê Ba")]
    [InlineData("Vũ Tân, Lê Ba", "Vũ Tân|Lê Ba")]
    [InlineData("Vũ Tân và Lê Ba", "Vũ Tân|Lê Ba")]
    [InlineData("Vũ Tân / PV", "Vũ Tân|PV")]
    [InlineData("Bài và ảnh: Vũ Tân", "Vũ Tân")]
    [InlineData("Thực hiện: Vũ Tân - H.Lê", "Vũ Tân|H.Lê")]
    [InlineData("Vũ Tân (TTXVN)", "Vũ Tân")]
    [InlineData("(Theo TTXVN)", "TTXVN")]
    [InlineData("Theo Báo Thử", "Báo Thử")]
    [InlineData("Theo Người lao động", "Người lao động")]
    [InlineData("Nguồn: TTXVN", "TTXVN")]
    [InlineData("TTXVN", "TTXVN")]
    [InlineData("H.P", "H.P")]
    [InlineData("NG.NGUYÊN", "NG.NGUYÊN")]
    [InlineData("bởi Vũ Tân", "Vũ Tân")]
    [InlineData("Đăng bởi Vũ Tân", "Vũ Tân")]
    [InlineData("Vũ Tân thực hiện", "Vũ Tân")]
    [InlineData("Luật sư VŨ NHẬT TÂN", "Luật sư VŨ NHẬT TÂN")]
    [InlineData("ThS. Vũ Tân", "ThS. Vũ Tân")]
    [InlineData("Vũ Tân/Báo Thử online", "Vũ Tân")]
    [InlineData("Nguồn: baothu.com.vn", "baothu.com.vn")]
    [InlineData("Bài viết: Vũ Tân", "Vũ Tân")]
    public void A_line_of_names_names_authors(string line, string names) =>
        Assert.Equal(names.Split('|'), AuthorLine.Names(new PageLine(line, BeginsBlock: true)));

    [Theory]
    [InlineData("Đồ họa: Vũ Tân", true)]
    [InlineData("Video: Vũ Tân - Lê Ba", true)]
    [InlineData("Ảnh: H.P", true)]
    [InlineData("Video: chợ hoa xuân", false)]
    [InlineData("Vũ Tân", false)]
    public void Who_did_something_else_is_known_too(string line, bool isCredit) => Assert.Equal(isCredit, AuthorLine.IsOtherCredit(new PageLine(line, BeginsBlock: true)));

    [Theory]
    [InlineData("Vũ")]
    [InlineData("Vũ Tân.")]
    [InlineData("Chuyện người lái phà")]
    [InlineData("Một Hai Ba Bốn Năm Sáu")]
    [InlineData("Vũ Tân, Lê Ba, An Tư, Ba Năm, Sáu Bảy")]
    [InlineData("Giải nhất: Vũ Tân")]
    [InlineData("Quý 3")]
    [InlineData("theo Báo Thử")]
    [InlineData("Theo đó, giá xăng giảm")]
    [InlineData("Theo Luật Hòa giải ở cơ sở số 35")]
    [InlineData("-")]
    public void Any_other_line_names_none(string line) => Assert.Empty(AuthorLine.Names(new PageLine(line, BeginsBlock: true)));

    [Theory]
    [InlineData("Giải sẽ khai mạc vào ngày mai. (T.Hà)", "T.Hà", "Giải sẽ khai mạc vào ngày mai.")]
    [InlineData("“Tôi sẽ trở lại.” (Vũ Tân)", "Vũ Tân", "“Tôi sẽ trở lại.”")]
    [InlineData("Người trúng giải: Lê Ba (Đà Nẵng)", "", "Người trúng giải: Lê Ba (Đà Nẵng)")]
    [InlineData("Câu chuyện chưa hết. (Còn tiếp)", "", "Câu chuyện chưa hết. (Còn tiếp)")]
    public void An_author_in_brackets_may_follow_the_last_sentence(string paragraph, string author, string rest)
    {
        Assert.Equal(author.Length > 0, AuthorLine.TryTakeEnd(new PageLine(paragraph, BeginsBlock: true), out string found, out string text));
        Assert.Equal((author, rest), (found, text));
    }
}
