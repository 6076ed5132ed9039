using System.Buffers;

namespace Search.Vietnamese.Typing;

/// <summary>The tokens of a query, separated by white space, as offsets into it.</summary>
/// <param name="query">The query.</param>
/// <param name="joins">Signs that join words and separate tokens, too: <c>Myx-Trung</c>, <c>ddoongf/luowngj</c>, <c>TP.Ddaf Nawngx</c>.</param>
internal ref struct QueryTokens(ReadOnlySpan<char> query, string joins)
{
    private static readonly SearchValues<char> Opening = SearchValues.Create("\"'([{“‘„«‹′″-+");
    private static readonly SearchValues<char> Closing = SearchValues.Create("\"'.,;:!?)]}”’»›′″…");

    /// <summary><see cref="Closing"/> without the tones of VIQR.</summary>
    private static readonly SearchValues<char> ClosingBesideViqr = SearchValues.Create("\",;:!)]}”’»›′″…");

    private readonly ReadOnlySpan<char> _query = query;
    private readonly string _joins = joins;

    public int Start { get; private set; }

    public int End { get; private set; }

    public bool MoveNext()
    {
        Start = End;
        while (Start < _query.Length && IsSeparator(_query[Start]))
        {
            Start++;
        }

        End = Start;
        while (End < _query.Length && !IsSeparator(_query[End]))
        {
            End++;
        }

        return End > Start;
    }

    /// <summary>The offsets of a token without the quotes, brackets and punctuation around it.</summary>
    public static (int Start, int End) Peel(ReadOnlySpan<char> query, int start, int end, bool keepsViqr)
    {
        SearchValues<char> closing = keepsViqr ? ClosingBesideViqr : Closing;
        while (start < end && Opening.Contains(query[start]))
        {
            start++;
        }

        while (start < end && closing.Contains(query[end - 1]))
        {
            end--;
        }

        return (start, end);
    }

    private readonly bool IsSeparator(char c) => char.IsWhiteSpace(c) || _joins.Contains(c, StringComparison.Ordinal);
}
