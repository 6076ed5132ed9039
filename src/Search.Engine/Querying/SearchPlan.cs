using Search.Engine.Highlighting;
using Search.Engine.Ranking;

namespace Search.Engine.Querying;

/// <summary>What a query means for one view of the index.</summary>
/// <param name="Evidence">What speaks for an article; without any, all articles match.</param>
/// <param name="Patterns">What to highlight, in the order of the query.</param>
internal sealed record SearchPlan(IReadOnlyList<Evidence> Evidence, IReadOnlyList<HighlightPattern> Patterns);
