using Search.Engine.Articles;
using Search.Engine.Querying;

namespace Search.Engine.Highlighting;

/// <summary>Tokens to highlight: at each adjacent position, one of a set of canonical terms.</summary>
/// <param name="Sequence">The terms, by position; never empty.</param>
/// <param name="QueryPosition">The place of the first in the query: neighbours there are marked as one.</param>
/// <param name="Weight">What showing it is worth.</param>
internal sealed record HighlightPattern(IReadOnlyList<IReadOnlySet<string>> Sequence, int QueryPosition, float Weight)
{
    /// <summary>Where it is highlighted.</summary>
    public TextFields Fields { get; init; } = TextFields.All;

    /// <summary>Its place in a <see cref="Proximity"/>: it is only highlighted where others are near; <see langword="null"/> for anywhere.</summary>
    public Proximity.Leaf? Leaf { get; init; }
}
