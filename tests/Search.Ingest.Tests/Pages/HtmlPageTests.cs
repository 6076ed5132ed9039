using System.Text;
using Search.Articles;
using Search.Ingest.Pages;
using Search.Ingest.Tests.Pages.Templates;

namespace Search.Ingest.Tests.Pages;

public sealed class HtmlPageTests : IDisposable
{
    private const string Text = "Một đoạn văn của bài báo, đủ dài để là văn bản của nó.";

    private readonly TemporaryFolder _folder = new();

    public static IEnumerable<object[]> Pages =>
        from template in NewsTemplate.All from number in Enumerable.Range(0, SampleArticles.All.Count) select new object[] { template.Name, number };

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Pages))]
    public void An_article_comes_out_of_the_pages_of_every_newspaper_as_it_went_in(string template, int number)
    {
        SampleArticle sample = SampleArticles.All[number];

        Article article = Read(Template(template).Page(sample));

        Assert.Equal(Plain(sample.Title), Plain(article.Title));
        Assert.Equal(Plain(sample.Lead), Plain(article.Lead));
        Assert.InRange(TokenF1.Of(article.Body, sample.Body), 0.98, 1);
        Assert.Equal(sample.Date, article.Date?.Instant.DateTime);
        Assert.Equal([sample.Author], article.Authors);
        Assert.Equal(sample.Category, article.Category);
    }

    [Theory]
    [InlineData("ben-do")]
    [InlineData("tuoi-xanh")]
    [InlineData("dan-ta")]
    public void Tags_are_those_the_page_states_or_shows(string template) =>
        Assert.Equal(SampleArticles.All[0].Tags, Read(Template(template).Page(SampleArticles.All[0])).Tags);

    [Theory]
    [InlineData("ben-do", "Báo Bến Đò")]
    [InlineData("tuoi-xanh", "TUOI XANH ONLINE")]
    [InlineData("thoi-nay", "TN")]
    [InlineData("song-ha", "BSH")]
    public void The_source_is_the_site_that_the_page_states_or_the_mark_before_the_lead(string template, string source) =>
        Assert.Equal(source, Read(Template(template).Page(SampleArticles.All[0])).Source);

    [Fact]
    public void An_article_carries_canonical_json_and_the_id_of_its_address()
    {
        Article article = Read(Template("ben-do").Page(SampleArticles.All[0]));

        Assert.Equal("https://bendo.example/ben-pha-cu-thanh-vuon-hoa-4690001.html", article.Url);
        Assert.Equal(Identity(article.Url!), article.Id);
        Assert.Equal(ArticleJson.Write(article), article.Json);
    }

    [Fact]
    public void A_page_without_an_address_has_the_id_of_its_place()
    {
        _folder.Write("a/b.html", $"<h1>Một tiêu đề của bài</h1><p>{Text}");

        Article article = Assert.IsType<IngestedInput.Accepted>(Assert.Single(_folder.Inputs(IngestFormat.Auto))).Article;

        Assert.Null(article.Url);
        Assert.Equal(Ingest.Identity.DerivedId.OfPath("a/b.html"), article.Id);
    }

    [Theory]
    [InlineData("<link rel=canonical href='/tin/1.html'>", "https://bao.example/x?y=1", "https://bao.example/tin/1.html")]
    [InlineData("<link rel=canonical href='https://bao.example/'>", "https://bao.example/x?y=1", "https://bao.example/x?y=1")]
    [InlineData("<link rel=canonical href='javascript:alert(1)'>", "https://bao.example/x", "https://bao.example/x")]
    [InlineData("<meta property=og:url content='https://bao.example/tin/2.html'>", null, "https://bao.example/tin/2.html")]
    [InlineData("<link rel=canonical href='/tin/1.html'>", null, null)]
    [InlineData("", "file:///tmp/a.html", null)]
    public void The_address_is_the_canonical_one_unless_it_is_the_front_page(string head, string? address, string? url) =>
        Assert.Equal(url, Read($"{head}<h1>Một tiêu đề của bài</h1><p>{Text}", address is null ? null : new Uri(address)).Url);

    [Fact]
    public void With_related_the_teasers_of_a_page_are_articles_too()
    {
        _folder.Write("a.html", Template("tuoi-xanh").Page(SampleArticles.All[0]));
        _folder.Write("b.html", Template("tuoi-xanh").Page(SampleArticles.All[1]));

        List<Article> articles = [.. ArticleSource.Read([_folder.At("a.html")], new IngestOptions { Related = true }, CancellationToken.None)
            .Select(static input => Assert.IsType<IngestedInput.Accepted>(input).Article)];
        List<Article> others = [.. ArticleSource.Read([_folder.At("b.html")], new IngestOptions { Related = true }, CancellationToken.None)
            .Select(static input => Assert.IsType<IngestedInput.Accepted>(input).Article)];

        Assert.Equal(SampleArticles.All.Take(4).Select(static sample => sample.Title), articles.Select(static article => article.Title));
        Assert.Equal(SampleArticles.All[2].Lead, articles[2].Body);
        Assert.Equal("http://tuoixanh.example/lop-hoc-noi-tren-ho.htm", articles[2].Url);
        Assert.Equal(articles[2].Id, others.Single(article => article.Title == articles[2].Title).Id);
        Assert.Single(ArticleSource.Read([_folder.At("a.html")], new IngestOptions(), CancellationToken.None));
    }

    [Fact]
    public void A_front_page_gives_its_name_and_no_text()
    {
        string links = string.Concat(SampleArticles.All.Select(static sample => $"<li><a href='/{sample.Slug}'>{sample.Title}</a></li>"));

        Article article = Read($"<title>Báo Mẫu - Tin nhanh mỗi ngày</title><h1><a href='/'>Báo Mẫu</a></h1><ul>{links}</ul>");

        Assert.Equal(("Tin nhanh mỗi ngày", ""), (article.Title, article.Body));
    }

    [Theory]
    [InlineData("", "The page holds no text; expected a headline or a paragraph.")]
    [InlineData("<html><body><script>var a = 'chữ';</script><img src=a></body></html>", "The page holds no text; expected a headline or a paragraph.")]
    [InlineData("<p>\u0001\u0002\u0003\u0004", "The page is not text.")]
    public void A_page_without_text_is_rejected(string html, string reason) =>
        Assert.Equal(new IngestedInput.Rejected("a.html", reason), Assert.Single(Inputs(Encoding.UTF8.GetBytes(html))));

    private static NewsTemplate Template(string name) => NewsTemplate.All.Single(template => template.Name == name);

    private static string Identity(string url) => Ingest.Identity.DerivedId.OfUrl(url);

    /// <summary>What old encodings keep of a text: neither kinds of quotation marks nor all capitals.</summary>
    private static string Plain(string text) => text.Replace('“', '"').Replace('”', '"').ToLowerInvariant();

    private static Article Read(string html, Uri? address = null) => Read(Encoding.UTF8.GetBytes(html), address);

    private static Article Read(byte[] page, Uri? address = null) => Assert.IsType<IngestedInput.Accepted>(Assert.Single(Inputs(page, address))).Article;

    private static IEnumerable<IngestedInput> Inputs(byte[] page, Uri? address = null) =>
        HtmlPage.Read(page, "a.html", "a.html", declaredCharset: null, address, new IngestOptions());
}
