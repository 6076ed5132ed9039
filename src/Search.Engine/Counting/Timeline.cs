using Lucene.Net.Util;
using Search.Engine.Indexing;
using Search.Engine.Searching;

namespace Search.Engine.Counting;

/// <summary>Several queries by the time of publication of what they find, beside what was published.</summary>
/// <param name="Series">One for each query, in their order, all with the same intervals.</param>
/// <param name="Undated">Articles without a date that any of the queries finds.</param>
public sealed record Timeline(IReadOnlyList<TimelineSeries> Series, int Undated)
{
    /// <summary>Counts what each of several requests counts in its total.</summary>
    internal static Timeline Of(IndexView view, IReadOnlyList<SearchRequest> requests, Interval interval, SearchSettings settings, CancellationToken cancellation)
    {
        DayCounts published = ResultCounter.Published(view, settings.Weights, requests[0].Filter, cancellation);
        var any = new FixedBitSet(view.Reader.MaxDoc);
        var series = new List<TimelineSeries>();
        foreach (SearchRequest request in requests)
        {
            FixedBitSet counted = new PreparedSearch(view, request, settings, cancellation).Counted();
            any.Or(counted);
            series.Add(new(request.Query, new DayCounts(view.Reader, counted).Histogram(interval, published)));
        }

        return new(series, new DayCounts(view.Reader, any).Undated);
    }
}

/// <summary>One query by time.</summary>
/// <param name="Query">As it was sent.</param>
/// <param name="Points">Ascending: one for every interval in which anything was published that fulfils the filter.</param>
public sealed record TimelineSeries(string Query, IReadOnlyList<IntervalCount> Points);
