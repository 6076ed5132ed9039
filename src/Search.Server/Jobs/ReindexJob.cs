using Search.Engine.Searching;

namespace Search.Server.Jobs;

/// <summary>Makes the index anew from its stored articles, beside searches and writes.</summary>
internal sealed class ReindexJob(SearchEngine engine, JobList jobs, IHostApplicationLifetime lifetime, ILogger<ReindexJob> logger)
    : SingleJob("reindex", jobs, lifetime, logger)
{
    /// <inheritdoc/>
    protected override void ExpectPossible() => engine.ExpectWritable();

    /// <inheritdoc/>
    protected override async Task<string> WorkAsync(Job job, CancellationToken stopping) => $"{await engine.ReindexAsync(job, stopping)} articles were indexed anew.";
}
