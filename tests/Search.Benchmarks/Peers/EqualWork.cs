using System.Globalization;
using Search.Articles;
using Search.Engine.Querying;
using Search.Engine.Ranking;

namespace Search.Benchmarks.Peers;

/// <summary>This engine doing only what plain engines do: one field, each canonical syllable a term, no pairs, no readings, BM25 with Lucene's constants.</summary>
internal sealed class EqualWork : EngineViewPeer
{
    private static readonly RankingWeights Weights = new() { K1 = 1.2f, B = 0.75f };

    /// <inheritdoc/>
    public override IReadOnlyList<Operation> Operations { get; } = [Operation.Or, Operation.And, Operation.Count];

    /// <inheritdoc/>
    public override IReadOnlyList<int> Answer(Operation operation, PeerQuery query)
    {
        List<Evidence> evidence = [.. query.Syllables.Split(' ').Select(syllable => EvidenceOf(View.Dictionary.Token(syllable)))];
        MatchRule rule = operation == Operation.Or ? MatchRule.Any : MatchRule.All;
        Engine.Ranking.Ranking ranking = new Ranker(View, Weights)
            .Rank(evidence, rule, filter: null, new(View.Reader, HitOrder.Relevance, operation == Operation.Count ? 0 : Hits), CountsOf(operation), CancellationToken.None);
        return operation == Operation.Count ? [ranking.MatchingAll] : NumbersOf(ranking);
    }

    /// <inheritdoc/>
    protected override Article ToArticle(PeerArticle article) => new() { Id = article.Number.ToString(CultureInfo.InvariantCulture), Body = article.Syllables };

    private Evidence EvidenceOf(DictionaryTerm term)
    {
        float idf = (float)Math.Log(1 + ((View.Reader.MaxDoc - term.DocFreq + 0.5) / (term.DocFreq + 0.5)));
        return new(idf, UnitWeight: 1, [.. term.Occurrences.Select(static occurrence => new EvidencePostings.OfTerm(occurrence, IsPair: false, Weight: 1))]);
    }
}
