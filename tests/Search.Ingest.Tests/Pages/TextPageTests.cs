using Search.Ingest.Pages;

namespace Search.Ingest.Tests.Pages;

public sealed class TextPageTests
{
    private const string Teasers = """
        Chợ nổi Cái Răng họp muộn hơn mùa nước

        Chợ nổi Cái Răng họp muộn hơn mùa nước

        (BTN) Ghe hàng chờ con nước lớn nên chợ tan lúc gần trưa.
        Ba học sinh làng chài giành giải sáng chế

        Ba học sinh làng chài giành giải sáng chế

        (BTN) Chiếc phao tự phát sáng được làm từ chai nhựa cũ.
        """;

    [Fact]
    public void A_page_with_everything_around_it_gives_the_article_alone()
    {
        TextPage page = TextPage.Parse($"""
            Bến phà cũ thành vườn hoa của phố

            (BTN) Sau sáu tháng dọn dẹp, bến phà bỏ không ở phường Hạ đã mở cửa đón người dân từ sáng 5/10.
            Phà cuối cùng rời bến lúc hoàng hôn Người giữ nhịp con nước Đi bộ qua sông bằng cầu mới

            Khu vườn rộng 2 ha trồng toàn cây bản địa, có lối đi cho xe lăn và một sân nhỏ để diễn chèo.

            Bến phà cũ thành vườn hoa của phố
            Trẻ em chơi bên chiếc mỏ neo được giữ lại làm kỷ niệm.

            Chuyện người lái phà

            Ông Sáu Bền, người lái phà suốt 31 năm, nay là người tưới cây. “Nước vẫn là nước ấy”, ông nói.

            Bến phà cũ thành vườn hoa của phố
            Ông Sáu Bền bên luống cúc vạn thọ

            Phường dự kiến mở phiên chợ sách vào mỗi sáng chủ nhật.

            Vũ Nhật Tân

            Có thể bạn quan tâm

            Nên xem

            {Teasers}

            Tin khác

            {Teasers}
            Xem thêm
            Phiên bản di động
            """);

        Assert.Equal("Bến phà cũ thành vườn hoa của phố", page.Title);
        Assert.Equal("Sau sáu tháng dọn dẹp, bến phà bỏ không ở phường Hạ đã mở cửa đón người dân từ sáng 5/10.", page.Lead);
        Assert.Equal(
            """
            Khu vườn rộng 2 ha trồng toàn cây bản địa, có lối đi cho xe lăn và một sân nhỏ để diễn chèo.
            Chuyện người lái phà
            Ông Sáu Bền, người lái phà suốt 31 năm, nay là người tưới cây. “Nước vẫn là nước ấy”, ông nói.
            Phường dự kiến mở phiên chợ sách vào mỗi sáng chủ nhật.
            """,
            page.Body);
        Assert.Equal(["Vũ Nhật Tân"], page.Authors);
        Assert.Equal("BTN", page.Source);
    }

    [Fact]
    public void The_lists_below_the_article_tease_others()
    {
        TextPage page = TextPage.Parse($"Tiêu đề\n\nMở đầu.\n\nĐoạn một.\n\nNên xem\n\n{Teasers}\n\nTin khác\n\nMột bài khác của báo\n\nMột câu về bài khác ấy.\nMột bài nữa mà không có câu nào");

        Assert.Equal(
            [
                new PageTeaser("Chợ nổi Cái Răng họp muộn hơn mùa nước", "Ghe hàng chờ con nước lớn nên chợ tan lúc gần trưa.", "BTN", null),
                new PageTeaser("Ba học sinh làng chài giành giải sáng chế", "Chiếc phao tự phát sáng được làm từ chai nhựa cũ.", "BTN", null),
                new PageTeaser("Một bài khác của báo", "Một câu về bài khác ấy.", null, null),
            ],
            page.Teasers);
        Assert.Equal("Đoạn một.", page.Body);
    }

    [Fact]
    public void A_page_may_have_nothing_around_it()
    {
        TextPage page = TextPage.Parse("Tiêu đề của bài\r\n\r\nMở đầu của bài.\r\n\r\nĐoạn một.\r\n\r\nĐoạn hai.\r\n\r\nVũ Nhật Tân - Lê Thị Thu Ba\r\n");

        Assert.Equal(("Tiêu đề của bài", "Mở đầu của bài.", "Đoạn một.\nĐoạn hai.", null), (page.Title, page.Lead, page.Body, page.Source));
        Assert.Equal(["Vũ Nhật Tân", "Lê Thị Thu Ba"], page.Authors);
    }

    [Fact]
    public void A_page_may_hold_a_title_and_one_paragraph()
    {
        TextPage page = TextPage.Parse("Tiêu đề của bài\n\n(BTN) - Chỉ có một đoạn.\n");

        Assert.Equal(("Tiêu đề của bài", "", "Chỉ có một đoạn.", "BTN"), (page.Title, page.Lead, page.Body, page.Source));
        Assert.Empty(page.Authors);
    }

    [Fact]
    public void Lines_need_no_blank_lines_between_them()
    {
        TextPage page = TextPage.Parse("Tiêu đề của bài\nMở đầu của bài.\nTiêu đề nhỏ\nĐoạn một.\nĐoạn hai.\nVũ Nhật Tân\nTin liên quan\nBài khác nữa");

        Assert.Equal(("Mở đầu của bài.", "Tiêu đề nhỏ\nĐoạn một.\nĐoạn hai."), (page.Lead, page.Body));
        Assert.Equal(["Vũ Nhật Tân"], page.Authors);
    }

    [Theory]
    [InlineData("TIN LIÊN QUAN:")]
    [InlineData("Tin liên quan")]
    [InlineData("Tin lie\u0302n quan")]
    [InlineData("Bình luận (12)")]
    [InlineData("Đo\u0323c the\u0302m")]
    [InlineData("Các tin khác")]
    [InlineData("Tin cùng chuyên mục")]
    [InlineData("Các tin đã đưa:")]
    [InlineData("Ý kiến của bạn đọc (3)")]
    public void The_heading_of_a_list_ends_the_page(string heading) =>
        Assert.Equal("Đoạn một.", TextPage.Parse($"Tiêu đề\n\nMở đầu.\n\nĐoạn một.\n\n{heading}\n\nBài khác nữa\n\nMột câu về bài khác.").Body);

    [Fact]
    public void Teasers_without_a_heading_end_the_page() =>
        Assert.Equal("Đoạn một.", TextPage.Parse($"Tiêu đề\n\nMở đầu.\n\nĐoạn một.\n\n{Teasers}").Body);

    [Fact]
    public void A_heading_above_the_first_paragraph_ends_nothing() =>
        Assert.Equal("Đoạn một.", TextPage.Parse("Tiêu đề\n\nBình luận\n\nMở đầu của bài.\n\nĐoạn một.").Body);

    [Fact]
    public void A_caption_that_stands_twice_ends_nothing() =>
        Assert.Equal(
            "Đoạn một.\nHoa gạo ven đê\nHoa gạo ven đê\nĐoạn hai.\nĐoạn ba.",
            TextPage.Parse("Tiêu đề\n\nMở đầu.\n\nĐoạn một.\n\nHoa gạo ven đê\n\nHoa gạo ven đê\n\nĐoạn hai.\n\nĐoạn ba.").Body);

    [Theory]
    [InlineData("Cầu Rồng về đêm. Ảnh: Thu Hà")]
    [InlineData("Cầu Rồng về đêm (Ảnh: Bao.example)")]
    [InlineData("Cầu Rồng về đêm - A\u0309nh: Thu Hà.")]
    [InlineData("Ảnh minh họa")]
    [InlineData("Ảnh tư liệu: Bảo tàng")]
    [InlineData("Xem thêm: Chợ hoa xuân họp sớm")]
    [InlineData(">> Chợ hoa xuân họp sớm")]
    [InlineData("Từ khóa: cầu, sông, phố")]
    public void Captions_with_a_credit_and_links_to_other_articles_are_left_out(string line) =>
        Assert.Equal("Đoạn một.\nĐoạn hai.", TextPage.Parse($"Tiêu đề\n\nMở đầu.\n\nĐoạn một.\n\n{line}\n\nĐoạn hai.").Body);

    [Theory]
    [InlineData("Ảnh hưởng của bão còn kéo dài")]
    [InlineData("Tranh: bức thứ ba của bộ bốn bức")]
    [InlineData("Bình luận: trận này chủ nhà thắng nhờ may mắn.")]
    [InlineData("(theo lịch cũ) Rằm tháng giêng rơi vào thứ bảy.")]
    [InlineData("Chuyện người lái phà")]
    [InlineData("Anh nói:")]
    public void Other_lines_between_paragraphs_are_body(string line) =>
        Assert.Equal($"Đoạn một.\n{line}\nĐoạn hai.", TextPage.Parse($"Tiêu đề\n\nMở đầu.\n\nĐoạn một.\n\n{line}\n\nĐoạn hai.").Body);

    [Fact]
    public void The_title_may_stand_again_above_the_lead() =>
        Assert.Equal(("Mở đầu của bài.", "Đoạn một."), Parts("Tiêu đề\n\nTIÊU ĐỀ\nMở đầu của bài.\n\nĐoạn một."));

    [Fact]
    public void The_title_is_known_again_in_another_unicode_form() =>
        Assert.Equal("Đoạn một.\nĐoạn hai.", TextPage.Parse("“Hoà bình” là gì?\n\nMở đầu.\n\nĐoạn một.\n\n\"Ho\u0300a bi\u0300nh\" là gì\nChú thích ảnh.\n\nĐoạn hai.").Body);

    [Fact]
    public void A_title_that_stands_again_by_itself_takes_no_paragraph_with_it() =>
        Assert.Equal("Đoạn một.\nĐoạn hai.", TextPage.Parse("Tiêu đề\n\nMở đầu.\n\nĐoạn một.\n\nTiêu đề\n\nĐoạn hai.").Body);

    [Theory]
    [InlineData("Mở đầu.\nMột bài khác Thêm bài khác nữa")]
    [InlineData("Mở đầu.\nMột bài khác\nThêm bài khác nữa")]
    [InlineData("Mở đầu.\nVì sao một bài khác?")]
    [InlineData("Mở đầu.\n\nMột bài khác của báo\n\nThêm một bài khác nữa")]
    [InlineData("Mở đầu.\n\nMột bài khác của báo về con đường mới mở Thêm một bài khác nữa về chuyện mùa màng ở quê ta năm nay")]
    public void Headlines_of_other_articles_below_the_lead_are_left_out(string top) =>
        Assert.Equal(("Mở đầu.", "Đoạn một.\nĐoạn hai."), Parts($"Tiêu đề\n\n{top}\n\nĐoạn một.\n\nĐoạn hai."));

    [Theory]
    [InlineData("Đoạn một.\nĐoạn hai.", "Đoạn một.\nĐoạn hai.")]
    [InlineData("Tiêu đề nhỏ\nĐoạn một.", "Tiêu đề nhỏ\nĐoạn một.")]
    [InlineData("Đoạn một.\n\nĐoạn hai.", "Đoạn một.\nĐoạn hai.")]
    [InlineData("Tiêu đề nhỏ\nĐoạn một.\n\nĐoạn hai.", "Tiêu đề nhỏ\nĐoạn một.\nĐoạn hai.")]
    [InlineData("\nTiêu đề nhỏ\n\nĐoạn một.", "Tiêu đề nhỏ\nĐoạn một.")]
    [InlineData("\nPhần thứ nhất\n\nTiêu đề nhỏ\n\nĐoạn một.", "Phần thứ nhất\nTiêu đề nhỏ\nĐoạn một.")]
    [InlineData("\nCâu thơ thứ nhất\nCâu thơ thứ hai\n\nĐoạn một.", "Câu thơ thứ nhất\nCâu thơ thứ hai\nĐoạn một.")]
    public void Other_lines_below_the_lead_are_body(string below, string body) =>
        Assert.Equal(("Mở đầu.", body), Parts($"Tiêu đề\n\nMở đầu.\n{below}"));

    [Fact]
    public void A_first_line_that_is_no_paragraph_is_no_lead() =>
        Assert.Equal(("", "Một tiêu đề nhỏ\nĐoạn một.\nĐoạn hai."), Parts("Tiêu đề\n\nMột tiêu đề nhỏ\n\nĐoạn một.\n\nĐoạn hai."));

    [Fact]
    public void The_author_may_stand_below_the_title()
    {
        TextPage page = TextPage.Parse("Tiêu đề\n\nVũ Nhật Tân\n\n(BTN) Mở đầu.\n\nĐoạn một.");

        Assert.Equal(("Mở đầu.", "Đoạn một.", "BTN"), (page.Lead, page.Body, page.Source));
        Assert.Equal(["Vũ Nhật Tân"], page.Authors);
    }

    [Fact]
    public void A_short_last_paragraph_is_body() =>
        Assert.Equal(("Mở đầu.", "Đoạn một.\nHết Mùa Mưa."), Parts("Tiêu đề\n\nMở đầu.\n\nĐoạn một.\n\nHết Mùa Mưa."));

    [Fact]
    public void A_first_line_too_long_for_a_title_is_a_paragraph()
    {
        string paragraph = string.Join(' ', Enumerable.Repeat("dài", 80)) + ".";

        Assert.Equal("", TextPage.Parse(paragraph).Title);
        Assert.Equal(paragraph, TextPage.Parse(paragraph).Body);
    }

    [Fact]
    public void Text_keeps_its_unicode_form()
    {
        TextPage page = TextPage.Parse("Tie\u0302u đe\u0302\u0300\n\nMơ\u0309 đâu\u0300.\n\nÐoạn\u200b một.\n\nVu\u0303 Nha\u0323\u0302t Ta\u0302n");

        Assert.Equal(("Tie\u0302u đe\u0302\u0300", "Mơ\u0309 đâu\u0300.", "Ðoạn\u200b một."), (page.Title, page.Lead, page.Body));
        Assert.Equal(["Vu\u0303 Nha\u0323\u0302t Ta\u0302n"], page.Authors);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\r\n\t\u00a0")]
    public void A_blank_text_is_an_empty_page(string text)
    {
        TextPage page = TextPage.Parse(text);

        Assert.Equal(("", "", "", null), (page.Title, page.Lead, page.Body, page.Source));
    }

    [Fact]
    public void No_arrangement_of_lines_throws()
    {
        string[] lines = ["", "", "Tiêu đề", "Đoạn một.", "Vũ Nhật Tân", "Tin khác", "Xem thêm: gì đó", "(BTN) Mở đầu.", "(BTN)", "Ảnh: Hà", "\ud800", "…", "Một bài khác của báo"];
        var random = new Random(6);
        for (int i = 0; i < 5_000; i++)
        {
            TextPage.Parse(string.Join('\n', Enumerable.Range(0, random.Next(12)).Select(_ => lines[random.Next(lines.Length)])));
        }
    }

    private static (string Lead, string Body) Parts(string text) => (TextPage.Parse(text).Lead, TextPage.Parse(text).Body);
}
