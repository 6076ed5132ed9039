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

    /// <summary>Takes the limits of valid options.</summary>
    public WorkLimits(IOptions<SearchOptions> options)
    {
        int searches = options.Value.MostSearches > 0 ? options.Value.MostSearches : 2 * Environment.ProcessorCount;
        Searches = Limiter(searches, WaitingForEach * searches);
        int counts = Math.Max(1, searches / 2);
        Counts = Limiter(counts, WaitingForEach * counts);
        Exports = Limiter(options.Value.MostExports, waiting: 0);
    }

    /// <summary>Places of searches and suggestions.</summary>
    public ConcurrencyLimiter Searches { get; }

    /// <summary>Places of what analysts count, which takes longer: half as many, so that searches beside it keep their time.</summary>
    public ConcurrencyLimiter Counts { get; }

    /// <summary>Places of exports.</summary>
    public ConcurrencyLimiter Exports { get; }

    /// <summary>Takes a place until it is disposed, and waits for one if there is room to wait.</summary>
    /// <exception cref="OverloadException">There is none.</exception>
    public static async ValueTask<IDisposable> EnterAsync(ConcurrencyLimiter places, ProblemType refusal, CancellationToken cancellation)
    {
        RateLimitLease lease = await places.AcquireAsync(permitCount: 1, cancellation);
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
