using AngleSharp.Dom;

namespace Search.Ingest.Pages.Html;

/// <summary>What a page says of its article where readers do not see it: JSON-LD, OpenGraph, <c>meta</c>, <c>link</c>, microdata.</summary>
/// <remarks>Lists are in order of trust. Nothing is judged yet: a title may carry the site's name, an author be the newspaper itself.</remarks>
internal sealed class PageMetadata
{
    private const int LongestTag = 80;
    private const int MostTags = 30;

    private readonly ILookup<string, string> _meta;
    private readonly JsonLd _jsonLd = new();
    private readonly string[] _categories;
    private readonly string[] _tags;
    private readonly string[] _moments;

    private PageMetadata(IDocument page)
    {
        _meta = page.QuerySelectorAll("meta").SelectMany(Named).ToLookup(static meta => meta.Name, static meta => meta.Value, StringComparer.OrdinalIgnoreCase);
        foreach (IElement script in page.QuerySelectorAll("script[type='application/ld+json']"))
        {
            _jsonLd.Read(script.TextContent);
        }

        _categories = Texts(page, "a[rel~=category]");
        _tags = Texts(page, "a[rel~=tag]:not([rel~=category])");
        _moments = [.. page.QuerySelectorAll("[itemprop=datePublished]").Select(static moment =>
            moment.GetAttribute("content") ?? moment.GetAttribute("datetime") ?? AttributeText.Of(moment.TextContent))];
        DocumentTitle = AttributeText.Of(page.QuerySelector("head > title, title")?.TextContent);
        Links = [.. page.QuerySelectorAll("link[rel=canonical]").Select(static link => link.GetAttribute("href") ?? ""), .. Meta("og:url"), _jsonLd.Url ?? ""];
    }

    /// <summary>The headline, as the page states it for others to show.</summary>
    public IEnumerable<string> Headlines => Present(_jsonLd.Headline, [.. Meta("og:title"), .. Meta("headline"), .. Meta("twitter:title"), .. Meta("dc.title")]);

    /// <summary>What the window is called: the headline and the site, or the site alone.</summary>
    public string DocumentTitle { get; }

    public IEnumerable<string> Descriptions => Present(_jsonLd.Description, [.. Meta("og:description"), .. Meta("description"), .. Meta("twitter:description")]);

    public IEnumerable<string> Dates => Present(
        _jsonLd.DatePublished,
        [.. Meta("article:published_time"), .. _moments, .. Meta("pubdate"), .. Meta("publishdate"), .. Meta("publish-date"), .. Meta("date.published"), .. Meta("dateCreated"),
            .. Meta("og:article:published_time"), .. Meta("dc.date.issued"), .. Meta("dcterms.created"), .. Meta("dc.date"), .. Meta("date")]);

    public IEnumerable<string> Authors => Present(null, [.. _jsonLd.Authors, .. Meta("article:author"), .. Meta("author"), .. Meta("dc.creator"), .. Meta("byl")]);

    /// <summary>The sections, the widest first where a way of several is stated.</summary>
    public IEnumerable<string> Sections => Present(null, [.. _jsonLd.Sections, .. Meta("article:section"), .. Meta("articleSection"), .. _jsonLd.Breadcrumbs, .. _categories]);

    public IEnumerable<string> SiteNames => Present(_jsonLd.Publisher, [.. Meta("og:site_name"), .. Meta("application-name"), .. Meta("copyright")]);

    /// <summary>The editors' tags.</summary>
    public IReadOnlyList<string> Tags => Split(Meta("article:tag")) is { Count: > 0 } tags ? tags : Split(_jsonLd.Keywords) is { Count: > 0 } stated ? stated : Split(_tags);

    /// <summary>What search engines are told, often the tags with the site's name; a sentence among them shows that they are none.</summary>
    public IReadOnlyList<string> Keywords => Split(Meta("news_keywords")) is { Count: > 0 } news ? news : Split(Meta("keywords"));

    /// <summary>Where the page says it was published; perhaps relative to where it was found.</summary>
    public IReadOnlyList<string> Links { get; }

    public static PageMetadata Of(IDocument page) => new(page);

    private static string[] Texts(IDocument page, string selector) =>
        [.. page.QuerySelectorAll(selector).Take(MostTags).Select(static link => AttributeText.Of(link.TextContent).TrimStart('#'))];

    private static IEnumerable<(string Name, string Value)> Named(IElement meta)
    {
        string value = AttributeText.Of(meta.GetAttribute("content"));
        foreach (string attribute in (string[])["property", "name", "itemprop"])
        {
            if (value.Length > 0 && meta.GetAttribute(attribute) is { } name)
            {
                yield return (name.Trim(), value);
            }
        }
    }

    private IEnumerable<string> Meta(string name) => _meta[name];

    private static IEnumerable<string> Present(string? first, IEnumerable<string> others) => (first is null ? others : others.Prepend(first)).Where(static text => text.Length > 0);

    private static List<string> Split(IEnumerable<string> values)
    {
        List<string> tags = [.. values.SelectMany(static value => value.Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .Distinct(StringComparer.OrdinalIgnoreCase)];
        return tags.Exists(static tag => tag.Length > LongestTag) ? [] : [.. tags.Take(MostTags)];
    }
}
