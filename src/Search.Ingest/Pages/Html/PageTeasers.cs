using AngleSharp.Dom;

namespace Search.Ingest.Pages.Html;

/// <summary>Finds what a page says of other articles: a linked headline, and below it in the same box a paragraph. The box holds nothing of the
/// page's own article.</summary>
internal static class PageTeasers
{
    /// <summary>In words.</summary>
    private const int ShortestHeadline = 5;

    private const int ShortestText = 8;

    /// <summary>The teasers, each headline once.</summary>
    /// <param name="layout">The page.</param>
    /// <param name="paragraphs">The text of its own article.</param>
    /// <param name="title">Its own headline.</param>
    /// <param name="address">Where it was published, for links that are relative; or <see langword="null"/>.</param>
    public static IReadOnlyList<PageTeaser> Find(PageLayout layout, HashSet<HtmlBlock> paragraphs, string title, string? address)
    {
        var teasers = new List<PageTeaser>();
        var known = new HashSet<string> { PageLine.KeyOf(title) };
        int[] ofArticle = [.. Enumerable.Range(0, layout.Blocks.Count).Where(i => paragraphs.Contains(layout.Blocks[i]))];
        for (int i = 0; i + 1 < layout.Blocks.Count; i++)
        {
            HtmlBlock headline = layout.Blocks[i];
            HtmlBlock text = layout.Blocks[i + 1];
            bool isHeadline = headline is { IsLinked: true, Link: not null, Line: { EndsStatement: false, Words: >= ShortestHeadline } };
            bool isText = (!text.IsLinked || text.Link == headline.Link) && text.Line is { IsParagraph: true, Words: >= ShortestText } && !text.IsCaption;
            if (isHeadline && isText && Box(i) is var box && !ofArticle.Any(block => block >= box.Start && block < box.End) && known.Add(headline.Line.Key))
            {
                teasers.Add(PageTeaser.Of(headline.Line.Text, text.Line.Text, PageAddress.Absolute(headline.Link, address)));
            }
        }

        return teasers;

        // The blocks of the smallest element that holds a headline and what follows it.
        Span Box(int headline)
        {
            IElement? element = layout.Blocks[headline].Element;
            while (element is not null && layout.SpanOf(element).End < headline + 2)
            {
                element = element.ParentElement;
            }

            return element is null ? new Span(0, layout.Blocks.Count) : layout.SpanOf(element);
        }
    }
}
