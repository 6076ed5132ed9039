using AngleSharp.Dom;
using Search.Vietnamese.Encodings;

namespace Search.Ingest.Pages.Html;

/// <summary>The blocks of a page in their order, which of them each element holds, and which of them stand apart from the article.</summary>
/// <remarks>
/// <para>Apart stands what its box says is none of the article: by the tag and names of an element (<c>nav</c>, <c>class="tin-lien-quan"</c>); by a heading
/// (<c>Tin liên quan</c>, <c>Bình luận</c>) with what follows it; by the buttons of a reader's comment; a small box that begins with a headline linked to
/// another page. A box with more than half of the page's running text is never apart, whatever its name says.</para>
/// </remarks>
internal sealed class PageLayout
{
    /// <summary>In words of running text: what teases another article.</summary>
    private const int LongestTeaser = 90;

    /// <summary>The same where it is a single paragraph.</summary>
    private const int LongestParagraph = 150;

    private const int MostTeaserBlocks = 6;
    private const int ShortestHeadline = 4;

    private readonly Dictionary<IElement, Span> _spans;
    private readonly Dictionary<IElement, BoxRole> _roles = [];
    private readonly bool[] _isApart;
    private readonly int[] _proseBefore;

    private PageLayout(List<HtmlBlock> blocks, Dictionary<IElement, Span> spans)
    {
        Blocks = blocks;
        _spans = spans;
        _isApart = new bool[blocks.Count];
        _proseBefore = new int[blocks.Count + 1];
        for (int i = 0; i < blocks.Count; i++)
        {
            _proseBefore[i + 1] = _proseBefore[i] + Prose(blocks[i]);
        }

        foreach (HtmlBlock block in blocks)
        {
            for (IElement? element = block.Element; element is not null && SpanOf(element).Length == 1; element = element.ParentElement)
            {
                block.Role |= RoleOf(element);
            }
        }
    }

    public IReadOnlyList<HtmlBlock> Blocks { get; }

    /// <summary>The elements that hold any text.</summary>
    public IEnumerable<IElement> Elements => _spans.Keys;

    /// <summary>Cuts a page into blocks and finds what stands apart.</summary>
    /// <param name="root">The page.</param>
    /// <param name="problem">Why it is not read, a sentence, or empty.</param>
    public static PageLayout? Of(IElement root, out string problem)
    {
        (List<HtmlBlock> blocks, Dictionary<IElement, Span> spans) = HtmlBlockReader.Read(root, out problem);
        if (problem.Length > 0)
        {
            return null;
        }

        var layout = new PageLayout(Repaired(blocks), spans);
        foreach ((IElement element, Span span) in layout._spans)
        {
            BoxRole role = layout.RoleOf(element);
            bool isTeaser = span.Length is > 1 and <= MostTeaserBlocks && layout.IsHeadlineLink(span.Start)
                && layout.ProseIn(span) <= (layout.Blocks.Skip(span.Start).Take(span.Length).Count(static block => block.IsProse) > 1 ? LongestTeaser : LongestParagraph);
            if (role.HasFlag(BoxRole.Noise) || role.HasFlag(BoxRole.Comments) || isTeaser)
            {
                layout.SetApart(span);
            }
        }

        for (int i = 0; i < layout.Blocks.Count; i++)
        {
            if (PageFurniture.IsHeading(layout.Blocks[i].Line))
            {
                layout.SetListApart(i);
            }
            else if (PageFurniture.IsCommentLabel(layout.Blocks[i].Line))
            {
                layout.SetCommentApart(i);
            }
        }

        return layout;
    }

    public bool IsApart(int block) => _isApart[block];

    public BoxRole RoleOf(IElement element) => _roles.TryGetValue(element, out BoxRole role) ? role : _roles[element] = BoxRoles.Of(element);

    /// <summary>The blocks of an element.</summary>
    public Span SpanOf(IElement element) => _spans.GetValueOrDefault(element);

    /// <summary>The words of running text in a span.</summary>
    public int ProseIn(Span span) => span.Length <= 0 ? 0 : _proseBefore[span.End] - _proseBefore[span.Start];

    /// <summary>The innermost element that holds a block and others besides.</summary>
    public IElement ContainerOf(int block)
    {
        IElement element = Blocks[block].Element;
        while (SpanOf(element).Length == 1 && element.ParentElement is { } parent)
        {
            element = parent;
        }

        return element;
    }

    /// <summary>The blocks with text repaired that was read in a wrong encoding: all together, for a line alone shows too little.</summary>
    private static List<HtmlBlock> Repaired(List<HtmlBlock> blocks)
    {
        RepairedText repaired = TextRepair.Repair(string.Join('\n', blocks.Select(static block => block.Line.Text)));
        string[] lines = repaired.Text.Split('\n');
        return repaired.IsRepaired && lines.Length == blocks.Count
            ? [.. blocks.Zip(lines, static (block, line) => block with { Line = new PageLine(line, block.Line.BeginsBlock) })]
            : blocks;
    }

    /// <summary>The outermost element that holds a block and no other.</summary>
    public IElement WrapperOf(int block)
    {
        IElement element = Blocks[block].Element;
        while (element.ParentElement is { } parent && SpanOf(parent).Length == 1)
        {
            element = parent;
        }

        return element;
    }

    private static int Prose(HtmlBlock block) => block.IsProse && !block.IsCaption ? block.FreeWords : 0;

    private bool IsHeadlineLink(int block) => Blocks[block] is { IsLinked: true, Link: not null, Line.Words: >= ShortestHeadline };

    private bool SetApart(Span span)
    {
        if (2 * ProseIn(span) > ProseIn(new Span(0, Blocks.Count)))
        {
            return false;
        }

        Array.Fill(_isApart, true, span.Start, span.Length);
        return true;
    }

    /// <summary>Sets apart a heading and what it heads: the box that it begins, or what follows it there.</summary>
    private void SetListApart(int heading)
    {
        _isApart[heading] = true;
        IElement box = Blocks[heading].Element;
        while (box.ParentElement is { } parent && SpanOf(parent).Start == heading)
        {
            box = parent;
        }

        Span headed = SpanOf(box);
        if (headed.Length > 1 && SetApart(headed))
        {
            return;
        }

        int end = SpanOf(ContainerOf(heading)).End;
        if (PageFurniture.IsCommentHeading(Blocks[heading].Line) && SetApart(new Span(heading, end)))
        {
            return;
        }

        SetLinksApart(heading + 1, end);
    }

    /// <summary>Sets apart the links that follow, and the teasers between them.</summary>
    private void SetLinksApart(int start, int end)
    {
        bool hasTeasers = start + 2 < end && Blocks[start].IsLinked && !Blocks[start + 1].IsLinked && Blocks[start + 2].IsLinked;
        for (int i = start; i < end && (Blocks[i].IsLinked || (hasTeasers && Blocks[i - 1].IsLinked)); i++)
        {
            _isApart[i] = true;
        }
    }

    /// <summary>Sets apart the box around the button of a comment: the smallest that holds running text.</summary>
    private void SetCommentApart(int label)
    {
        IElement? box = Blocks[label].Element;
        while (box is not null && ProseIn(SpanOf(box)) == 0)
        {
            box = box.ParentElement;
        }

        if (box is not null)
        {
            SetApart(SpanOf(box));
        }
    }
}

/// <summary>Blocks in a row: the first one and the one after the last.</summary>
internal readonly record struct Span(int Start, int End)
{
    public int Length => End - Start;
}
