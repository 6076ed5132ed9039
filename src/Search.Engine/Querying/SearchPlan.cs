using Lucene.Net.Search;
using Search.Engine.Highlighting;
using Search.Engine.Ranking;

namespace Search.Engine.Querying;

/// <summary>What a query means for one view of the index.</summary>
/// <param name="Evidence">What speaks for an article; without any, all articles match.</param>
/// <param name="Patterns">What to highlight, in the order of the query.</param>
internal sealed record SearchPlan(IReadOnlyList<Evidence> Evidence, IReadOnlyList<HighlightPattern> Patterns)
{
    /// <summary>The words that tell more where they stand near each other.</summary>
    public IReadOnlyList<NearWord> Near { get; init; } = [];

    /// <summary>What every hit must match besides; <see langword="null"/> for no condition.</summary>
    public Query? Constraint { get; init; }

    /// <summary>How near to each other patterns must stand that have a <see cref="HighlightPattern.Leaf"/>.</summary>
    public IReadOnlyList<Proximity> Proximities { get; init; } = [];

    /// <summary>The plan of the same query with the words that stand outside of its constraint.</summary>
    public SearchPlan Behind(SearchPlan words) => this with { Evidence = [.. words.Evidence, .. Evidence], Patterns = [.. words.Patterns, .. Patterns], Near = [.. words.Near, .. Near] };

    /// <summary>Whether articles can differ in their scores.</summary>
    public bool IsRanked => Evidence.Any(each => each.Postings.Count > 0);
}
