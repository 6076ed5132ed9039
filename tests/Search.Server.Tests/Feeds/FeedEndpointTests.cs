using System.Xml.Linq;

namespace Search.Server.Tests.Feeds;

public sealed class FeedEndpointTests(SampleServer sample) : IClassFixture<SampleServer>
{
    [Fact]
    public async Task A_query_is_a_feed_of_the_newest()
    {
        HttpResponseMessage answer = await sample.Server.Client.GetAsync("/rss?q=cong&utm_source=x");

        Assert.Equal("application/rss+xml", answer.Content.Headers.ContentType?.MediaType);
        XElement channel = XDocument.Parse(await answer.Content.ReadAsStringAsync()).Root!.Element("channel")!;
        Assert.Equal("Kết quả tìm: cong", channel.Element("title")?.Value);
        Assert.Equal(["cong-nhan", "doi-ngoai"], channel.Elements("item").Select(static item => item.Element("guid")?.Value));
        XElement last = channel.Elements("item").Last();
        Assert.Equal("https://vidu.example/doi-ngoai", last.Element("link")?.Value);
        Assert.Equal("Wed, 29 Nov 2023 17:00:00 GMT", last.Element("pubDate")?.Value);
        Assert.EndsWith("/article/cong-nhan", channel.Elements("item").First().Element("link")?.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Titles_are_text_and_descriptions_escaped_HTML()
    {
        XElement channel = XDocument.Parse(await sample.Server.Client.GetStringAsync("/rss?q=v%C3%A0ng")).Root!.Element("channel")!;

        XElement item = Assert.Single(channel.Elements("item"));
        Assert.Equal("<script>alert('x')</script> & \"Giá\" vàng", item.Element("title")?.Value);
        Assert.Equal("Giá &lt;b&gt;<mark>vàng</mark>&lt;/b&gt; tăng.", item.Element("description")?.Value);
    }

    [Fact]
    public async Task Characters_that_XML_forbids_are_left_out()
    {
        await using TestServer server = await TestServer.StartAsync();
        await server.PutAsync("a", """{"title":"Tin\u0001 bão\uFFFE 𝒳"}""");

        XElement channel = XDocument.Parse(await server.Client.GetStringAsync("/rss?q=%01tin")).Root!.Element("channel")!;

        Assert.Equal("Tin bão 𝒳", channel.Element("item")?.Element("title")?.Value);
    }
}
