namespace Search.Ingest.Pages;

/// <summary>The lines that repeat across the pages of one site.</summary>
/// <param name="repeats">Whether a line does.</param>
internal sealed class RepeatedLines(Func<PageLine, bool> repeats)
{
    /// <summary>Nothing is known to repeat.</summary>
    public static RepeatedLines None { get; } = new(static _ => false);

    public bool Contains(PageLine line) => repeats(line);

    /// <summary>Takes them from a page, unless they are more than half of it: then the page itself was saved many times.</summary>
    /// <param name="pieces">The lines or blocks of the page.</param>
    /// <param name="lineOf">The line of a piece; <see langword="null"/> for a piece that is not to be touched.</param>
    public void RemoveFrom<T>(List<T> pieces, Func<T, PageLine?> lineOf)
    {
        bool[] isRepeated = [.. pieces.Select(piece => lineOf(piece) is { } line && repeats(line))];
        int[] words = [.. pieces.Select(piece => lineOf(piece)?.Words ?? 0)];
        if (2 * words.Where((_, i) => isRepeated[i]).Sum() <= words.Sum())
        {
            int i = 0;
            pieces.RemoveAll(_ => isRepeated[i++]);
        }
    }
}
