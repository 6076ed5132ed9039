using System.Collections.Frozen;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Search.Ingest.Pages.Html;

/// <summary>Parses HTML within limits, so that no page takes much time or memory.</summary>
/// <remarks>The parser follows the HTML standard, by which a few bytes can make many elements (unclosed <c>&lt;font&gt;</c> is opened anew in every
/// paragraph) and deep trees cost the square of their depth. Therefore elements are counted as they are made, those that the parser copies too.</remarks>
internal static class HtmlTree
{
    /// <summary>A table of 20,000 rows has fewer; a news page has some thousands.</summary>
    private const int MostElements = 250_000;

    /// <summary>Deeper elements are made siblings, as browsers do. Their number is limited too.</summary>
    private const int DeepestElement = 256;

    private const int MostFlattened = 256;

    /// <summary>What is read of elements. The rest, handlers and pictures inside the page, is never kept.</summary>
    private static readonly FrozenSet<string> Attributes = new[]
    {
        "align", "class", "content", "datetime", "face", "hidden", "href", "http-equiv", "id", "itemprop", "itemtype", "name", "property", "rel",
        "role", "size", "src", "style", "type",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> IsRead = Attributes.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Parses a page or a fragment of one.</summary>
    /// <param name="html">Any text.</param>
    /// <param name="problem">Why there is no tree, a sentence, or empty.</param>
    public static IHtmlDocument? Parse(string html, out string problem)
    {
        try
        {
            problem = "";
            var count = new ElementCount();
            return new HtmlParser(new HtmlParserOptions
            {
                MaximumDepth = DeepestElement,
                DisableElementPositionTracking = true,
                IsScripting = true,   // as in browsers, where what is meant for others (noscript) is no markup
                SkipComments = true,
                SkipProcessingInstructions = true,
                ShouldEmitAttribute = static (ref _, name) => IsRead.Contains(name.Span),
                OnCreated = (element, _) => count.Add(element),
            }).ParseDocument(html);
        }
        catch (LimitException limit)
        {
            problem = limit.Message;
            return null;
        }
    }

    /// <summary>Counts the elements of a tree while it grows.</summary>
    private sealed class ElementCount
    {
        private INode? _last;
        private int _elements;
        private int _flattened;

        /// <summary>Counts an element that is about to be put into the tree, and what was put there since the last one.</summary>
        public void Add(IElement element)
        {
            int depth = 0;
            for (INode? node = _last; node is not null; node = node.Parent)
            {
                depth++;
            }

            for (INode? copy = _last?.LastChild; copy is not null; copy = copy.LastChild)
            {
                _elements++;
            }

            _last = element;
            _flattened += depth >= DeepestElement ? 1 : 0;
            if (_flattened > MostFlattened)
            {
                throw new LimitException($"The page nests elements more than {DeepestElement} levels deep; it was not read.");
            }

            if (++_elements > MostElements)
            {
                throw new LimitException($"The page has more than {MostElements} elements; it was not read.");
            }
        }
    }

    private sealed class LimitException(string message) : Exception(message);
}
