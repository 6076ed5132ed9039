using System.Globalization;
using System.Text;
using System.Xml;
using Search.Answers;
using Search.Articles;
using Search.Engine.Ranking;
using Search.Engine.Searching;
using Search.Server.Access;
using Search.Server.Hosting;
using Search.Server.Parameters;
using Search.Server.Searching;
using Search.Server.Status;

namespace Search.Server.Feeds;

/// <summary><c>/rss</c>: what a query finds as a feed, the newest first.</summary>
internal static class FeedEndpoint
{
    private const int Items = 50;
    private const string Atom = "http://www.w3.org/2005/Atom";
    private const string DublinCore = "http://purl.org/dc/elements/1.1/";

    /// <summary>Adds the route.</summary>
    public static void MapFeed(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/rss", GetAsync).ExcludeFromDescription().RequireScope(Scope.Search).RequireReadyIndex().TagWithGeneration();

    /// <summary>Parameters that it does not know are ignored: links gather them on their way through the web.</summary>
    public static async Task<IResult> GetAsync(HttpContext http, TimedSearch search)
    {
        var reader = new ParameterReader(ParameterValues.FromForm(http.Request.Query));
        SearchRequest request = SearchParameters.ReadCounted(reader) with { Order = HitOrder.Newest, Page = new(0, Items), Highlight = true };
        if (!reader.Problems.AreNone)
        {
            return reader.Problems.ToProblem();
        }

        SearchPage found = await search.SearchAsync(request, http.RequestAborted);
        return TypedResults.Bytes(Feed(request, found, http.Request), "application/rss+xml; charset=utf-8");
    }

    private static byte[] Feed(SearchRequest request, SearchPage found, HttpRequest http)
    {
        string site = SiteAddress.Of(http);
        using var stream = new MemoryStream();
        using (XmlWriter xml = XmlWriter.Create(stream, new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true }))
        {
            xml.WriteStartElement("rss");
            xml.WriteAttributeString("version", "2.0");
            xml.WriteAttributeString("xmlns", "atom", null, Atom);
            xml.WriteAttributeString("xmlns", "dc", null, DublinCore);
            xml.WriteStartElement("channel");
            Write(xml, "title", request.Query.Length == 0 ? "Bài mới nhất" : $"Kết quả tìm: {request.Query}");
            Write(xml, "link", $"{site}/{http.QueryString}");
            Write(xml, "description", $"{found.Total} bài");
            Write(xml, "language", "vi");
            xml.WriteStartElement("link", Atom);
            xml.WriteAttributeString("href", $"{site}/rss{http.QueryString}");
            xml.WriteAttributeString("rel", "self");
            xml.WriteAttributeString("type", "application/rss+xml");
            xml.WriteEndElement();
            foreach (Hit hit in found.Hits)
            {
                WriteItem(xml, hit, site);
            }

            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        return stream.ToArray();
    }

    private static void WriteItem(XmlWriter xml, Hit hit, string site)
    {
        Article article = hit.Article;
        xml.WriteStartElement("item");
        Write(xml, "title", article.Title);
        Write(xml, "link", article.Url ?? $"{site}/article/{article.Id}");
        xml.WriteStartElement("guid");
        xml.WriteAttributeString("isPermaLink", "false");
        xml.WriteString(article.Id);
        xml.WriteEndElement();
        if (article.Date is { } date)
        {
            Write(xml, "pubDate", date.Instant.ToString("R", CultureInfo.InvariantCulture));
        }

        Write(xml, "description", string.Join(' ', hit.Snippets.Select(snippet => MarkedHtml.Of(snippet.Text, snippet.Ranges))));   // HTML, as readers expect
        foreach (string category in article.Tags.Prepend(article.Category).OfType<string>())
        {
            Write(xml, "category", category);
        }

        foreach (string author in article.Authors)
        {
            xml.WriteElementString("creator", DublinCore, Readable(author));
        }

        xml.WriteEndElement();
    }

    private static void Write(XmlWriter xml, string name, string text) => xml.WriteElementString(name, Readable(text));

    /// <summary>The text without the characters that XML forbids.</summary>
    private static string Readable(string text) => string.Concat(WellFormedText.Of(text).Where(static c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c)));
}
