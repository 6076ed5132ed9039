using AngleSharp.Dom;

namespace Search.Ingest.Pages.Html;

/// <summary>A piece of a page's text that stands by itself: a paragraph, a headline, a line between two breaks, a row of a table.</summary>
/// <param name="Line">Its text, white space as a browser shows it; the cells of a row are parted by a tab.</param>
/// <param name="Element">The innermost element around all of it.</param>
internal sealed record HtmlBlock(PageLine Line, IElement Element)
{
    private const int LongestCaption = 40;
    private const int LongestPlainCaption = 20;

    /// <summary>Words in links, whatever they lead to.</summary>
    public int LinkedWords { get; init; }

    /// <summary>The address that its first link leads to; <see langword="null"/> if there is none, or it leads nowhere else (<c>#top</c>, <c>javascript:</c>).</summary>
    public string? Link { get; init; }

    /// <summary>Whether all of it is in bold.</summary>
    public bool IsBold { get; init; }

    /// <summary>Whether all of it is in italics.</summary>
    public bool IsItalic { get; init; }

    /// <summary>Whether all of it is larger than text: a <c>font</c> of size 4 and more, 18 pixels and more.</summary>
    public bool IsLarge { get; init; }

    /// <summary>Whether nothing but a picture stands directly before it.</summary>
    public bool FollowsPicture { get; init; }

    /// <summary>Whether it is a row of a table.</summary>
    public bool IsRow { get; init; }

    /// <summary>Whether it stands in a <c>figure</c>, or in another element that holds a picture and little else.</summary>
    public bool IsInFigure { get; init; }

    /// <summary>1 to 6 for <c>h1</c> to <c>h6</c>, else 0.</summary>
    public int HeadingLevel { get; init; }

    /// <summary>What it holds by its own element and those around it, as far as these hold nothing else.</summary>
    public BoxRole Role { get; set; }

    /// <summary>Words outside of links.</summary>
    public int FreeWords => Math.Max(0, Line.Words - LinkedWords);

    /// <summary>Whether it is mostly link.</summary>
    public bool IsLinked => 2 * LinkedWords > Line.Words;

    /// <summary>Whether it is running text.</summary>
    public bool IsProse => !IsLinked && Line.IsParagraph && FreeWords >= 4;

    /// <summary>Whether it tells what a picture shows: by its element, by its name, by its credit, or by how it is set below a picture.</summary>
    public bool IsCaption => IsInFigure || Role.HasFlag(BoxRole.Caption) || PageFurniture.IsCaption(Line) || (FollowsPicture && IsSetAsCaption);

    /// <summary>In italics or centered, or no sentence. Subheadings are in bold, and interviews have dashes.</summary>
    private bool IsSetAsCaption => HeadingLevel == 0 && !IsBold && Line.Text[0] is not ('-' or '–' or '—')
        && Line.Words <= (IsItalic || IsCentered ? LongestCaption : Line.EndsSentence ? 0 : LongestPlainCaption);

    private bool IsCentered => (Element.GetAttribute("align") ?? Element.GetAttribute("style") ?? "").Contains("center", StringComparison.OrdinalIgnoreCase);
}
