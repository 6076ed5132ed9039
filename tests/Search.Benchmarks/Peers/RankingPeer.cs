using Search.Engine.Querying;
using Search.Engine.Ranking;
using Search.Engine.Searching;

namespace Search.Benchmarks.Peers;

/// <summary>The ranking of this engine without the articles of its hits: reading, planning and scoring, as all is by default.</summary>
internal sealed class RankingPeer : EngineViewPeer
{
    private static readonly SearchSettings Settings = new(RankingWeights.Default, SynonymList.Empty);

    /// <inheritdoc/>
    public override IReadOnlyList<Operation> Operations { get; } = [.. Enum.GetValues<Operation>().Except([Operation.Facets, Operation.Snippets])];

    /// <inheritdoc/>
    public override IReadOnlyList<int> Answer(Operation operation, PeerQuery query)
    {
        SearchRequest request = Request(operation, query);
        Engine.Ranking.Ranking ranking = new PreparedSearch(View, request, Settings, CancellationToken.None).Rank(request.Page.End, after: null, CountsOf(operation));
        return operation == Operation.Count ? [ranking.MatchingAll] : NumbersOf(ranking);
    }
}
