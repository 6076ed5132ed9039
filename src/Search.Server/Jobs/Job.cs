using Search.Engine.Indexing;

namespace Search.Server.Jobs;

/// <summary>Long work in the background. Thread-safe.</summary>
internal sealed class Job(string id, string kind, DateTimeOffset started) : IProgress<WorkProgress>
{
    private readonly Lock _lock = new();
    private long _done;
    private long? _of;
    private JobState _state;
    private string _message = "";

    /// <summary>Its name in this run of the service.</summary>
    public string Id => id;

    /// <summary>Counts finished units.</summary>
    public void Advance(long units) => Interlocked.Add(ref _done, units);

    /// <summary>Says how far it is.</summary>
    public void Report(WorkProgress value)
    {
        lock (_lock)
        {
            _of = value.Of;
            Interlocked.Exchange(ref _done, value.Done);
        }
    }

    /// <summary>Ends it.</summary>
    /// <param name="state">How it ended.</param>
    /// <param name="message">A sentence for the operator.</param>
    public void End(JobState state, string message)
    {
        lock (_lock)
        {
            (_state, _message) = (state, message);
        }
    }

    /// <summary>What it is like now.</summary>
    public JobResponse Report()
    {
        lock (_lock)
        {
            return new JobResponse(id, kind, _state, Interlocked.Read(ref _done), _of, started, _message);
        }
    }
}

/// <summary>How far a job is.</summary>
public enum JobState
{
    /// <summary>At work.</summary>
    Running,

    /// <summary>Finished.</summary>
    Done,

    /// <summary>Given up; the message says why.</summary>
    Failed,
}

/// <summary>Long work in the background.</summary>
/// <param name="Id">Its name in this run of the service.</param>
/// <param name="Kind">What it does: `ingest`, `purge`, `reindex` or `snapshot`.</param>
/// <param name="State">How far it is.</param>
/// <param name="Done">Units finished; articles, of a snapshot bytes.</param>
/// <param name="Of">Units in all; null where not known.</param>
/// <param name="Started">When it began.</param>
/// <param name="Message">A sentence for people; empty while there is nothing to say.</param>
public sealed record JobResponse(string Id, string Kind, JobState State, long Done, long? Of, DateTimeOffset Started, string Message);
