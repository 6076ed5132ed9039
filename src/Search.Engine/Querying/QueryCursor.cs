using System.Globalization;
using System.Text;
using Search.Analysis;
using Search.Vietnamese.Tokens;

namespace Search.Engine.Querying;

/// <summary>Goes through a query from left to right: the words and signs that the grammar of the analysts' language is made of.</summary>
internal sealed class QueryCursor(string query)
{
    private readonly QueryText _text = new(query);
    private readonly VietnameseTokenScanner _scanner = new();

    /// <summary>A word or the inside of quotation marks, backslashes taken out.</summary>
    /// <param name="Text">Its characters.</param>
    /// <param name="Pattern">The same as <see cref="Wildcards"/>.</param>
    /// <param name="HasWildcards">Whether <paramref name="Pattern"/> has wildcards.</param>
    /// <param name="Places">The index of each character in the normalized query.</param>
    internal sealed record Excerpt(string Text, string Pattern, bool HasWildcards, IReadOnlyList<int> Places);

    /// <summary>The first error that was met.</summary>
    public QueryError? Error { get; private set; }

    /// <summary>The index of the next character in the normalized query.</summary>
    public int At { get; set; }

    public bool IsAtEnd => At == _text.Length;

    /// <summary>The next character; <c>\0</c> at the end.</summary>
    public char Next => IsAtEnd ? '\0' : _text[At];

    public ReadOnlySpan<char> Rest => _text.Chars[At..];

    /// <summary>The characters up to the next space or sign.</summary>
    public ReadOnlySpan<char> WordAhead => Rest[..QuerySigns.LengthOfWord(Rest)];

    /// <summary>Whether a space or the end follows the next character.</summary>
    public bool IsNextAlone => At + 1 >= _text.Length || _text[At + 1] == ' ';

    /// <inheritdoc cref="QueryText.Place"/>
    public (int Start, int Length) Place(int start, int end) => _text.Place(start, Math.Min(end, _text.Length));

    /// <summary>The index after the last character before the cursor that is no space.</summary>
    public int EndOfRead
    {
        get
        {
            int end = At;
            while (end > 0 && _text[end - 1] == ' ')
            {
                end--;
            }

            return end;
        }
    }

    public void SkipSpaces()
    {
        while (Next == ' ')
        {
            At++;
        }
    }

    /// <summary>Goes over a sign, if it is next.</summary>
    public bool Take(char sign)
    {
        bool isNext = !IsAtEnd && Next == sign;
        At += isNext ? 1 : 0;
        return isNext;
    }

    /// <summary>Goes over the next word.</summary>
    /// <returns>Its characters; <see langword="null"/> if it ends with a backslash, before which the cursor then stands.</returns>
    public Excerpt? ReadWord() => Read(At + WordAhead.Length, areWildcards: true);

    /// <summary>Goes over a quotation, at whose opening mark the cursor stands.</summary>
    /// <returns>The characters inside; <see langword="null"/> if there is no second mark.</returns>
    public Excerpt? ReadQuoted()
    {
        int closing = At + 1;
        while (closing < _text.Length && _text[closing] != '"')
        {
            closing += _text[closing] == QuerySigns.Escape ? 2 : 1;
        }

        if (closing >= _text.Length)
        {
            return null;
        }

        At++;
        Excerpt? inside = Read(closing, areWildcards: false);
        At = closing + 1;
        return inside;
    }

    /// <summary>The tokens of an excerpt, from position 0.</summary>
    /// <param name="excerpt">The excerpt.</param>
    /// <param name="wordBefore">A word before it that may tell what its first token is; empty for none.</param>
    public List<QueryToken> Tokens(Excerpt excerpt, string wordBefore)
    {
        string scanned = wordBefore.Length == 0 ? excerpt.Text : $"{wordBefore} {excerpt.Text}";
        int start = scanned.Length - excerpt.Text.Length;
        var tokens = new List<QueryToken>();
        int firstPosition = 0;
        _scanner.Reset(scanned.AsMemory());
        while (_scanner.MoveNext())
        {
            VietnameseToken token = _scanner.Current;
            if (token.Start >= start)
            {
                firstPosition = tokens.Count == 0 ? token.Position : firstPosition;
                tokens.Add(new(
                    VietnameseTokenizer.IndexedPart(_scanner.Term).ToString(), token.Type,
                    _text.StartOf(excerpt.Places[token.Start - start]), _text.EndOf(excerpt.Places[token.End - start - 1]),
                    token.Position - firstPosition, token.PositionCount));
            }
        }

        return tokens;
    }

    /// <summary>distance = digits</summary>
    /// <param name="start">Where the word begins that is at fault if the distance is none.</param>
    /// <param name="typed">The end of the word ahead.</param>
    /// <param name="distance">0 to <see cref="QueryLimits.LongestDistance"/>.</param>
    public bool TakeDistance(int start, ReadOnlySpan<char> typed, out int distance)
    {
        bool isDistance = int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out distance) && distance <= QueryLimits.LongestDistance;
        At += WordAhead.Length;
        if (!isDistance)
        {
            Fail(QueryErrorKind.InvalidDistance, start, At, QueryExpectation.Distance);
        }

        return isDistance;
    }

    /// <summary>Keeps an error about the word or sign that is next.</summary>
    public QueryNode? FailAhead(QueryErrorKind kind, params QueryExpectation[] expected) =>
        Fail(kind, At, At + Math.Max(WordAhead.Length, IsAtEnd ? 0 : 1), expected);

    /// <summary>Keeps an error, if it is the first.</summary>
    public QueryNode? Fail(QueryErrorKind kind, int start, int end, params QueryExpectation[] expected)
    {
        (int place, int length) = Place(start, end);
        Error ??= new(kind, place, length, _text.Original.Substring(place, length), expected);
        return null;
    }

    private Excerpt? Read(int end, bool areWildcards)
    {
        var text = new StringBuilder();
        var pattern = new StringBuilder();
        var places = new List<int>();
        bool hasWildcards = false;
        for (; At < end; At++)
        {
            bool isEscaped = _text[At] == QuerySigns.Escape;
            if (isEscaped && At + 1 == end)
            {
                return null;
            }

            At += isEscaped ? 1 : 0;
            char c = _text[At];
            bool isWildcard = areWildcards && !isEscaped && Wildcards.IsWildcard(c);
            hasWildcards |= isWildcard;
            text.Append(c);
            pattern.Append(isWildcard ? c.ToString() : Wildcards.Literal(c));
            places.Add(At);
        }

        return new(text.ToString(), pattern.ToString(), hasWildcards, places);
    }
}
