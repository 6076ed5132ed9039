using Microsoft.Extensions.Options;
using Search.Engine.Searching;
using Search.Engine.Snapshots;
using Search.Server.Hosting;
using Search.Server.Jobs;

namespace Search.Server.Snapshots;

/// <summary>Makes a snapshot of the index, and removes those that need not be kept.</summary>
internal sealed class SnapshotJob(
    SearchEngine engine, SnapshotFolder snapshots, IOptions<SearchOptions> options, TimeProvider time, JobList jobs, IHostApplicationLifetime lifetime, ILogger<SnapshotJob> logger)
    : SingleJob("snapshot", jobs, lifetime, logger)
{
    /// <inheritdoc/>
    protected override void ExpectPossible() => engine.ExpectWritable();   // whoever writes the index makes its snapshots

    /// <inheritdoc/>
    protected override async Task<string> WorkAsync(Job job, CancellationToken stopping)
    {
        SnapshotOptions settings = options.Value.Snapshots;
        Snapshot snapshot = await engine.SnapshotAsync(snapshots, job, stopping);
        IReadOnlyList<string> removed = snapshots.Retain(settings.Keep, settings.KeepDays == 0 ? null : TimeSpan.FromDays(settings.KeepDays), time.GetUtcNow());
        return $"The snapshot {snapshot.Name} holds {snapshot.Documents} articles in {Mebibytes(snapshot.SizeBytes)}. {removed.Count} older ones were removed.";
    }
}
