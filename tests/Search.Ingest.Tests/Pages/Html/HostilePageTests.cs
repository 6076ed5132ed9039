using System.Text;
using Search.Ingest.Pages;

namespace Search.Ingest.Tests.Pages.Html;

public sealed class HostilePageTests
{
    private const string TooDeep = "The page nests elements more than 256 levels deep; it was not read.";
    private const string TooManyElements = "The page has more than 250000 elements; it was not read.";
    private const string TooManyLines = "The page has more than 50000 lines of text; it was not read.";
    private const string TooLong = "The page has more than 5242880 characters of text; it was not read.";
    private const string NoText = "The page holds no text; expected a headline or a paragraph.";

    public static TheoryData<string, string, int, string> Floods => new()
    {
        { "", "<div>", 100_000, TooDeep },
        { "", "<b><div>", 20_000, TooDeep },
        { "", "<a href=x><div>", 20_000, TooDeep },
        { "", "<table><tr><td>", 20_000, TooDeep },
        { "", "<svg>", 20_000, TooDeep },
        { "", "<template>", 20_000, TooDeep },
        { "", "<p>x", 260_000, TooManyElements },
        { string.Concat(Enumerable.Range(0, 200).Select(static i => $"<font color={i}>")).Insert(0, "<p>"), "</p><p>x", 100_000, TooManyElements },
        { "", "chữ<br>", 51_000, TooManyLines },
        { "<pre>", "a\n", 60_000, TooManyLines },
        { "<p>", "lời văn ", 700_000, TooLong },
        { "<p title='", "x", 5_000_000, NoText },
        { "<p ", "a=1 ", 200_000, NoText },
        { "<script>", "<!--<script>", 200_000, NoText },
        { "<!--", "-", 1_000_000, NoText },
        { "<textarea>", "<div>", 100_000, NoText },
        { "<script type='application/ld+json'>", "[", 300_000, NoText },
    };

    [Theory]
    [MemberData(nameof(Floods))]
    public void A_flood_of_markup_is_refused_with_a_reason(string start, string piece, int count, string reason) =>
        Assert.Equal(reason, Assert.IsType<IngestedInput.Rejected>(Assert.Single(Read(start + string.Concat(Enumerable.Repeat(piece, count))))).Reason);

    [Fact]
    public void A_page_of_20_mebibytes_is_refused() =>
        Assert.Equal(
            "The page is longer than 16777216 bytes (16 MiB).",
            Assert.IsType<IngestedInput.Rejected>(Assert.Single(HtmlPage.Read(new byte[20 << 20], "a", "a", null, null, new IngestOptions()))).Reason);

    [Fact]
    public void An_article_deep_inside_unclosed_elements_is_read()
    {
        string html = string.Concat(Enumerable.Repeat("<div>", 300)) + "<h1>Một tiêu đề của bài</h1><p>Một đoạn văn của bài báo, đủ dài để là văn bản.";

        Assert.Equal("Một đoạn văn của bài báo, đủ dài để là văn bản.", Assert.IsType<IngestedInput.Accepted>(Assert.Single(Read(html))).Article.Body);
    }

    [Fact]
    public void No_arrangement_of_markup_throws()
    {
        string[] pieces =
        [
            "<div>", "</div>", "<p>", "</p>", "<table>", "<tr>", "<td>", "</table>", "<a href='/x'>", "</a>", "<b>", "</b>", "<h1>", "</h1>", "<ul><li>", "<br>", "<img src=a>", "<figure>", "</figure>",
            "<div class=comment>", "<div class='tin-lien-quan'>", "<span class=author>", "<time datetime='2020-01-01'>", "<meta property=og:title content='Tiêu đề của bài'>", "<title>", "</title>",
            "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":5}</script>", "<link rel=canonical href='::'>", "Tin liên quan", "Bình luận (2)", "Trả lời", "Từ khóa: ",
            "Một tiêu đề của bài báo", "Một đoạn văn của bài báo, đủ dài để là văn bản.", "Vũ Tân", "12/3/2020 10:00", "\ud800", "&#0;", "<", "&", "\0", "<pre>\n\n", "<select>", "<template>",
        ];
        var random = new Random(5);
        for (int i = 0; i < 1_000; i++)
        {
            Assert.NotEmpty(Read(string.Concat(Enumerable.Range(0, random.Next(25)).Select(_ => pieces[random.Next(pieces.Length)]))).ToList());
        }
    }

    private static IEnumerable<IngestedInput> Read(string html) =>
        HtmlPage.Read(Encoding.UTF8.GetBytes(html), "a.html", "a.html", declaredCharset: null, address: null, new IngestOptions { Related = true });
}
