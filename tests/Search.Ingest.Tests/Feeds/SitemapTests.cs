using Search.Articles;
using Search.Ingest.Identity;

namespace Search.Ingest.Tests.Feeds;

public sealed class SitemapTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_copies_of_its_pages_are_read_with_their_addresses()
    {
        _folder.Write("goc/sitemap.xml", Sitemap(
            "https://bao.example/tin/a.txt", "https://bao.example/tin/b", "https://bao.example/c.jsonl", "https://bao.example/%C4%91.txt", "https://bao.example/het.txt", "d/e.txt"));
        _folder.Write("goc/tin/a.txt", "A");
        _folder.Write("goc/bao.example/tin/b.html", Page("Cầu mới"));
        _folder.Write("goc/c.jsonl", """{"id":"c","title":"C"}""");
        _folder.Write("goc/đ.txt", "Đ");
        _folder.Write("goc/d/e.txt", "E");

        string[] inputs = _folder.Read("goc/sitemap.xml");

        Assert.Equal(
            [
                "goc/tin/a.txt = A", "goc/bao.example/tin/b.html = Cầu mới", "goc/c.jsonl:1 = C", "goc/đ.txt = Đ",
                "goc/sitemap.xml#https:/bao.example/het.txt ! There is no copy of the page beside the sitemap.", "goc/d/e.txt = E",
            ],
            inputs.Select(static input => input.Replace("https://", "https:/", StringComparison.Ordinal)));
        Article first = _folder.Articles("goc/sitemap.xml")[0];
        Assert.Equal(("https://bao.example/tin/a.txt", DerivedId.OfUrl("https://bao.example/tin/a.txt")), (first.Url, first.Id));
    }

    [Fact]
    public void Nothing_outside_its_folder_is_read()
    {
        _folder.Write("ngoai.txt", "Ngoài");
        _folder.Write("goc/sitemap.xml", Sitemap("../ngoai.txt", "https://bao.example/%2e%2e/ngoai.txt", "https://bao.example/..%2Fngoai.txt", _folder.At("ngoai.txt"), $"file://{_folder.At("ngoai.txt")}"));

        Assert.All(_folder.Read("goc/sitemap.xml"), static input => Assert.EndsWith(" ! There is no copy of the page beside the sitemap.", input, StringComparison.Ordinal));
    }

    [Fact]
    public void A_list_of_sitemaps_is_followed_once()
    {
        _folder.Write("index.xml", "<sitemapindex><sitemap><loc>https://bao.example/s1.xml</loc></sitemap><sitemap><loc>https://bao.example/index.xml</loc></sitemap></sitemapindex>");
        _folder.Write("s1.xml", Sitemap("https://bao.example/a.txt", "https://bao.example/s1.xml"));
        _folder.Write("a.txt", "A");

        Assert.Equal(
            ["a.txt = A", "s1.xml ! A sitemap is listed where a page is expected.", "index.xml ! A sitemap is listed where a page is expected."], _folder.Read("index.xml"));
    }

    [Fact]
    public void In_a_folder_it_is_passed_over_for_its_pages_are_there()
    {
        _folder.Write("sitemap.xml", Sitemap("https://bao.example/a.txt"));
        _folder.Write("a.txt", "A");

        Assert.Equal(["a.txt = A"], _folder.Read());
        Assert.Equal(["sitemap.xml - It is a sitemap; the pages beside it are read themselves."], _folder.PassedOver());
    }

    private static string Page(string title) =>
        $"<html><head><title>{title}</title></head><body><article><h1>{title}</h1><p>Cây cầu dài hai cây số đã thông xe vào sáng nay, sau ba năm thi công liên tục.</p></article></body></html>";

    private static string Sitemap(params string[] locations) =>
        $"<?xml version=\"1.0\"?><urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">{string.Concat(locations.Select(static each => $"<url><loc>{each}</loc></url>"))}</urlset>";
}
