using System.Globalization;
using System.Text;
using System.Xml;
using Search.Answers;
using Search.Articles;
using Search.Engine.Ranking;
using Search.Engine.Searching;
using Search.Server.Hosting;

namespace Search.Server.Feeds;

/// <summary>What a search finds as an RSS feed.</summary>
internal static class FeedDocument
{
    private const int Items = 50;
    private const string Atom = "http://www.w3.org/2005/Atom";
    private const string DublinCore = "http://purl.org/dc/elements/1.1/";

    /// <summary>What a feed of a request lists.</summary>
    public static SearchRequest Newest(SearchRequest request) => request with { Order = HitOrder.Newest, Page = new(0, Items), Highlight = true };

    /// <summary>The feed.</summary>
    /// <param name="found">What a request of <see cref="Newest"/> found.</param>
    /// <param name="title">Its title.</param>
    /// <param name="page">The path of the page that shows the same, with its query.</param>
    /// <param name="self">The path of the feed, with its query.</param>
    /// <param name="http">The request; says how the service is called from outside.</param>
    public static IResult Of(SearchPage found, string title, string page, string self, HttpRequest http) =>
        TypedResults.Bytes(Write(found, title, page, self, http), "application/rss+xml; charset=utf-8");

    private static byte[] Write(SearchPage found, string title, string page, string self, HttpRequest http)
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
            Write(xml, "title", title);
            Write(xml, "link", site + page);
            Write(xml, "description", $"{found.Total} bài");
            Write(xml, "language", "vi");
            xml.WriteStartElement("link", Atom);
            xml.WriteAttributeString("href", site + self);
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
