namespace Search.Ingest.Pages.Html;

/// <summary>The paragraphs of an article, without what stands among them.</summary>
internal static class ArticleText
{
    /// <summary>A block that is mostly links is text all the same if this many words are none and it ends as a sentence does.</summary>
    private const int FewestFreeWords = 8;

    /// <summary>The blocks that are the text, in their order.</summary>
    /// <remarks>Captions are left out, unless they are most of it: then the article is a series of pictures. So is what closes the text by naming
    /// other articles (<c>Xem thêm các bài cùng chủ đề:</c>).</remarks>
    /// <param name="layout">The page.</param>
    /// <param name="text">Where the text stands.</param>
    /// <param name="title">The headline, which may stand again among the text.</param>
    /// <param name="lead">The block of the lead, or -1.</param>
    public static List<HtmlBlock> Of(PageLayout layout, Span text, string title, int lead)
    {
        string[] known = [PageLine.KeyOf(title), lead < 0 ? "" : layout.Blocks[lead].Line.Key];
        List<HtmlBlock> blocks = [.. Enumerable.Range(text.Start, text.Length)
            .Where(i => i != lead && !layout.IsApart(i) && !known.Contains(layout.Blocks[i].Line.Key) && IsText(layout.Blocks[i]))
            .Select(i => layout.Blocks[i])];
        List<HtmlBlock> head = [.. blocks.TakeWhile(static block => !block.IsProse)];
        blocks.RemoveRange(0, head.Count);
        blocks.InsertRange(0, head.Where(static block => !PageByline.IsDateLine(block) && !block.Role.HasFlag(BoxRole.Author) && !AuthorLine.IsLabelled(block.Line)));
        int reference = blocks.FindLastIndex(static block => PageFurniture.IsReference(block.Line));
        if (reference > 0 && blocks.Skip(reference + 1).All(static block => block is { IsRow: false, Line.EndsStatement: false, Line.IsLong: false }))
        {
            blocks.RemoveRange(reference, blocks.Count - reference);
        }

        List<HtmlBlock> paragraphs = [.. blocks.Where(static block => !block.IsCaption)];
        bool isPictureStory = blocks.Count > paragraphs.Count + 1 && Words(blocks) > 2 * Words(paragraphs);
        paragraphs = isPictureStory ? [.. blocks.Where(static block => !PageFurniture.IsCredit(block.Line))] : paragraphs;
        while (paragraphs is [.., { } last] && PageFurniture.IsImprint(last.Line))
        {
            paragraphs.RemoveAt(paragraphs.Count - 1);
        }

        return paragraphs;
    }

    private static int Words(List<HtmlBlock> blocks) => blocks.Sum(static block => block.Line.Words);

    private static bool IsText(HtmlBlock block)
    {
        bool isLink = block.IsLinked && !(block.Line.EndsStatement && block.FreeWords >= FewestFreeWords);
        bool isAround = (block.Role & (BoxRole.Tags | BoxRole.Breadcrumb)) != 0 || block.Element.LocalName == "time";
        return block.IsRow ? !block.IsLinked
            : !isLink && !isAround && !PageFurniture.IsLink(block.Line) && !PageFurniture.IsLabel(block.Line) && VietnameseDate.Without(block.Line.Text).Length > 0;
    }
}
