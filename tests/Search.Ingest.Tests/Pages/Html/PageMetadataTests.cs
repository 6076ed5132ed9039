using Search.Ingest.Pages.Html;

namespace Search.Ingest.Tests.Pages.Html;

public sealed class PageMetadataTests
{
    [Fact]
    public void Json_ld_states_the_article()
    {
        PageMetadata metadata = Script("""
            {"@context":"https://schema.org","@graph":[
              {"@type":"WebSite","name":"Báo Mẫu"},
              {"@type":["Thing","http://schema.org/NewsArticle"],"headline":"Tiêu đề &quot;lạ&quot;","description":"Một <b>câu</b>.","datePublished":"2023-11-30T14:05:00+07:00",
               "author":[{"@type":"Person","name":"Vũ Tân"},{"name":"Lê Ba"},"An Tư"],"publisher":{"name":"Báo Mẫu"},"articleSection":["Xã hội"],"keywords":["một","hai"],
               "mainEntityOfPage":{"@id":"https://bao.example/a.html"}},
              {"@type":"NewsArticle","headline":"Bài khác"}]}
            """);

        Assert.Equal(["Tiêu đề \"lạ\""], metadata.Headlines);
        Assert.Equal(["Một câu ."], metadata.Descriptions);
        Assert.Equal(["2023-11-30T14:05:00+07:00"], metadata.Dates);
        Assert.Equal(["Vũ Tân", "Lê Ba", "An Tư"], metadata.Authors);
        Assert.Equal(["Báo Mẫu"], metadata.SiteNames);
        Assert.Equal(["Xã hội"], metadata.Sections);
        Assert.Equal(["một", "hai"], metadata.Tags);
        Assert.Contains("https://bao.example/a.html", metadata.Links);
    }

    [Theory]
    [InlineData("{\"@type\":\"NewsArticle\",\"headline\":\"Một\ntiêu đề\",}")]
    [InlineData("/*<![CDATA[*/[{\"@type\":\"NewsArticle\",\"headline\":\"Một tiêu đề\"}]/*]]>*/")]
    [InlineData("<!-- {\"@type\":\"NewsArticle\",\"headline\":\"Một tiêu đề\"} -->")]
    [InlineData("{\"@type\":\"WebPage\",\"mainEntity\":{\"@type\":\"Article\",\"name\":\"Một tiêu đề\"}}")]
    public void Json_ld_may_be_written_badly(string json) => Assert.Equal(["Một tiêu đề"], Script(json).Headlines);

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[1,null,\"x\",[]]")]
    [InlineData("{\"@type\":{\"@type\":\"NewsArticle\"},\"headline\":[[]]}")]
    [InlineData("{\"@type\":\"NewsArticle\",\"headline\":{\"name\":{\"name\":{}}},\"author\":5}")]
    public void Other_json_states_nothing(string json)
    {
        PageMetadata metadata = Script(json);

        Assert.Empty(metadata.Headlines);
        Assert.Empty(metadata.Authors);
    }

    [Fact]
    public void Breadcrumbs_are_sections() =>
        Assert.Equal(
            ["Trang chủ", "Xã hội"],
            Script("""{"@type":"BreadcrumbList","itemListElement":[{"name":"Trang chủ"},{"item":{"@id":"/x","name":"Xã hội"}},7]}""").Sections);

    [Fact]
    public void Meta_elements_are_read_by_property_name_or_itemprop_whatever_their_case()
    {
        PageMetadata metadata = Page("<meta PROPERTY='OG:Title' content='A'><meta name=pubdate content='1/2/2020'><meta itemprop=headline content='B'><meta name=author content=''>");

        Assert.Equal(["A", "B"], metadata.Headlines);
        Assert.Equal(["1/2/2020"], metadata.Dates);
        Assert.Empty(metadata.Authors);
    }

    private static PageMetadata Script(string json) => Page($"<script type='application/ld+json'>{json}</script>");

    private static PageMetadata Page(string html) => PageMetadata.Of(HtmlTree.Parse(html, out _)!);
}
