using System.Diagnostics;
using System.Diagnostics.Metrics;
using Search.Engine.Searching;
using Search.Server.Limits;
using Search.Server.Saved.Webhooks;

namespace Search.Server.Observing;

/// <summary>How a search ended.</summary>
internal enum SearchOutcome
{
    /// <summary>With hits.</summary>
    Hits,

    /// <summary>Without any.</summary>
    NoHits,

    /// <summary>With what was found before the time was up.</summary>
    Partial,

    /// <summary>Without an answer, as the time was up.</summary>
    Timeout,

    /// <summary>Not at all, as too many were waiting.</summary>
    Overload,

    /// <summary>The query or its cursor is wrong.</summary>
    Refused,

    /// <summary>The caller went away.</summary>
    Canceled,

    /// <summary>By a defect.</summary>
    Failed,
}

/// <summary>What operators watch of the search itself; ASP.NET Core and the runtime count requests, queues and memory themselves.</summary>
internal sealed class SearchMetrics
{
    /// <summary>The name of the meter, and of the source of traces.</summary>
    public const string MeterName = "Search.Server";

    private static readonly ActivitySource Traces = new(MeterName);

    private readonly SearchEngine _engine;
    private readonly Histogram<double> _durations;
    private readonly Counter<long> _revalidations;
    private volatile IndexStatus? _status;

    /// <summary>Begins to count.</summary>
    public SearchMetrics(IMeterFactory meters, SearchEngine engine, WorkLimits limits, Couriers couriers)
    {
        Meter meter = meters.Create(MeterName);
        _engine = engine;
        _durations = meter.CreateHistogram(
            "search.query.duration", "s", "How long searches took, by how they ended.",
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] });
        _revalidations = meter.CreateCounter<long>("search.revalidations", "{request}", "Requests with the ETag of an earlier answer: hit if that was still right, else miss.");
        meter.CreateObservableGauge("search.waiting", () => Waiting(limits), "{request}", "Requests that wait for a place, by what they want.");
        meter.CreateObservableGauge("search.webhooks.pending", () => couriers.Pending, "{delivery}", "Deliveries of webhooks that were found and did not arrive yet.");
        meter.CreateObservableGauge("search.index.documents", () => Status().Documents, "{article}", "Articles that a search can find.");
        meter.CreateObservableGauge("search.index.documents.deleted", () => Status().DeletedDocuments, "{article}", "Articles deleted or replaced, whose room is not reclaimed yet.");
        meter.CreateObservableGauge("search.index.size", () => Status().SizeBytes, "By", "The index on disk.");
        meter.CreateObservableGauge("search.index.segments", () => Status().Segments, "{segment}", "Lucene segments.");
    }

    /// <summary>Counts a search.</summary>
    public void Searched(SearchOutcome outcome, TimeSpan duration) => _durations.Record(duration.TotalSeconds, new KeyValuePair<string, object?>("outcome", Name(outcome)));

    /// <summary>Counts a request of somebody who has an earlier answer.</summary>
    public void Revalidated(bool isHit) => _revalidations.Add(1, new KeyValuePair<string, object?>("result", isHit ? "hit" : "miss"));

    /// <summary>Begins the part of a trace that is the search.</summary>
    public static Activity? TraceSearch() => Traces.StartActivity("search");

    private static string Name(SearchOutcome outcome) => outcome switch
    {
        SearchOutcome.Hits => "hits",
        SearchOutcome.NoHits => "no_hits",
        SearchOutcome.Partial => "partial",
        SearchOutcome.Timeout => "timeout",
        SearchOutcome.Overload => "overload",
        SearchOutcome.Refused => "refused",
        SearchOutcome.Canceled => "canceled",
        _ => "failed",
    };

    private static IEnumerable<Measurement<long>> Waiting(WorkLimits limits) =>
        from work in new[] { (Kind: "search", Places: limits.Searches), (Kind: "count", Places: limits.Counts), (Kind: "write", Places: limits.Writes) }
        select new Measurement<long>(work.Places.GetStatistics()?.CurrentQueuedCount ?? 0, new KeyValuePair<string, object?>("kind", work.Kind));

    /// <summary>What the index holds, read once for all gauges of a commit.</summary>
    /// <remarks>Of the embedded engine it is there at once; a gauge cannot wait.</remarks>
    private IndexStatus Status()
    {
        IndexStatus? status = _status;
        return status?.Generation == _engine.Generation ? status : _status = _engine.GetStatusAsync().AsTask().GetAwaiter().GetResult();
    }
}
