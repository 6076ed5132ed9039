using Search.Articles;

namespace Search.Ingest.Pages.Html;

/// <summary>The article of a parsed page.</summary>
/// <remarks>
/// The order of the rules: what the page states (<see cref="PageMetadata"/>); its blocks and what stands apart (<see cref="PageLayout"/>); the headline
/// (<see cref="PageTitle"/>); the element of the text (<see cref="MainText"/>); the lead (<see cref="PageLead"/>); who and when (<see cref="PageByline"/>); and
/// the paragraphs, which are all blocks of the text that are none of these, no caption, no link to another article and no button.
/// </remarks>
internal sealed record HtmlArticle
{
    /// <summary>The share of a page's running text that must follow a headline for the text to be looked for there.</summary>
    private const double FewestAfterTitle = 0.3;

    public string Title { get; init; } = "";

    public string Lead { get; init; } = "";

    public string Body { get; init; } = "";

    public ArticleDate? Date { get; init; }

    public IReadOnlyList<string> Authors { get; init; } = [];

    public IReadOnlyList<string> Tags { get; init; } = [];

    public string? Category { get; init; }

    public string? Source { get; init; }

    /// <summary>The canonical address, http or https.</summary>
    public string? Url { get; init; }

    /// <summary>What the page says of other articles.</summary>
    public IReadOnlyList<PageTeaser> Teasers { get; init; } = [];

    /// <summary>Finds the article of a page.</summary>
    /// <param name="layout">The page.</param>
    /// <param name="metadata">What it states.</param>
    /// <param name="url">Its canonical address, or <see langword="null"/>.</param>
    /// <param name="repeated">What repeats across the pages of its site.</param>
    public static HtmlArticle Of(PageLayout layout, PageMetadata metadata, string? url, RepeatedLines repeated)
    {
        Span guess = MainText.Find(layout, 0);
        repeated = repeated.On([.. Enumerable.Range(guess.Start, guess.Length).Where(i => !layout.IsApart(i)).Select(i => layout.Blocks[i].Line)]);
        string title = PageTitle.Find(layout, metadata, guess, repeated, out int titleBlock);
        Span text = MainText.Find(layout, IsBefore(layout, titleBlock) ? titleBlock + 1 : 0);
        int lead = PageLead.Find(layout, metadata, titleBlock, text, repeated);
        List<HtmlBlock> paragraphs = ArticleText.Of(layout, text, title, lead);
        paragraphs.RemoveAll(block => !block.IsRow && repeated.Contains(block.Line));
        IReadOnlyList<PageTeaser> teasers = PageTeasers.Find(layout, [.. paragraphs], title, url);
        var byline = new PageByline(layout, metadata, titleBlock, text);
        IReadOnlyList<string> authors = byline.TakeAuthors(paragraphs, hasLead: lead >= 0, url is null ? null : new Uri(url).Host);

        string leadText = lead >= 0 ? layout.Blocks[lead].Line.Text : "";
        string? source = TakeSource(ref leadText, paragraphs);
        string body = BodyOf(paragraphs);
        return new HtmlArticle
        {
            Title = title,
            Lead = leadText.Length > 0 ? leadText : PageLead.Stated(metadata, title, body, repeated),
            Body = body,
            Date = byline.Date(),
            Authors = authors,
            Tags = byline.Tags(),
            Category = byline.Category(),
            Source = metadata.SiteNames.FirstOrDefault() ?? source,
            Url = url,
            Teasers = teasers,
        };
    }

    /// <summary>The text of an article that comes as HTML without a page around it, as in feeds and exports, and the authors in its last lines.</summary>
    /// <param name="html">The text.</param>
    /// <param name="title">The headline, which may stand again among the text.</param>
    /// <param name="problem">Why there is none, a sentence, or empty.</param>
    public static HtmlArticle? OfFragment(string html, string title, out string problem)
    {
        if (HtmlTree.Parse(html, out problem) is not { } fragment || PageLayout.Of(fragment.DocumentElement, out problem) is not { } layout)
        {
            return null;
        }

        var text = new Span(0, layout.Blocks.Count);
        List<HtmlBlock> paragraphs = ArticleText.Of(layout, text, title, lead: -1);
        IReadOnlyList<string> authors = new PageByline(layout, PageMetadata.Of(fragment), title: -1, text).TakeAuthors(paragraphs, hasLead: false, host: null);
        string lead = "";
        string? source = TakeSource(ref lead, paragraphs);
        return new HtmlArticle { Title = title, Body = BodyOf(paragraphs), Authors = authors, Source = source };
    }

    private static string BodyOf(List<HtmlBlock> paragraphs) => string.Join('\n', paragraphs.Select(static block => block.Line.Text));

    /// <summary>Takes the mark of the newspaper from the lead, or from the first paragraph.</summary>
    private static string? TakeSource(ref string lead, List<HtmlBlock> paragraphs)
    {
        string first = lead.Length > 0 ? lead : paragraphs.Count > 0 ? paragraphs[0].Line.Text : "";
        if (!SourceMark.TryTake(first, out string source, out string rest))
        {
            return null;
        }

        if (lead.Length > 0)
        {
            lead = rest;
        }
        else
        {
            paragraphs[0] = paragraphs[0] with { Line = new PageLine(rest, BeginsBlock: true) };
        }

        return source;
    }

    private static bool IsBefore(PageLayout layout, int title) =>
        layout.ProseIn(new Span(title + 1, layout.Blocks.Count)) >= FewestAfterTitle * layout.ProseIn(new Span(0, layout.Blocks.Count));
}
