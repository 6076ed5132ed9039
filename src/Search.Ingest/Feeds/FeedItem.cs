using System.Xml.Linq;
using Search.Articles;
using Search.Ingest.Identity;
using Search.Ingest.Pages;

namespace Search.Ingest.Feeds;

/// <summary>An item of a feed, of RSS 0.9 to 2.0 or Atom, as an article.</summary>
/// <remarks>The description is the lead, the full content (<c>content:encoded</c>, Atom's <c>content</c>) the body. The first category is the
/// category, the others are tags. Identity is the address, else the <c>guid</c> or <c>id</c>, else the place.</remarks>
internal static class FeedItem
{
    /// <summary>The article of an item.</summary>
    /// <param name="item">The element <c>item</c> or <c>entry</c>.</param>
    /// <param name="feedTitle">The title of the feed, which is the source of items that name none.</param>
    /// <param name="place">Where it stands, for the id.</param>
    public static Article Read(XElement item, string feedTitle, string place)
    {
        string? url = Address(item);
        string guid = First(item, "guid", "id");
        string body = Text(item, "encoded", "content", "body");
        string lead = Text(item, "description", "summary");
        string title = Text(item, "title");
        string[] categories = [.. Elements(item, "category", "subject").Select(static each => MarkupText.Of((string?)each.Attribute("term") ?? each.Value)).Where(static each => each.Length > 0)];
        string source = Elements(item, "source").Select(static each => each.HasElements ? First(each, "title") : each.Value.Trim()).FirstOrDefault("");
        return new Article
        {
            Id = url is not null ? DerivedId.OfUrl(url) : DerivedId.OfPath(guid.Length > 0 ? guid : place),
            Title = title,
            Lead = body.Length > 0 || title.Length > 0 ? lead : "",
            Body = body.Length > 0 || title.Length > 0 ? body : lead,
            Date = VietnameseDate.TryRead(First(item, "pubDate", "published", "date", "issued", "updated"), out ArticleDate date) ? date : null,
            Authors = [.. Elements(item, "author", "creator").Select(Name).Where(static name => name.Length > 0).Distinct(StringComparer.Ordinal)],
            Tags = [.. categories.Skip(1)],
            Category = categories.FirstOrDefault(),
            Source = source.Length > 0 ? source : feedTitle.Length > 0 ? feedTitle : null,
            Url = url,
        };
    }

    private static string? Address(XElement item)
    {
        IEnumerable<string> links = Elements(item, "link").Where(static link => (string?)link.Attribute("rel") is null or "alternate")
            .Select(static link => (string?)link.Attribute("href") ?? link.Value);
        IEnumerable<string> permanent = Elements(item, "guid").Where(static guid => (string?)guid.Attribute("isPermaLink") != "false").Select(static guid => guid.Value);
        return links.Concat(permanent).Select(static link => link.Trim())
            .FirstOrDefault(static link => Uri.TryCreate(link, UriKind.Absolute, out Uri? uri) && uri.Scheme is "http" or "https");
    }

    /// <summary>A name: of Atom an element of its own; of RSS what stands in brackets behind the e-mail address.</summary>
    private static string Name(XElement author)
    {
        string name = author.HasElements ? First(author, "name") : author.Value.Trim();
        int bracket = name.IndexOf('(', StringComparison.Ordinal);
        return MarkupText.Of(bracket > 0 && name.Contains('@', StringComparison.Ordinal) && name[^1] == ')' ? name[(bracket + 1)..^1] : name);
    }

    private static string First(XElement parent, params string[] names) => names.SelectMany(name => Elements(parent, name)).Select(static each => each.Value.Trim()).FirstOrDefault("");

    /// <summary>The text of the first of these elements that has some.</summary>
    private static string Text(XElement item, params string[] names) => names.SelectMany(name => Elements(item, name)).Select(Text).FirstOrDefault(static text => text.Length > 0, "");

    private static string Text(XElement element) => (string?)element.Attribute("type") switch
    {
        "text" => string.Join('\n', element.Value.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)),
        "xhtml" => MarkupText.Of(string.Concat(element.Nodes().Select(static node => node.ToString(SaveOptions.DisableFormatting)))),
        _ => MarkupText.Of(element.Value),
    };

    private static IEnumerable<XElement> Elements(XElement parent, params string[] names) => parent.Elements().Where(element => names.Contains(element.Name.LocalName));
}
