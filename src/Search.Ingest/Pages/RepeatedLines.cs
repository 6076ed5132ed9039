namespace Search.Ingest.Pages;

/// <summary>The lines that repeat across the pages of one site.</summary>
/// <param name="repeats">Whether a line does.</param>
internal sealed class RepeatedLines(Func<PageLine, bool> repeats)
{
    /// <summary>Nothing is known to repeat.</summary>
    public static RepeatedLines None { get; } = new(static _ => false);

    public bool Contains(PageLine line) => repeats(line);

    /// <summary>Those that count on one page: none if most of its text repeats, for then the page itself was saved many times.</summary>
    /// <param name="text">The text of the page.</param>
    public RepeatedLines On(IReadOnlyCollection<PageLine> text) =>
        2 * text.Where(repeats).Sum(static line => line.Words) > text.Sum(static line => line.Words) ? None : this;
}
