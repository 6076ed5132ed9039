using AngleSharp.Dom;

namespace Search.Ingest.Pages.Html;

/// <summary>Finds the lead: the paragraph between headline and text that says the story in short.</summary>
/// <remarks>It must be set off from the text: named as such, stated as the page's description, standing outside the element of the text, in bold, or
/// as a heading. A first paragraph that looks like all the others belongs to the text.</remarks>
internal static class PageLead
{
    private const int ShortestLead = 6;

    /// <summary>In letters; what two shorter texts have in common says nothing.</summary>
    private const int ShortestKey = 24;

    /// <summary>How many blocks of the text may stand before it: a caption, a date.</summary>
    private const int MostBefore = 4;

    private const double CommonWords = 0.6;

    /// <summary>The block of the lead, or -1.</summary>
    /// <param name="layout">The page.</param>
    /// <param name="metadata">What it states.</param>
    /// <param name="title">The block of the headline, or -1.</param>
    /// <param name="text">Where the text stands.</param>
    /// <param name="repeated">What repeats across the pages of the site.</param>
    public static int Find(PageLayout layout, PageMetadata metadata, int title, Span text, RepeatedLines repeated)
    {
        string[] descriptions = [.. metadata.Descriptions.Select(WithoutMark).Where(static key => key.Length >= ShortestKey)];
        int from = title >= 0 ? title + 1 : text.Start;
        int end = Math.Min(text.End, text.Start + MostBefore);
        List<int> candidates = [.. Enumerable.Range(from, Math.Max(0, end - from)).Where(IsCandidate)];
        int found = candidates.FindIndex(i => layout.Blocks[i].Role.HasFlag(BoxRole.Lead) || IsDescribed(i));
        found = found >= 0 ? found : candidates.FindLastIndex(i => i < text.Start && layout.Blocks[i].Line.IsParagraph);
        found = found >= 0 ? found : candidates.FindIndex(i => layout.Blocks[i].Line.IsParagraph) is var outside and >= 0 && IsOutside(candidates[outside]) ? outside : -1;
        found = found >= 0 ? found : candidates.FindIndex(i => layout.Blocks[i].Line.IsParagraph) is var first and >= 0 && IsSetOff(candidates[first]) ? first : -1;
        return found >= 0 ? candidates[found] : -1;

        bool IsCandidate(int i) => layout.Blocks[i] is { IsLinked: false, IsRow: false, IsCaption: false } block && block.Line.Words >= ShortestLead
            && (block.Role & (BoxRole.Date | BoxRole.Author | BoxRole.Breadcrumb | BoxRole.Comments)) == 0 && (!layout.IsApart(i) || block.Role.HasFlag(BoxRole.Lead))
            && VietnameseDate.Without(block.Line.Text).Length > block.Line.Text.Length / 2 && !repeated.Contains(block.Line);

        bool IsDescribed(int i) => WithoutMark(layout.Blocks[i].Line.Text) is var key && Array.Exists(descriptions, description =>
            description == key || (i < text.Start && key.Length >= ShortestKey
                && (key.StartsWith(description, StringComparison.Ordinal) || description.StartsWith(key, StringComparison.Ordinal)))
            || (description.StartsWith(key, StringComparison.Ordinal) && key.Length >= ShortestKey && 5 * key.Length >= 4 * description.Length));

        // In an element with a name that the next paragraph does not have, or before the named element that holds the next ones.
        bool IsOutside(int i)
        {
            int next = Enumerable.Range(i + 1, layout.Blocks.Count - i - 1).FirstOrDefault(j => layout.Blocks[j] is { IsProse: true, IsCaption: false } && !layout.IsApart(j), -1);
            if (next < 0)
            {
                return false;
            }

            (IElement own, IElement other, IElement container) = (layout.WrapperOf(i), layout.WrapperOf(next), layout.ContainerOf(next));
            return (IsNamed(own) && (own.LocalName, own.ClassName) != (other.LocalName, other.ClassName)) || (IsNamed(container) && layout.SpanOf(container).Start > i);
        }

        static bool IsNamed(IElement element) => element.ClassName is { Length: > 0 };

        // In bold, or a heading, while what follows is not.
        bool IsSetOff(int i) => layout.Blocks[i] is { IsBold: true } && layout.Blocks.Skip(i + 1).FirstOrDefault(static block => block.IsProse && !block.IsCaption) is { IsBold: false };
    }

    /// <summary>The description of a page without a lead, if it speaks of the article and does not just repeat how it begins.</summary>
    public static string Stated(PageMetadata metadata, string title, string body, RepeatedLines repeated)
    {
        string bodyKey = PageLine.KeyOf(body.Length > 1000 ? body[..1000] : body);
        HashSet<string> words = [.. Words(title), .. Words(body)];
        return metadata.Descriptions.Select(description => WithoutTitle(description, title)).FirstOrDefault(description =>
        {
            string[] own = Words(description);
            string key = PageLine.KeyOf(description);
            return own.Length >= ShortestLead && key != PageLine.KeyOf(title) && !bodyKey.Contains(key[..Math.Min(key.Length, 2 * ShortestKey)], StringComparison.Ordinal)
                && own.Count(words.Contains) >= CommonWords * own.Length && !repeated.Contains(new PageLine(description, BeginsBlock: true));
        }) ?? "";
    }

    private static string WithoutTitle(string description, string title) =>
        title.Length > 0 && description.StartsWith(title, StringComparison.OrdinalIgnoreCase) ? description[title.Length..].TrimStart('.', ':', '-', '–', '|', ' ') : description;

    private static string[] Words(string text) =>
        [.. text.Split([' ', '\n', ',', '.', '-', '"', '“', '”', '(', ')', ':', ';'], StringSplitOptions.RemoveEmptyEntries).Select(PageLine.KeyOf)];

    private static string WithoutMark(string text)
    {
        SourceMark.TryTake(text.TrimEnd('.', '…', ' '), out _, out string rest);
        return PageLine.KeyOf(rest);
    }
}
