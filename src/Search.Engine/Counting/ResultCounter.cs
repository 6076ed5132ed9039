using Lucene.Net.Search;
using Lucene.Net.Util;
using Search.Engine.Indexing;
using Search.Engine.Ranking;
using Search.Engine.Searching;

namespace Search.Engine.Counting;

/// <summary>Counts the articles that a search counts in its total, by what they are and when they were published.</summary>
/// <param name="view">The index.</param>
/// <param name="search">The search.</param>
/// <param name="weights">Those of ranking.</param>
/// <param name="matched">What it found.</param>
/// <param name="countsListed">Whether its total counts all that is listed.</param>
/// <param name="cancellation">Stops it.</param>
internal sealed class ResultCounter(
    IndexView view, PreparedSearch search, RankingWeights weights, MatchedDocuments matched, bool countsListed, CancellationToken cancellation)
{
    /// <summary>The facets that a request asks for, in its order; each ignores the filter on its own field.</summary>
    public IReadOnlyList<Facet> Facets(SearchRequest request) =>
        [.. request.Counts.Facets.Select(field => FacetCounter.Count(view.Reader, field, Counted(field, request.Filter), request.Counts.FacetSize))];

    /// <summary>The histogram that a request asks for.</summary>
    public Histogram Histogram(SearchRequest request)
    {
        if (request.Counts.Interval is not { } interval)
        {
            return Counting.Histogram.None;
        }

        var counts = new DayCounts(view.Reader, Counted(matched));
        return new(counts.Histogram(interval, Published(view, weights, request.Filter, cancellation)), counts.Undated);
    }

    /// <summary>Everything that fulfils a filter, by day.</summary>
    public static DayCounts Published(IndexView view, RankingWeights weights, ArticleFilter filter, CancellationToken cancellation) =>
        FilterQuery.Of(filter) is { } condition ? new(view.Reader, Fulfilling(view, weights, condition, cancellation)) : view.Searcher.Published;

    private static FixedBitSet Fulfilling(IndexView view, RankingWeights weights, Query condition, CancellationToken cancellation)
    {
        var all = new MatchedDocuments(view.Reader.MaxDoc);
        new Ranker(view, weights).Rank([], MatchRule.All, condition, new TopHits(view.Reader, HitOrder.Newest, count: 0), new() { Matched = all }, cancellation);
        return all.Listed;
    }

    private FixedBitSet Counted(FacetField field, ArticleFilter filter)
    {
        ArticleFilter wider = FacetCounter.Without(filter, field);
        return Counted(ReferenceEquals(wider, filter) ? matched : search.Match(wider));
    }

    private FixedBitSet Counted(MatchedDocuments documents) => countsListed ? documents.Listed : documents.MatchingAll;
}
