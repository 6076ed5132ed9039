using System.Text;
using Search.Articles;
using Search.Ingest.Identity;

namespace Search.Ingest.Tests.Feeds;

public sealed class FeedReaderTests : IDisposable
{
    private const string Rss = """
        <?xml version="1.0" encoding="utf-8"?>
        <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
        <channel>
        <title>Báo Thử</title>
        <image><url>https://bao.example/logo.png</url><title>Hình</title></image>
        <item>
          <title>Cầu mới qua sông &amp; đường mới</title>
          <link> https://bao.example/cau-moi.html?utm_source=rss </link>
          <description><![CDATA[<a href="x"><img src="y.jpg"></a></br>Cây cầu dài 2 km thông xe sáng nay. Xem </item> ở đây.]]></description>
          <content:encoded><![CDATA[<p>Đoạn một.</p><p>Đoạn&nbsp;hai <b>đậm</b>.</p><script>x</script>]]></content:encoded>
          <pubDate>Wed, 26 Jul 2017 19:41:14 +0700</pubDate>
          <dc:creator>Hà An</dc:creator>
          <category>Giao thông</category><category>cầu</category>
        </item>
        <item><title>Chỉ có tiêu đề</title><guid isPermaLink="false">tin-2</guid><author>ban@bao.example (Tư Bền)</author><pubDate>không rõ</pubDate></item>
        </channel></rss>
        """;

    private const string Atom = """
        <feed xmlns="http://www.w3.org/2005/Atom">
          <title>Tập san</title>
          <entry>
            <title type="html">Mưa &lt;b&gt;lớn&lt;/b&gt;</title>
            <link rel="self" href="https://bao.example/self"/><link href="https://bao.example/mua"/>
            <id>tag:bao.example,2024:1</id>
            <updated>2024-02-01T08:00:00Z</updated><published>2024-01-31T08:00:00+07:00</published>
            <author><name>Thu Hà</name></author>
            <category term="Thời tiết"/>
            <summary>Mưa từ đêm qua.</summary>
            <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Nước lên.</p><p>Đường ngập.</p></div></content>
          </entry>
        </feed>
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void An_item_of_RSS_is_an_article()
    {
        _folder.Write("a.rss", Rss);

        Article[] articles = _folder.Articles();

        Article first = articles[0];
        Assert.Equal("Cầu mới qua sông & đường mới", first.Title);
        Assert.Equal("Cây cầu dài 2 km thông xe sáng nay. Xem ở đây.", first.Lead);
        Assert.Equal("Đoạn một.\nĐoạn hai đậm.", first.Body);
        Assert.Equal(("2017-07-26T19:41:14+07:00", "Giao thông", "Báo Thử", "https://bao.example/cau-moi.html?utm_source=rss"), (first.Date?.Text, first.Category, first.Source, first.Url));
        Assert.Equal(["Hà An"], first.Authors);
        Assert.Equal(["cầu"], first.Tags);
        Assert.Equal(DerivedId.OfUrl("https://bao.example/cau-moi.html"), first.Id);
        Assert.Equal(("Chỉ có tiêu đề", DerivedId.OfPath("tin-2"), null), (articles[1].Title, articles[1].Id, articles[1].Date));
        Assert.Equal(["Tư Bền"], articles[1].Authors);
        Assert.Equal(["a.rss#1 = Cầu mới qua sông & đường mới", "a.rss#2 = Chỉ có tiêu đề"], _folder.Read());
    }

    [Fact]
    public void An_entry_of_Atom_is_an_article()
    {
        _folder.Write("a.atom", Atom);

        Article article = Assert.Single(_folder.Articles());

        Assert.Equal(("Mưa lớn", "Mưa từ đêm qua.", "Nước lên.\nĐường ngập."), (article.Title, article.Lead, article.Body));
        Assert.Equal(("2024-01-31T08:00:00+07:00", "Thời tiết", "Tập san", "https://bao.example/mua"), (article.Date?.Text, article.Category, article.Source, article.Url));
        Assert.Equal(["Thu Hà"], article.Authors);
    }

    [Fact]
    public void RSS_1_0_is_read_with_its_dates()
    {
        _folder.Write("a.xml", """
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <channel rdf:about="https://bao.example/"><title>Báo Cũ</title><items><rdf:Seq><rdf:li resource="https://bao.example/1"/></rdf:Seq></items></channel>
            <item rdf:about="https://bao.example/1"><title>Tin</title><link>https://bao.example/1</link><dc:date>2005-03-01T10:00:00+07:00</dc:date></item>
            </rdf:RDF>
            """);

        Article article = Assert.Single(_folder.Articles());

        Assert.Equal(("Tin", "2005-03-01T10:00:00+07:00", "Báo Cũ"), (article.Title, article.Date?.Text, article.Source));
    }

    [Fact]
    public void An_item_without_title_has_its_description_as_body()
    {
        _folder.Write("a.rss", "<rss><channel><item><description>Tin vắn.</description></item></channel></rss>");

        Article article = Assert.Single(_folder.Articles());

        Assert.Equal(("", "", "Tin vắn."), (article.Title, article.Lead, article.Body));
    }

    [Fact]
    public void Items_that_are_malformed_as_feeds_often_are_are_mended_and_others_leave_the_rest_alone()
    {
        _folder.Write("a.rss", "<rss><channel>" +
            "<item><title>Hỏi & đáp&nbsp;hôm nay&#8230;</title><link>https://bao.example/?a=1&b=2</link></item>" +
            "<item><title>Hở</titel></item>" +
            "<item><title>Ký tự\u0001lạ</title></item>" +
            "<item></item>" +
            "<item><title>Cuối</title></item></channel></rss>");

        string[] inputs = _folder.Read();

        Assert.Equal(["a.rss#1 = Hỏi & đáp hôm nay…", "a.rss#3 = Ký tựlạ", "a.rss#5 = Cuối"], inputs.Where(static line => line.Contains(" = ", StringComparison.Ordinal)));
        Assert.StartsWith("a.rss#2 ! The item is malformed XML: ", inputs[1], StringComparison.Ordinal);
        Assert.Equal("a.rss#4 ! The fields \"title\" and \"body\" are both empty; expected text in at least one of them.", inputs[3]);
        Assert.Equal("https://bao.example/?a=1&b=2", _folder.Articles()[0].Url);
    }

    [Fact]
    public void A_feed_cut_short_is_reported_after_what_is_whole()
    {
        _folder.Write("a.rss", Rss[..Rss.IndexOf("<guid", StringComparison.Ordinal)]);

        string[] inputs = _folder.Read();

        Assert.Equal("a.rss#1 = Cầu mới qua sông & đường mới", inputs[0]);
        Assert.StartsWith("a.rss#2 ! The item is malformed XML: ", inputs[1], StringComparison.Ordinal);
        Assert.Equal("a.rss ! The feed does not end; the file was cut short.", inputs[2]);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void A_feed_may_be_in_UTF_16(string name)
    {
        Encoding encoding = Encoding.GetEncoding(name);
        _folder.Write("a.rss", [.. encoding.Preamble, .. encoding.GetBytes(Rss.Replace("utf-8", "utf-16", StringComparison.Ordinal))]);

        Assert.Equal("Cầu mới qua sông & đường mới", _folder.Articles()[0].Title);
    }

    [Fact]
    public void A_declared_encoding_is_heeded()
    {
        // "Tin: dạ" in Windows-1258 is too little to be found out.
        byte[] feed = [.. "<?xml version='1.0' encoding='windows-1258'?><rss><channel><item><title>Tin: d"u8, (byte)'a', 0xF2, .. "</title></item></channel></rss>"u8];
        _folder.Write("a.rss", feed);

        var input = Assert.IsType<IngestedInput.Accepted>(Assert.Single(_folder.Inputs(IngestFormat.Auto)));

        Assert.Equal(("Tin: dạ", "windows-1258"), (input.Article.Title.Normalize(), input.Encoding));
    }

    [Theory]
    [InlineData("<html><body>x</body></html>", "The outermost element of the XML is <html>; expected a feed (<rss>, <rdf:RDF>, <feed>) or a sitemap (<urlset>).")]
    [InlineData("no xml", "The XML is malformed at line 1, position 1.")]
    [InlineData("<!DOCTYPE rss [<!ENTITY a 'b'>]><rss><channel><item><title>&a;</title></item></channel></rss>",
        "The XML has a document type definition, which is refused: it may hide entities that grow without end or read other files.")]
    public void What_is_no_feed_is_rejected(string xml, string reason)
    {
        _folder.Write("a.xml", xml);

        Assert.Equal([$"a.xml ! {reason}"], _folder.Read("a.xml"));
    }

    [Fact]
    public void XML_of_another_kind_is_passed_over_in_a_folder()
    {
        _folder.Write("a.xml", "<config/>");

        Assert.Equal(["a.xml - It is XML, but no feed."], _folder.PassedOver());
    }
}
