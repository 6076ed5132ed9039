using Search.Vietnamese.Unicode;

namespace Search.Engine.Querying;

/// <summary>A query in normalized form, where every sign has one spelling, with the way back to the query as it was sent.</summary>
/// <remarks>All quotation marks are <c>"</c>, all dashes <c>-</c>, full-width signs are plain ones, every space is U+0020.</remarks>
internal sealed class QueryText
{
    private readonly NormalizedText _normalized = new();

    public QueryText(string original)
    {
        Original = original;
        _normalized.Set(original);
    }

    /// <summary>The query as it was sent.</summary>
    public string Original { get; }

    /// <summary>The normalized characters.</summary>
    public ReadOnlySpan<char> Chars => _normalized.Chars;

    public int Length => _normalized.Length;

    public char this[int index] => _normalized.Chars[index];

    /// <summary>Where the character at an index begins in the query as sent; its end for the index after the last.</summary>
    public int StartOf(int index) => index < Length ? _normalized.StartOf(index) : Original.Length;

    /// <summary>Where the character at an index ends in the query as sent.</summary>
    public int EndOf(int index) => _normalized.EndOf(index);

    /// <summary>The part of the query as sent that characters came from.</summary>
    /// <param name="start">The first.</param>
    /// <param name="end">After the last.</param>
    public (int Start, int Length) Place(int start, int end) =>
        end <= start ? (StartOf(start), 0) : (StartOf(start), EndOf(end - 1) - StartOf(start));
}
