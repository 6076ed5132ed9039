using Microsoft.Extensions.Options;
using Search.Engine.Indexing;
using Search.Engine.Searching;
using Search.Server.Hosting;

namespace Search.Server.Jobs;

/// <summary>Removes the text of deleted articles from the index, one run at a time. Thread-safe.</summary>
internal sealed partial class PurgeJob(SearchEngine engine, IOptions<SearchOptions> options, JobList jobs, ILogger<PurgeJob> logger)
{
    private readonly Lock _lock = new();
    private Job? _running;

    /// <summary>Begins a run, or finds the one that is at work.</summary>
    /// <exception cref="IndexReadOnlyException">The service takes no writes.</exception>
    public JobResponse Start()
    {
        if (options.Value.ReadOnly)
        {
            throw new IndexReadOnlyException("The service takes no writes.");
        }

        lock (_lock)
        {
            if (_running?.Report() is { State: JobState.Running } running)
            {
                return running;
            }

            Job job = _running = jobs.Start("purge");
            _ = RunAsync(job);
            return job.Report();
        }
    }

    private async Task RunAsync(Job job)
    {
        try
        {
            int purged = await Task.Run(() => engine.PurgeAsync());
            job.Advance(purged);
            job.End(JobState.Done, $"The text of {purged} deleted or replaced articles was removed from the index. Snapshots and backups made before still hold it.");
        }
        catch (Exception failure)   // nobody waits for it: the job and the log have to say so
        {
            job.End(JobState.Failed, $"Purging failed: {failure.Message}");
            LogFailed(failure);
        }
    }

    [LoggerMessage(LogLevel.Error, "Purging failed.")]
    private partial void LogFailed(Exception failure);
}
