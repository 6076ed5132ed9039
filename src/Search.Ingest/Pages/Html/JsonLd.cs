using System.Collections.Frozen;
using System.Text.Json;

namespace Search.Ingest.Pages.Html;

/// <summary>What a page says of its article in JSON-LD (<c>&lt;script type="application/ld+json"&gt;</c>), by the vocabulary of schema.org.</summary>
/// <remarks>JSON that is damaged is passed over; line ends inside strings, which editors' texts bring along, are forgiven.</remarks>
internal sealed class JsonLd
{
    /// <summary>Objects that are looked at in one script.</summary>
    private const int MostObjects = 2000;

    private static readonly JsonDocumentOptions Options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };

    private static readonly FrozenSet<string> ArticleTypes = new[]
    {
        "Article", "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle", "BackgroundNewsArticle", "ReviewNewsArticle", "AskPublicNewsArticle",
        "BlogPosting", "LiveBlogPosting", "SocialMediaPosting", "Report", "ScholarlyArticle", "TechArticle", "VideoObject",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private bool _hasArticle;

    public string? Headline { get; private set; }

    public string? Description { get; private set; }

    public string? DatePublished { get; private set; }

    public string? Publisher { get; private set; }

    public string? Url { get; private set; }

    public List<string> Authors { get; } = [];

    public List<string> Sections { get; } = [];

    public List<string> Keywords { get; } = [];

    /// <summary>The sections that lead to the article, the widest first.</summary>
    public List<string> Breadcrumbs { get; } = [];

    /// <summary>Adds what a script says. Of several articles the first counts.</summary>
    public void Read(string script)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(Cleaned(script), Options);
            var pending = new Queue<JsonElement>([json.RootElement]);
            for (int i = 0; i < MostObjects && pending.TryDequeue(out JsonElement value); i++)
            {
                ReadValue(value, pending);
            }
        }
        catch (JsonException)
        {
            // Half of what editors' systems call JSON is none; the page says the same elsewhere.
        }
    }

    /// <summary>The object or array, without what was put around it for other parsers, and without line ends.</summary>
    private static string Cleaned(string script)
    {
        script = script.Replace("<![CDATA[", "", StringComparison.Ordinal).Replace("]]>", "", StringComparison.Ordinal);
        int start = script.AsSpan().IndexOfAny('{', '[');
        int end = script.AsSpan().LastIndexOfAny('}', ']');
        return start < 0 || end < start ? "" : string.Create(end + 1 - start, (script, start), static (chars, source) =>
        {
            source.script.AsSpan(source.start, chars.Length).CopyTo(chars);
            foreach (ref char c in chars)
            {
                c = c < ' ' ? ' ' : c;
            }
        });
    }

    private void ReadValue(JsonElement value, Queue<JsonElement> pending)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement element in value.EnumerateArray())
            {
                pending.Enqueue(element);
            }
        }
        else if (value.ValueKind == JsonValueKind.Object)
        {
            if (!_hasArticle && Types(value).Any(ArticleTypes.Contains))
            {
                ReadArticle(value);
            }
            else if (Breadcrumbs.Count == 0 && Types(value).Contains("BreadcrumbList", StringComparer.OrdinalIgnoreCase))
            {
                ReadBreadcrumbs(value);
            }

            foreach (JsonProperty property in value.EnumerateObject().Where(static property => property.Name is "@graph" or "mainEntity" or "itemListElement" or "breadcrumb"))
            {
                pending.Enqueue(property.Value);
            }
        }
    }

    private void ReadArticle(JsonElement article)
    {
        _hasArticle = true;
        Headline = Text(article, "headline") ?? Text(article, "name");
        Description = Text(article, "description");
        DatePublished = Text(article, "datePublished") ?? Text(article, "dateCreated") ?? Text(article, "uploadDate");
        Publisher = Texts(article, "publisher").FirstOrDefault();
        Url = Text(article, "url") ?? Texts(article, "mainEntityOfPage").FirstOrDefault();
        Authors.AddRange(Texts(article, "author"));
        Sections.AddRange(Texts(article, "articleSection"));
        Keywords.AddRange(Texts(article, "keywords"));
    }

    private void ReadBreadcrumbs(JsonElement list)
    {
        if (list.TryGetProperty("itemListElement", out JsonElement items) && items.ValueKind == JsonValueKind.Array)
        {
            Breadcrumbs.AddRange(items.EnumerateArray().Where(static item => item.ValueKind == JsonValueKind.Object)
                .Select(static item => Text(item, "name") ?? Texts(item, "item").FirstOrDefault() ?? "").Where(static name => name.Length > 0));
        }
    }

    private static IEnumerable<string> Types(JsonElement value) =>
        Texts(value, "@type").Select(static type => type[(type.LastIndexOf('/') + 1)..]);

    private static string? Text(JsonElement value, string name) => Texts(value, name).FirstOrDefault();

    /// <summary>The strings of a property: itself, those of its array, or the names (else addresses) of the things there.</summary>
    private static IEnumerable<string> Texts(JsonElement value, string name) =>
        value.TryGetProperty(name, out JsonElement property)
            ? (property.ValueKind == JsonValueKind.Array ? property.EnumerateArray() : Enumerable.Repeat(property, 1)).Select(Name).OfType<string>()
            : [];

    private static string? Name(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Object)
        {
            return (value.TryGetProperty("name", out JsonElement name) || value.TryGetProperty("@id", out name) || value.TryGetProperty("url", out name)) ? Name(name) : null;
        }

        return value.ValueKind == JsonValueKind.String && AttributeText.Of(value.GetString()) is { Length: > 0 } text ? text : null;
    }
}
