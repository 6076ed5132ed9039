using System.Diagnostics;
using System.Diagnostics.Metrics;
using Lucene.Net.Index;

namespace Search.Engine.Indexing;

/// <summary>What can be measured of the writing side: writes, commits and merges.</summary>
public static class IndexMeter
{
    /// <summary>The name under which listeners find it.</summary>
    public const string Name = "Search.Engine";

    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> Written = Meter.CreateCounter<long>("search.index.writes", "{article}", "Articles written, by what that did.");
    private static readonly Histogram<double> Commits = Seconds("search.index.commit.duration", "How long commits took, with their fsyncs.");
    private static readonly Histogram<double> Merges = Seconds("search.index.merge.duration", "How long merges of segments took.");

    private static readonly Counter<long> FailedMerges = Meter.CreateCounter<long>("search.index.merge.failures", "{merge}", "Merges of segments that failed.");

    /// <summary>Counts writes.</summary>
    internal static void Count(IEnumerable<WriteStatus> statuses)
    {
        foreach (WriteStatus status in statuses)
        {
            Written.Add(1, new KeyValuePair<string, object?>("status", status.ToString()));
        }
    }

    /// <summary>Measures a commit.</summary>
    internal static void Commit(Action commit) => Measure(Commits, commit);

    private static void Measure(Histogram<double> durations, Action work)
    {
        long started = Stopwatch.GetTimestamp();
        work();
        durations.Record(Stopwatch.GetElapsedTime(started).TotalSeconds);
    }

    private static Histogram<double> Seconds(string name, string description) => Meter.CreateHistogram(
        name, "s", description, advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300] });

    /// <summary>Lucene's own scheduler, measured.</summary>
    internal sealed class MergeScheduler : ConcurrentMergeScheduler
    {
        protected override void DoMerge(MergePolicy.OneMerge merge) => Measure(Merges, () => base.DoMerge(merge));

        /// <summary>A merge that fails leaves its segments as they were, and is tried again when something is written: nothing that should end the process.</summary>
        protected override void HandleMergeException(Exception exc) => FailedMerges.Add(1, new KeyValuePair<string, object?>("error", exc.GetType().Name));
    }
}
