using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using Search.Server.Hosting;
using Search.Server.Problems;

namespace Search.Server.Limits;

/// <summary>How much is worked on at a time, so that what is let in is answered in time. Thread-safe.</summary>
/// <remarks>A place is taken when a request has been read, not before: a caller that sends slowly takes none.</remarks>
internal sealed class WorkLimits : IDisposable
{
    /// <summary>Requests that wait for each one that is worked on.</summary>
    private const int WaitingForEach = 4;

    private readonly int _writePermits;

    /// <summary>Takes the limits of valid options.</summary>
    public WorkLimits(IOptions<SearchOptions> options)
    {
        int searches = options.Value.MostSearches > 0 ? options.Value.MostSearches : 2 * Environment.ProcessorCount;
        Searches = Limiter(searches, WaitingForEach * searches);
        int counts = Math.Max(1, searches / 2);
        Counts = Limiter(counts, WaitingForEach * counts);
        Exports = Limiter(options.Value.MostExports, waiting: 0);
        _writePermits = options.Value.RamBufferMebibytes * 1024 / 2;
        Writes = Limiter(_writePermits, WaitingForEach * _writePermits);
    }

    /// <summary>Places of searches and suggestions.</summary>
    public ConcurrencyLimiter Searches { get; }

    /// <summary>Places of what analysts count, which takes longer: half as many, so that searches beside it keep their time.</summary>
    public ConcurrencyLimiter Counts { get; }

    /// <summary>Places of exports.</summary>
    public ConcurrencyLimiter Exports { get; }

    /// <summary>Room for writes between their arrival and their commit, in KiB (2^10 bytes): half of the buffer of the index, so that no write has to hold a thread until there is room in
    /// it, however slow the disk is.</summary>
    public ConcurrencyLimiter Writes { get; }

    /// <summary>Takes room for a write until it is disposed, and waits for it.</summary>
    /// <param name="bytes">Of JSON.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <exception cref="OverloadException">Too much is waiting already.</exception>
    public ValueTask<IDisposable> EnterWriteAsync(long bytes, CancellationToken cancellation) =>
        EnterAsync(Writes, (int)Math.Min(1 + (bytes / 1024), _writePermits), ProblemType.Overloaded, cancellation);

    /// <summary>Takes a place until it is disposed, and waits for one if there is room to wait.</summary>
    /// <exception cref="OverloadException">There is none.</exception>
    public static ValueTask<IDisposable> EnterAsync(ConcurrencyLimiter places, ProblemType refusal, CancellationToken cancellation) => EnterAsync(places, count: 1, refusal, cancellation);

    private static async ValueTask<IDisposable> EnterAsync(ConcurrencyLimiter places, int count, ProblemType refusal, CancellationToken cancellation)
    {
        RateLimitLease lease = await places.AcquireAsync(count, cancellation);
        if (!lease.IsAcquired)
        {
            lease.Dispose();
            throw new OverloadException(refusal);
        }

        return lease;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Searches.Dispose();
        Counts.Dispose();
        Exports.Dispose();
        Writes.Dispose();
    }

    private static ConcurrencyLimiter Limiter(int places, int waiting) =>
        new(new() { PermitLimit = places, QueueLimit = waiting, QueueProcessingOrder = QueueProcessingOrder.OldestFirst });
}

/// <summary>As much is being worked on as can be.</summary>
internal sealed class OverloadException(ProblemType refusal) : Exception
{
    /// <summary>What the caller hears.</summary>
    public ProblemType Refusal => refusal;
}
