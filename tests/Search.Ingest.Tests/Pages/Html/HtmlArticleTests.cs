using System.Text;
using Search.Ingest.Pages;
using Search.Ingest.Pages.Html;
using Search.Ingest.Tests.Pages.Templates;

namespace Search.Ingest.Tests.Pages.Html;

public sealed class HtmlArticleTests
{
    private const string One = "Một đoạn văn của bài báo, đủ dài để ai cũng thấy đó là văn bản của nó.";
    private const string Two = "Đoạn thứ hai nói tiếp chuyện ấy, cũng dài như đoạn trước và cũng hết bằng dấu chấm.";
    private const string Three = "Đoạn thứ ba kết lại câu chuyện bằng lời một người trong cuộc và một con số.";
    private const string Other = "Một câu khá dài thuộc về một bài báo khác, được đặt quanh đây để mời người đọc bấm vào.";
    private const string Title = "<h1>Một tiêu đề của bài</h1>";

    [Theory]
    [InlineData("<div class='tin-lien-quan'><p>" + Other + "</p></div>")]
    [InlineData("<div class=x><p><a href=/a>Một bài báo khác nữa</a></p><p>" + Other + "</p></div>")]
    [InlineData("<ul><li><a href=/a>Một bài báo khác nữa</a><li><a href=/b>Thêm một bài báo khác</a></ul>")]
    [InlineData("<div><h3>Đọc thêm</h3><p>" + Other + "</p></div>")]
    [InlineData("<p><b>Tin liên quan:</b><p><a href=/a>Một bài báo khác nữa</a><p>" + Other + "<p><a href=/b>Thêm một bài báo khác</a><p>" + Other)]
    [InlineData("<p>Xem thêm: <a href=/a>Một bài báo khác nữa</a>")]
    [InlineData("<p>&gt;&gt; <a href=/a>Một bài báo khác nữa</a>")]
    [InlineData("<div><a href=/a>Một bài báo khác nữa</a><span>" + Other + "</span></div>")]
    [InlineData("<div type=RelatedNews><span>" + Other + "</span></div>")]
    [InlineData("<aside><p>" + Other + "</aside>")]
    [InlineData("<div style='display: none'><p>" + Other + "</div>")]
    [InlineData("<noscript><p>" + Other + "</noscript>")]
    [InlineData("<p>Quảng cáo<p>Chia sẻ<p>0:00 / 3:21")]
    [InlineData("<figure><img src=a><figcaption>" + Other + "</figcaption></figure>")]
    [InlineData("<div><img src=a><br>" + Other + "</div>")]
    [InlineData("<table><tr><td><img src=a><tr><td>" + Other + "</table>")]
    [InlineData("<p align=center><img src=a><p align=center><em>" + Other + "</em>")]
    [InlineData("<p><img src=a><p>Cầu Rồng về đêm")]
    [InlineData("<p>Cầu Rồng về đêm. Ảnh: Thu Hà")]
    public void What_stands_among_the_paragraphs_is_left_out(string between) =>
        Assert.Equal($"{One}\n{Two}\n{Three}", Read($"{Title}<div><p>{One}</p><p>{Two}</p>{between}<p>{Three}</p></div>").Body);

    [Theory]
    [InlineData("<h3>Một tiêu đề nhỏ</h3>", "Một tiêu đề nhỏ")]
    [InlineData("<p><b>Một tiêu đề nhỏ</b>", "Một tiêu đề nhỏ")]
    [InlineData("<ul><li>Điều thứ nhất<li>Điều thứ hai</ul>", "Điều thứ nhất\nĐiều thứ hai")]
    [InlineData("<table><tr><th>Vùng<th>Mức lương<tr><td><p>I</p><td><p>4.680.000 đồng</p></table>", "Vùng\tMức lương\nI\t4.680.000 đồng")]
    [InlineData("<blockquote>Lời của một người.</blockquote>", "Lời của một người.")]
    [InlineData("Câu thơ thứ nhất<br>Câu thơ thứ hai", "Câu thơ thứ nhất\nCâu thơ thứ hai")]
    [InlineData("<p>Chữ <a href=/a>có</a> <a href=/b>nhiều</a> <a href=/c>liên kết</a> mà vẫn là chữ của bài báo.", "Chữ có nhiều liên kết mà vẫn là chữ của bài báo.")]
    [InlineData("<p>- Anh nói sao?", "- Anh nói sao?")]
    [InlineData("<p>tin&nbsp;&nbsp;\n nóng &amp; n&#7897;i d&ocirc;", "tin nóng & nội dô")]
    public void Other_blocks_between_paragraphs_are_body(string between, string body) =>
        Assert.Equal($"{One}\n{Two}\n{body}\n{Three}", Read($"{Title}<div><p>{One}</p><p>{Two}</p>{between}<p>{Three}</p></div>").Body);

    [Theory]
    [InlineData("<div class=c><p>" + Other + "</p><span>Thích</span> <span>Trả lời</span></div>")]
    [InlineData("<h3>Ý kiến của bạn đọc (2)</h3><p>" + Other + "</p>")]
    [InlineData("<div id=disqus_thread><p>" + Other + "</p></div>")]
    [InlineData("<div><h4>Tin cùng chuyên mục</h4><div><a href=/a>Một bài báo khác nữa</a><p>" + Other + "</p></div></div>")]
    [InlineData("<footer><p>" + Other + "</p></footer>")]
    [InlineData("<div><ul><li><a href=/a>Một mục</a></ul></div><div><p>" + Other + "</p></div>")]
    [InlineData("<p>© 2020 Báo Mẫu. Mọi người ghi rõ nguồn khi phát hành lại.</p>")]
    [InlineData("<p>Giấy phép hoạt động báo điện tử số 00/GP, do một bộ không có thật cấp ngày nọ tháng kia.</p>")]
    public void What_stands_below_the_text_is_left_out(string below) =>
        Assert.Equal($"{One}\n{Two}\n{Three}", Read($"{Title}<div><p>{One}</p><p>{Two}</p><p>{Three}</p></div>{below}").Body);

    [Fact]
    public void Text_that_was_cut_into_pieces_is_whole() =>
        Assert.Equal(
            $"{One}\n{Two}\n{Three}",
            Read($"{Title}<main><div class=part><p>{One}<p>{Two}</div><div class=banner><a href=/x>Mua một món hàng nào đó ngay</a></div><div class=part><p>{Three}</div></main>").Body);

    [Fact]
    public void A_box_with_most_of_the_text_is_no_noise_whatever_its_name() =>
        Assert.Equal($"{One}\n{Two}", Read($"<body class='has-sidebar comment-open'><div class='related-wrap'>{Title}<p>{One}<p>{Two}</div></body>").Body);

    [Fact]
    public void The_element_called_article_body_is_the_text() =>
        Assert.Equal(One, Read($"{Title}<div itemprop=articleBody><p>{One}</div><div><p>{Other}<p>{Other} Và thêm nữa.</div>").Body);

    [Fact]
    public void A_series_of_pictures_has_its_captions_for_a_text() =>
        Assert.Equal(
            $"{One}\n{Two}\n{Three}",
            Read($"{Title}<div>{string.Concat(new[] { One, Two, Three }.Select(static text => $"<figure><img src=a><figcaption>{text}</figcaption></figure>"))}</div>").Body);

    [Theory]
    [InlineData("<title>Một tiêu đề của bài - Báo Mẫu</title><h2>Một tiêu đề của bài</h2>")]
    [InlineData("<title>Báo Mẫu | Một tiêu đề của bài</title><div>Một tiêu đề của bài</div>")]
    [InlineData("<meta property=og:title content='Một tiêu đề của bài'><h1>Báo Mẫu</h1><p>Một tiêu đề của bài</p>")]
    [InlineData("<title>Chi tiết tin - Cổng thông tin điện tử</title><h1><a href=/>Cổng thông tin điện tử</a></h1><div class=tieude>Một tiêu đề của bài</div>")]
    [InlineData("<title>Tin tức</title><h1>TIN TỨC SỰ KIỆN</h1><div class=news_title>Một tiêu đề của bài</div>")]
    [InlineData("<meta property=og:title content='Một tiêu đề của bài - Báo Mẫu'>")]
    [InlineData("<title>Một tiêu đề của bài | Báo Mẫu</title>")]
    [InlineData("<title>Tin</title><center><b>Một tiêu đề của bài</b></center>")]
    public void The_headline_is_the_block_that_the_page_states_or_that_looks_like_one(string head) =>
        Assert.Equal("Một tiêu đề của bài", Read($"{head}<div><p>{One}<p>{Two}<p>{Three}</div>").Title);

    [Theory]
    [InlineData("<p class=sapo>" + Other + "</p><div>")]
    [InlineData("<h2>" + Other + "</h2><div>")]
    [InlineData("<p>" + Other + "</p><div class=noidung>")]
    [InlineData("<div><p><strong>" + Other + "</strong></p>")]
    [InlineData("<meta name=description content='" + Other + "'><div><p>" + Other + "</p>")]
    [InlineData("<meta name=description content='TTO - " + Other + "'><p>TTO - " + Other + "</p><div>")]
    [InlineData("<p class=lead>(Báo Mẫu) - " + Other + "</p><div>")]
    public void A_paragraph_that_is_set_off_is_the_lead(string head)
    {
        HtmlArticle article = Read($"{Title}{head}<p>{One}</p><p>{Two}</p><p>{Three}</p></div>");

        Assert.Equal((Other, $"{One}\n{Two}\n{Three}"), (article.Lead, article.Body));
    }

    [Fact]
    public void A_first_paragraph_like_all_others_is_body()
    {
        HtmlArticle article = Read($"<meta name=description content='{One[..30]}...'>{Title}<div><p>{One}</p><p>{Two}</p><p>{Three}</p></div>");

        Assert.Equal(("", $"{One}\n{Two}\n{Three}"), (article.Lead, article.Body));
    }

    [Fact]
    public void A_description_that_readers_do_not_see_is_the_lead_if_it_speaks_of_the_article()
    {
        string described = "Câu chuyện của một người trong cuộc, kết lại bằng một con số";

        Assert.Equal(described, Read($"<meta name=description content='{described}'>{Title}<p>{One}<p>{Two}<p>{Three}").Lead);
        Assert.Equal("", Read($"<meta name=description content='Cập nhật tin nhanh, tin nóng mỗi giờ trên khắp thế giới'>{Title}<p>{One}<p>{Two}<p>{Three}").Lead);
    }

    [Theory]
    [InlineData("<p align=right><b>Vũ Tân</b></p>", "Vũ Tân")]
    [InlineData("<p><b>Bài, ảnh: Vũ Tân - Lê Ba</b></p>", "Vũ Tân|Lê Ba")]
    [InlineData("<p>Vũ Tân (Theo Báo Thử)</p><p>Đồ họa: Lê Ba</p>", "Vũ Tân")]
    [InlineData("<p>Theo TTXVN</p>", "TTXVN")]
    [InlineData("<div style='text-align: right'>Linh</div>", "Linh")]
    [InlineData("</div><div class=author-bottom><a href=/tac-gia/1>Vũ Tân</a>", "Vũ Tân")]
    public void Authors_stand_in_the_last_lines(string last, string authors)
    {
        HtmlArticle article = Read($"{Title}<div><p>{One}</p><p>{Two}</p>{last}</div>");

        Assert.Equal(authors.Split('|'), article.Authors);
        Assert.Equal($"{One}\n{Two}", article.Body);
    }

    [Theory]
    [InlineData("<p class=meta>Vũ Tân - Thứ Năm, 30/11/2023 | 14:05 GMT+7</p>", "2023-11-30T14:05:00+07:00", "Vũ Tân")]
    [InlineData("<p>Đăng bởi <b>Vũ Tân</b> lúc 14:05 ngày 30/11/2023 - 1.204 lượt xem</p>", "2023-11-30T14:05:00+07:00", "Vũ Tân")]
    [InlineData("<span class=author>Vũ Tân</span> <time datetime='2023-11-30T14:05:00+07:00'>hôm qua</time>", "2023-11-30T14:05:00+07:00", "Vũ Tân")]
    [InlineData("<meta itemprop=datePublished content='2023-11-30 14:05'><meta name=author content='Vũ Tân'>", "2023-11-30T14:05:00+07:00", "Vũ Tân")]
    [InlineData("<meta property=article:published_time content='3/4/2023 2:05:00 PM'><div>Ngày đăng: 30/11/2023</div><div>Tác giả: Vũ Tân</div>", "2023-11-30", "Vũ Tân")]
    public void Date_and_author_stand_below_the_headline_or_are_stated(string head, string date, string author)
    {
        HtmlArticle article = Read($"{Title}{head}<div><p>{One}</p><p>{Two}</p><p>{Three}</p></div>");

        Assert.Equal(date, article.Date?.Text);
        Assert.Equal([author], article.Authors);
        Assert.Equal($"{One}\n{Two}\n{Three}", article.Body);
    }

    [Theory]
    [InlineData("<meta name=author content='Báo Mẫu'><meta property=og:site_name content='Báo Mẫu Online'>")]
    [InlineData("<meta name=author content='BAOMAU.VN'><link rel=canonical href='https://www.baomau.vn/a.html'>")]
    [InlineData("<meta name=author content='admin'>")]
    [InlineData("<meta property=article:author content='https://www.facebook.com/baomau'>")]
    public void The_newspaper_itself_is_no_author(string head) =>
        Assert.Equal(["Vũ Tân"], Read($"{head}{Title}<div><p>{One}</p><p>{Two}</p><p><b>Vũ Tân</b></p></div>").Authors);

    [Fact]
    public void A_date_in_the_text_or_at_the_top_of_the_page_is_not_that_of_the_article() =>
        Assert.Null(Read($"<div><div>Hôm nay, 1/2/2025</div></div>{string.Concat(Enumerable.Repeat("<p>Mục</p>", 8))}{Title}<div><p>{One}</p><p>Sáng 30/11/2023, {Two}</p></div>").Date);

    [Theory]
    [InlineData("<ul class=breadcrumb><li><a href=/>Trang chủ</a><li><a href=/a>Xã hội</a><li><a href=/b>Đời sống</a></ul>")]
    [InlineData("<div>Trang chủ » Tin tức » Xã hội</div>")]
    [InlineData("<div><a href=/>Trang chủ</a> / <a href=/a>Xã hội</a></div>")]
    [InlineData("<meta property=article:section content='Xã hội'>")]
    [InlineData("<a rel='category tag' href=/a>Xã hội</a>")]
    public void The_category_is_stated_or_the_first_section_on_the_way(string head) =>
        Assert.Equal("Xã hội", Read($"{head}{Title}<p>{One}<p>{Two}").Category);

    [Theory]
    [InlineData("<div class=tags><a href=/1>chợ hoa</a><a href=/2>#phố cũ</a></div>")]
    [InlineData("<p>Từ khóa: <a href=/1>chợ hoa</a>, <a href=/2>phố cũ</a></p>")]
    [InlineData("<ul><li>Chủ đề:<li><a href=/1>chợ hoa</a><li><a href=/2>phố cũ</a></ul>")]
    [InlineData("<meta property=article:tag content='chợ hoa'><meta property=article:tag content='phố cũ'>")]
    [InlineData("<meta name=keywords content='chợ hoa, phố cũ'>")]
    [InlineData("<meta name=keywords content='tin nhanh'><a rel=tag href=/1>chợ hoa</a> <a rel=tag href=/2>phố cũ</a>")]
    public void Tags_are_stated_or_stand_below_the_text(string below) =>
        Assert.Equal(["chợ hoa", "phố cũ"], Read($"{Title}<div><p>{One}<p>{Two}</div>{below}").Tags);

    [Fact]
    public void Keywords_that_are_the_description_are_no_tags() =>
        Assert.Empty(Read($"<meta name=description content='Chợ hoa, phố cũ'><meta name=keywords content='Chợ hoa, phố cũ'>{Title}<p>{One}<p>{Two}").Tags);

    [Fact]
    public void Damaged_text_is_repaired()
    {
        string damaged = Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(One));

        Assert.Equal(One, Read(HtmlText.Decode(Encoding.UTF8.GetBytes($"{Title}<p>{damaged}"), declared: null).Value).Body);
    }

    [Fact]
    public void Character_references_to_the_bytes_of_an_old_font_are_read()
    {
        string references = string.Concat(LegacyBytes.Of($"{One} {Two}", "tcvn3").Select(static b => b < 0x80 ? $"{(char)b}" : $"&#{b};"));

        Assert.Equal($"{One} {Two}", Read($"<h1>Tin</h1><p>{references}").Body);
    }

    [Fact]
    public void A_fragment_gives_its_text_and_authors()
    {
        HtmlArticle? article = HtmlArticle.OfFragment(
            $"<tr><td><p>Một tiêu đề</p><div><img src=a> <div>Cầu Rồng về đêm</div></div><p>(Báo Mẫu) {One}</p><br>{Two}<br><p><strong>VŨ TÂN</strong></p></td></tr>", "Một tiêu đề", out string problem);

        Assert.Equal(($"{One}\n{Two}", "Báo Mẫu", ""), (article?.Body, article?.Source, problem));
        Assert.Equal(["VŨ TÂN"], article!.Authors);
    }

    [Theory]
    [InlineData("<p>Vũ Tân</p><p>(thực hiện)</p><p>Lê Ba</p><p>(tổng hợp)</p>", "Vũ Tân|Lê Ba")]
    [InlineData("<p>TS Vũ Tân (*)</p><p>(*) TS Vũ Tân hiện dạy học ở một trường nọ.</p>", "TS Vũ Tân")]
    [InlineData("<div id=surveywidget>Thăm dò ý kiến<p>Đồng ý</p><p>Không đồng ý</p></div><p>Vũ Tân</p>", "Vũ Tân")]
    public void What_is_said_of_the_authors_is_no_part_of_the_text(string end, string authors)
    {
        HtmlArticle? article = HtmlArticle.OfFragment($"<p>{One}</p><p>{Two}</p>{end}", "Một tiêu đề", out _);

        Assert.Equal(($"{One}\n{Two}", authors), (article?.Body, string.Join('|', article?.Authors ?? [])));
    }

    private static HtmlArticle Read(string html)
    {
        AngleSharp.Html.Dom.IHtmlDocument page = HtmlTree.Parse(html, out _)!;
        PageMetadata metadata = PageMetadata.Of(page);
        return HtmlArticle.Of(PageLayout.Of(page.DocumentElement, out _)!, metadata, PageAddress.Of(metadata, null), RepeatedLines.None);
    }
}
