using AngleSharp.Dom;

namespace Search.Ingest.Pages.Html;

/// <summary>Finds the element that holds the text of the article.</summary>
/// <remarks>
/// It is the element that the page calls <c>articleBody</c>. Else it begins with the element whose own paragraphs have the most words, the core, and goes
/// outward as long as that wins text: an element around is taken if it adds text and neither a link nor a box of other text; or if it adds a fifth to the
/// running text, more than its links and labels take away, and most of that stands in elements of the same names as the core: the text was cut in pieces.
/// Captions are no text, unless they have twice as many words as the rest: then the article is a series of pictures.
/// </remarks>
internal static class MainText
{
    private const double FewestWon = 0.2;
    private const double PictureStory = 2;
    private const double FewestStated = 0.15;
    private const int MostWordsCounted = 100;
    private const int LinkCost = 5;
    private const int LabelCost = 1;

    /// <summary>The blocks of the text, with all that stands among them.</summary>
    /// <param name="layout">The page.</param>
    /// <param name="start">The first block that may be part of it: the one after the title.</param>
    public static Span Find(PageLayout layout, int start)
    {
        (IElement? core, double words) = Densest(layout, start, withCaptions: false);
        (IElement? pictured, double all) = Densest(layout, start, withCaptions: true);
        bool isPictureStory = all > PictureStory * words;
        core = isPictureStory ? pictured : core;
        var gains = new Gains(layout, start, isPictureStory);
        IElement? stated = layout.Elements.FirstOrDefault(static element => element.GetAttribute("itemprop") == "articleBody");
        if (stated is not null && gains.Prose(gains.After(layout.SpanOf(stated))) >= FewestStated * gains.Prose(new Span(start, layout.Blocks.Count)))
        {
            return gains.After(layout.SpanOf(stated));
        }

        if (core is null)
        {
            return new Span(start, start);
        }

        Span best = gains.After(layout.SpanOf(core));
        HashSet<string> names = [.. Enumerable.Range(best.Start, best.Length).Select(i => NamesAround(layout.Blocks[i].Element)).Where(static names => names.Contains('.', StringComparison.Ordinal))];
        for (IElement? outer = core.ParentElement; outer is not null; outer = outer.ParentElement)
        {
            Span wider = gains.After(layout.SpanOf(outer));
            int won = gains.Prose(wider) - gains.Prose(best);
            bool isMuch = won >= FewestWon * gains.Prose(best) && gains.Score(wider) - gains.Score(best) >= FewestWon * gains.Score(best);
            best = won > 0 && (gains.Boxes(wider) == gains.Boxes(best) || (isMuch && IsAlike(wider, best, won))) ? wider : best;
        }

        return best;

        // Names that nothing was given say nothing.
        bool IsAlike(Span wider, Span best, int won) => 2 * Enumerable.Range(wider.Start, wider.Length)
            .Where(i => (i < best.Start || i >= best.End) && names.Contains(NamesAround(layout.Blocks[i].Element))).Sum(i => gains.Prose(new Span(i, i + 1))) >= won;
    }

    /// <summary>Tags and names of an element and the two around it.</summary>
    private static string NamesAround(IElement element) => $"{NamesOf(element)}/{NamesOf(element.ParentElement)}/{NamesOf(element.ParentElement?.ParentElement)}";

    private static string? NamesOf(IElement? element) => element?.ClassName is { Length: > 0 } name ? $"{element.LocalName}.{name}" : element?.LocalName;

    private static (IElement? Element, double Words) Densest(PageLayout layout, int start, bool withCaptions)
    {
        var words = new Dictionary<IElement, double>();
        for (int i = start; i < layout.Blocks.Count; i++)
        {
            if (layout.Blocks[i] is { IsProse: true } block && (withCaptions || !block.IsCaption) && !layout.IsApart(i) && !PageFurniture.IsImprint(block.Line))
            {
                IElement container = layout.ContainerOf(i);
                Add(container, Math.Min(block.FreeWords, MostWordsCounted));
                Add(container.ParentElement, Math.Min(block.FreeWords, MostWordsCounted) / 2.0);
            }
        }

        return words.Count == 0 ? (null, 0) : (words.MaxBy(static element => element.Value).Key, words.Values.Max());

        void Add(IElement? element, double count)
        {
            if (element is not null)
            {
                words[element] = words.GetValueOrDefault(element) + (layout.RoleOf(element).HasFlag(BoxRole.Text) ? 1.2 * count : count);
            }
        }
    }

    /// <summary>Sums over the blocks from a start on that do not stand apart.</summary>
    private sealed class Gains
    {
        private readonly int _start;
        private readonly int[] _score;
        private readonly int[] _prose;
        private readonly int[] _boxes;

        public Gains(PageLayout layout, int start, bool withCaptions)
        {
            _start = start;
            int count = layout.Blocks.Count;
            (_score, _prose, _boxes) = (new int[count + 1], new int[count + 1], new int[count + 1]);
            for (int i = 0; i < count; i++)
            {
                HtmlBlock block = layout.Blocks[i];
                bool counts = i >= start && !layout.IsApart(i);
                bool isProse = counts && block.IsProse && (withCaptions || !block.IsCaption) && !PageFurniture.IsImprint(block.Line);
                int words = Math.Min(block.FreeWords, MostWordsCounted);
                _prose[i + 1] = _prose[i] + (isProse ? words : 0);
                _boxes[i + 1] = _boxes[i] + (i >= start && (block.IsLinked || (block.IsProse && layout.IsApart(i))) ? 1 : 0);
                _score[i + 1] = _score[i] + (!counts ? 0 : isProse ? words : block.IsLinked ? -LinkCost : -LabelCost);
            }
        }

        public Span After(Span span) => new(Math.Max(span.Start, _start), Math.Max(span.End, _start));

        public int Score(Span span) => _score[span.End] - _score[span.Start];

        public int Prose(Span span) => _prose[span.End] - _prose[span.Start];

        public int Boxes(Span span) => _boxes[span.End] - _boxes[span.Start];
    }
}
