using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Search.Articles;

namespace Search.Ingest.Pages.Html;

/// <summary>Cuts a page into blocks, in the order of its text.</summary>
/// <remarks>Goes through the tree without recursion. What is not shown is left out: scripts, forms' fields, embedded media, what a style hides.
/// It stops at more text than an article may have.</remarks>
internal sealed partial class HtmlBlockReader
{
    private static readonly FrozenSet<string> Unread = new[]
    {
        "script", "style", "noscript", "template", "iframe", "object", "embed", "applet", "svg", "math", "canvas", "video", "audio", "select", "datalist",
        "textarea", "button", "head", "title", "map", "dialog",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> BlockElements = new[]
    {
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure",
        "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary",
        "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "html", "label", "option",
    }.ToFrozenSet(StringComparer.Ordinal);

    private const int ShortestHeadline = 4;

    /// <summary>A table of 20,000 rows has fewer.</summary>
    private const int MostBlocks = 50_000;

    private const int MostCharacters = ArticleJson.MaxBytes;

    private readonly List<HtmlBlock> _blocks = [];
    private readonly Dictionary<IElement, Span> _spans = [];
    private readonly Stack<Place> _open = new();
    private readonly StringBuilder _text = new();
    private Run _run;
    private bool _isAfterPicture;
    private int _characters;

    private HtmlBlockReader()
    {
    }

    /// <summary>The blocks below an element, and which of them each element holds; those without any are left out.</summary>
    /// <param name="root">The element.</param>
    /// <param name="problem">Why there is no more than some of them, a sentence, or empty.</param>
    public static (List<HtmlBlock> Blocks, Dictionary<IElement, Span> Spans) Read(IElement root, out string problem)
    {
        var reader = new HtmlBlockReader();
        reader.Enter(root);
        while (reader._open.TryPeek(out Place? place))
        {
            if (place.Next < place.Nodes.Length && !reader.IsFull)
            {
                reader.Visit(place.Nodes[place.Next++], place);
            }
            else
            {
                reader._open.Pop();
                reader.Leave(place);
            }
        }

        problem = reader._blocks.Count > MostBlocks ? $"The page has more than {MostBlocks} lines of text; it was not read."
            : reader._characters > MostCharacters ? $"The page has more than {MostCharacters} characters of text; it was not read." : "";
        return (reader._blocks, reader._spans);
    }

    private bool IsFull => _blocks.Count > MostBlocks || _characters > MostCharacters;

    private void Visit(INode node, Place place)
    {
        switch (node)
        {
            case IText text:
                Append(text.Data, place);
                break;
            case IElement { LocalName: "br" }:
                Break(place);
                break;
            case IElement { LocalName: "img" or "picture" } when place.Row is null:
                EndBlock(place);
                _isAfterPicture = true;
                break;
            case IElement element when !Unread.Contains(element.LocalName) && !IsHidden(element):
                Enter(element);
                break;
        }
    }

    private void Enter(IElement element)
    {
        Place? outer = _open.TryPeek(out Place? found) ? found : null;
        bool isBlock = BlockElements.Contains(element.LocalName) && outer?.Row is null;
        if (isBlock && outer is not null)
        {
            EndBlock(outer);
        }

        string name = element.LocalName;
        _open.Push(new Place(element, element.ChildNodes)
        {
            IsBlock = isBlock,
            Row = outer?.Row ?? (name == "tr" && BoxShape.IsDataRow(element) ? element : null),
            HeadingLevel = name is ['h', >= '1' and <= '6'] ? name[1] - '0' : outer?.HeadingLevel ?? 0,
            IsInLink = outer is { IsInLink: true } || name == "a",
            Link = outer?.Link ?? (name == "a" ? Address(element) : null),
            IsBold = outer is { IsBold: true } || name is "b" or "strong" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" || HasStyle(element, "bold"),
            IsItalic = outer is { IsItalic: true } || name is "i" or "em" or "cite" || HasStyle(element, "italic"),
            IsLarge = IsLarge(element) ?? outer is { IsLarge: true },
            IsInFigure = outer is { IsInFigure: true } || name == "figcaption" || BoxShape.IsFigure(element),
            Outer = outer,
            Depth = outer is null ? 0 : outer.Depth + 1,
            FirstBlock = _blocks.Count,
            IsInsideBlock = _text.Length > 0,
        });
    }

    private void Leave(Place place)
    {
        if (place.Element == place.Row)
        {
            EndBlock(place);
        }
        else if (place.Row is not null && place.Element.LocalName is "td" or "th")
        {
            _text.Length -= _text.Length > 0 && _text[^1] == ' ' ? 1 : 0;
            _text.Append('\t');
        }
        else if (place.IsBlock)
        {
            EndBlock(place);
        }

        int first = place.FirstBlock + (place.IsInsideBlock ? 1 : 0);
        if (_blocks.Count > first)
        {
            _spans[place.Element] = new Span(first, _blocks.Count);
        }
    }

    private void Break(Place place)
    {
        if (place.Row is not null)
        {
            Append(" ", place);
        }
        else
        {
            EndBlock(place);
        }
    }

    private void Append(string data, Place place)
    {
        _characters += data.Length;
        bool isPreformatted = place.Row is null && place.Element.LocalName == "pre";
        foreach (char c in data)
        {
            if (isPreformatted && c == '\n')
            {
                EndBlock(place);
                if (IsFull)
                {
                    return;
                }
            }
            else if (char.IsWhiteSpace(c) || c is '\0')
            {
                if (_text.Length > 0 && _text[^1] is not (' ' or '\t'))
                {
                    _text.Append(' ');
                }
            }
            else
            {
                if (IsGlued(c, place))
                {
                    EndBlock(place);
                }

                bool beginsWord = _text.Length == 0 || _text[^1] is ' ' or '\t';
                _run.Enter(place, _isAfterPicture);
                _run.LinkedWords += place.IsInLink && beginsWord ? 1 : 0;
                _text.Append(c);
            }
        }
    }

    /// <summary>Whether a capital follows a linked headline without a space: a style sheet parts the two.</summary>
    private bool IsGlued(char c, Place place) =>
        !place.IsInLink && _run.EndsInLink && _run.LinkedWords >= ShortestHeadline && _text.Length > 0 && char.IsUpper(c) && char.IsLower(_text[^1]);

    private void EndBlock(Place place)
    {
        string text = _text.ToString().Trim(' ', '\t', '\u200B', '\uFEFF');
        if (text.Length > 0)
        {
            for (Place? style = _run.Common; style is { IsBlock: false }; style = style.Outer)
            {
                _spans.TryAdd(style.Element, new Span(_blocks.Count, _blocks.Count + 1));
            }

            _blocks.Add(new HtmlBlock(new PageLine(text, BeginsBlock: true), place.Row ?? _run.Common?.Element ?? place.Element)
            {
                LinkedWords = _run.LinkedWords,
                Link = _run.Link,
                IsBold = _run.IsBold,
                IsItalic = _run.IsItalic,
                IsLarge = _run.IsLarge,
                FollowsPicture = _run.FollowsPicture,
                IsRow = place.Row is not null,
                IsInFigure = place.IsInFigure,
                HeadingLevel = place.HeadingLevel,
            });
            _isAfterPicture = false;
        }

        _text.Clear();
        _run = default;
    }

    private static string? Address(IElement link)
    {
        string address = link.GetAttribute("href")?.Trim() ?? "";
        bool leadsElsewhere = address.Length > 0 && address[0] != '#'
            && !address.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase) && !address.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase)
            && !address.StartsWith("tel:", StringComparison.OrdinalIgnoreCase);
        return leadsElsewhere ? address : null;
    }

    private static bool HasStyle(IElement element, string value) => element.GetAttribute("style")?.Contains(value, StringComparison.OrdinalIgnoreCase) is true;

    /// <summary>Whether an element makes text large, or <see langword="null"/> if it says nothing.</summary>
    private static bool? IsLarge(IElement element) =>
        element.LocalName == "font" && element.GetAttribute("size") is [.., var digit] ? digit is >= '4' and <= '7' || element.GetAttribute("size") is ['+', ..]
        : element.GetAttribute("style") is { } style && FontSize().Match(style) is { Success: true } size
            ? double.Parse(size.Groups["number"].ValueSpan, CultureInfo.InvariantCulture) is var number && (size.Groups["unit"].Value == "pt" ? number >= 14 : number >= 18)
        : null;

    [GeneratedRegex(@"font-size\s*:\s*(?<number>\d{1,3}(\.\d{1,3})?)\s*(?<unit>px|pt)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex FontSize();

    private static bool IsHidden(IElement element) => element.HasAttribute("hidden")
        || (element.GetAttribute("style")?.Replace(" ", "", StringComparison.Ordinal) is { } style
            && (style.Contains("display:none", StringComparison.OrdinalIgnoreCase) || style.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase)));

    /// <summary>An open element, and how far its children have been visited.</summary>
    private sealed class Place(IElement element, INodeList nodes)
    {
        public IElement Element => element;

        public INodeList Nodes => nodes;

        public int Next { get; set; }

        public required bool IsBlock { get; init; }

        public required IElement? Row { get; init; }

        public required int HeadingLevel { get; init; }

        public required bool IsInLink { get; init; }

        public required string? Link { get; init; }

        public required bool IsBold { get; init; }

        public required bool IsItalic { get; init; }

        public required bool IsLarge { get; init; }

        public required bool IsInFigure { get; init; }

        public required Place? Outer { get; init; }

        public required int Depth { get; init; }

        public required int FirstBlock { get; init; }

        /// <summary>Whether the block that it begins in began before it.</summary>
        public required bool IsInsideBlock { get; init; }

        public Place CommonWith(Place other)
        {
            Place one = this;
            while (one != other)
            {
                (one, other) = one.Depth > other.Depth ? (one.Outer ?? one, other) : (one, other.Outer ?? other);
            }

            return one;
        }
    }

    /// <summary>What holds for the characters of a block so far.</summary>
    private struct Run
    {
        private Place? _common;
        private Place? _last;

        /// <summary>The innermost place around all characters.</summary>
        public readonly Place? Common => _common;

        public readonly bool EndsInLink => _last is { IsInLink: true };

        public int LinkedWords { get; set; }

        public string? Link { get; private set; }

        public bool IsBold { get; private set; }

        public bool IsItalic { get; private set; }

        public bool IsLarge { get; private set; }

        public bool FollowsPicture { get; private set; }

        public void Enter(Place place, bool followsPicture)
        {
            if (place == _last)
            {
                return;
            }

            if (_common is null)
            {
                (_common, IsBold, IsItalic, IsLarge, FollowsPicture) = (place, true, true, true, followsPicture);
            }

            _last = place;
            _common = place.CommonWith(_common);
            IsBold &= place.IsBold;
            IsItalic &= place.IsItalic;
            IsLarge &= place.IsLarge;
            Link ??= place.Link;
        }
    }
}
