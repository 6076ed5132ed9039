using Search.Engine.Querying;
using Search.Engine.Ranking;

namespace Search.Engine.Searching;

/// <summary>What the meaning of a search depends on besides its request and the index.</summary>
/// <param name="Weights">The constants of the scoring model.</param>
/// <param name="Synonyms">Words that mean the same.</param>
internal sealed record SearchSettings(RankingWeights Weights, SynonymList Synonyms);
