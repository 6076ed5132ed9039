using System.Collections.Concurrent;

namespace Search.Server.Jobs;

/// <summary>The jobs of this run of the service. Thread-safe.</summary>
internal sealed class JobList(TimeProvider time)
{
    private readonly ConcurrentQueue<Job> _jobs = new();
    private readonly ConcurrentDictionary<string, int> _counts = new(StringComparer.Ordinal);

    /// <summary>Adds a job that begins now.</summary>
    public Job Start(string kind)
    {
        var job = new Job($"{kind}-{_counts.AddOrUpdate(kind, 1, static (_, count) => count + 1)}", kind, time.GetUtcNow());
        _jobs.Enqueue(job);
        return job;
    }

    /// <summary>The job with an id, or <see langword="null"/>.</summary>
    public Job? Find(string id) => _jobs.FirstOrDefault(job => job.Id == id);

    /// <summary>All of them, the oldest first.</summary>
    public IReadOnlyList<JobResponse> Report() => [.. _jobs.Select(static job => job.Report())];
}
