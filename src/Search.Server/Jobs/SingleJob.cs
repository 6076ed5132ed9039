using System.Globalization;

namespace Search.Server.Jobs;

/// <summary>Long work of one kind, one run at a time. Thread-safe.</summary>
/// <param name="kind">What it is called.</param>
/// <param name="jobs">Where its runs are listed.</param>
/// <param name="lifetime">Ends it with the service.</param>
/// <param name="logger">Hears of failures.</param>
internal abstract partial class SingleJob(string kind, JobList jobs, IHostApplicationLifetime lifetime, ILogger logger)
{
    private readonly Lock _lock = new();
    private Job? _running;
    private Task _run = Task.CompletedTask;

    /// <summary>Begins a run, or finds the one that is at work.</summary>
    public JobResponse Start()
    {
        ExpectPossible();
        lock (_lock)
        {
            if (_running?.Report() is { State: JobState.Running } running)
            {
                return running;
            }

            Job job = _running = jobs.Start(kind);
            _run = Task.Run(() => RunAsync(job));
            return job.Report();
        }
    }

    /// <summary>As <see cref="Start"/>, to be completed when the run has ended; its job says how.</summary>
    public Task RunAsync()
    {
        lock (_lock)
        {
            Start();
            return _run;
        }
    }

    /// <summary>Throws what the caller hears if it cannot be begun.</summary>
    protected abstract void ExpectPossible();

    /// <summary>Does it.</summary>
    /// <returns>A sentence for the operator.</returns>
    protected abstract Task<string> WorkAsync(Job job, CancellationToken stopping);

    /// <summary>Bytes for people.</summary>
    protected static string Mebibytes(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1048576.0:0.0} MiB");

    private async Task RunAsync(Job job)
    {
        try
        {
            string message = await WorkAsync(job, lifetime.ApplicationStopping);
            job.End(JobState.Done, message);
        }
        catch (OperationCanceledException) when (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            job.End(JobState.Failed, "It was stopped with the service.");
        }
        catch (Exception failure)   // nobody waits for it: the job and the log have to say so
        {
            job.End(JobState.Failed, failure.Message);
            LogFailed(failure, kind);
        }
    }

    [LoggerMessage(LogLevel.Error, "The job {Kind} failed.")]
    private partial void LogFailed(Exception failure, string kind);
}
