using Search.Engine.Searching;
using Search.Engine.Snapshots;
using Search.Server.Snapshots;

namespace Search.Server.Jobs;

/// <summary>Removes the text of deleted articles from the index.</summary>
internal sealed class PurgeJob(SearchEngine engine, SnapshotFolder snapshots, JobList jobs, IHostApplicationLifetime lifetime, ILogger<PurgeJob> logger)
    : SingleJob("purge", jobs, lifetime, logger)
{
    /// <inheritdoc/>
    protected override void ExpectPossible() => engine.ExpectWritable();

    /// <inheritdoc/>
    protected override async Task<string> WorkAsync(Job job, CancellationToken stopping)
    {
        int purged = await Task.Run(() => engine.PurgeAsync(stopping), stopping);
        job.Advance(purged);
        return $"The text of {purged} deleted or replaced articles was removed from the index. {SnapshotText.StillHolding(snapshots)}";
    }
}
