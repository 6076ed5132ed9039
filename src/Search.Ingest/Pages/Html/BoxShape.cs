using AngleSharp.Dom;

namespace Search.Ingest.Pages.Html;

/// <summary>Tells what tables are for: old pages are laid out in tables, and set pictures with their captions in them.</summary>
/// <remarks>Looks at a bounded number of nodes, so that tables in tables cost no more.</remarks>
internal static class BoxShape
{
    private const int LongestCell = 60;
    private const int LongestCaption = 80;

    /// <summary>For elements that are not made for pictures.</summary>
    private const int LongestPlainCaption = 40;

    /// <summary>The nodes of a cell or a caption, with all the styles of a word processor.</summary>
    private const int MostNodes = 60;

    /// <summary>Whether a row is a row of data: two or more cells with text, short and without structure.</summary>
    public static bool IsDataRow(IElement row)
    {
        IElement[] cells = [.. row.Children.Where(static cell => cell.LocalName is "td" or "th")];
        return cells.Length >= 2 && cells.Count(HasText) >= 2 && cells.All(IsDataCell);
    }

    /// <summary>Whether an element shows a picture with no more text than a caption: a <c>figure</c>, a table, or a
    /// <c>div</c> or paragraph that begins with the picture.</summary>
    public static bool IsFigure(IElement element)
    {
        bool isPlain = element.LocalName is "div" or "p" or "center";
        if (!isPlain && element.LocalName is not ("figure" or "table"))
        {
            return false;
        }

        int words = 0, nodes = 0;
        bool hasPicture = false;
        foreach (INode node in element.GetDescendants())
        {
            hasPicture |= node is IElement { LocalName: "img" or "picture" } || (!isPlain && node is IElement { LocalName: "video" or "iframe" or "object" });
            words += Words(node);
            bool isTextFirst = isPlain && words > 0 && !hasPicture;
            if (isTextFirst || ++nodes > 2 * MostNodes || words > (isPlain ? LongestPlainCaption : LongestCaption) || (isPlain && node is IElement { LocalName: "h1" or "h2" or "h3" or "h4" or "li" }))
            {
                return false;
            }
        }

        return hasPicture && words > 0 && (BoxRoles.Of(element) & (BoxRole.Title | BoxRole.Lead)) == 0;
    }

    private static bool HasText(IElement cell) => cell.GetDescendants().Take(MostNodes).Any(static node => Words(node) > 0);

    private static bool IsDataCell(IElement cell)
    {
        int words = 0, nodes = 0, paragraphs = 0;
        foreach (INode node in cell.GetDescendants())
        {
            paragraphs += node is IElement { LocalName: "p" or "div" or "li" or "br" } ? 1 : 0;
            words += Words(node);
            if (++nodes > MostNodes || words > LongestCell || paragraphs > 3
                || node is IElement { LocalName: "table" or "img" or "form" or "h1" or "h2" or "h3" or "ul" or "ol" or "iframe" or "script" or "article" or "section" })
            {
                return false;
            }
        }

        return true;
    }

    private static int Words(INode node) =>
        node is IText text && !string.IsNullOrWhiteSpace(text.Data) ? text.Data.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length : 0;
}
