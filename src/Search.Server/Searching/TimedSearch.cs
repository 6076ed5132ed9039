using System.Diagnostics;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using Search.Engine.Querying;
using Search.Engine.Searching;
using Search.Server.Hosting;
using Search.Server.Limits;
using Search.Server.Observing;
using Search.Server.Problems;

namespace Search.Server.Searching;

/// <summary>Searches that end after <see cref="SearchOptions.QueryTimeout"/>, within <see cref="WorkLimits"/>, counted and written down; the API and the pages share it.</summary>
internal sealed class TimedSearch(SearchEngine engine, IOptions<SearchOptions> options, WorkLimits limits, SearchMetrics metrics, QueryLog log, TimeProvider time)
{
    /// <summary>Searches. After half of the time it answers with what was found so far, so that there is time to answer.</summary>
    /// <exception cref="QueryTimeoutException">It took too long.</exception>
    /// <exception cref="OverloadException">Too many are waiting already.</exception>
    /// <exception cref="OperationCanceledException">The caller has gone.</exception>
    public async ValueTask<SearchPage> SearchAsync(SearchRequest request, CancellationToken cancellation)
    {
        long started = Stopwatch.GetTimestamp();
        SearchOutcome outcome = SearchOutcome.Failed;
        using Activity? trace = SearchMetrics.TraceSearch();
        try
        {
            SearchPage found = await ReadAsync((index, limited) => index.SearchAsync(request with { TimeBudget = options.Value.QueryTimeout / 2 }, limited), cancellation);
            outcome = found.IsPartial ? SearchOutcome.Partial : found.TotalRelaxed > 0 ? SearchOutcome.Hits : SearchOutcome.NoHits;
            log.Note(request, found);
            return found;
        }
        catch (Exception failure) when (OutcomeOf(failure) is { } known)
        {
            outcome = known;
            throw;
        }
        finally
        {
            metrics.Searched(outcome, Stopwatch.GetElapsedTime(started));
        }
    }

    /// <summary>Reads what is there as fast as a search.</summary>
    /// <inheritdoc cref="SearchAsync" path="/exception"/>
    public ValueTask<T> ReadAsync<T>(Func<SearchEngine, CancellationToken, ValueTask<T>> read, CancellationToken cancellation) =>
        RunAsync(read, limits.Searches, options.Value.QueryTimeout, cancellation);

    /// <summary>Counts what analysts ask for, which may take five times as long as a search.</summary>
    /// <inheritdoc cref="SearchAsync" path="/exception"/>
    public ValueTask<T> CountAsync<T>(Func<SearchEngine, CancellationToken, ValueTask<T>> count, CancellationToken cancellation) =>
        RunAsync(count, limits.Counts, 5 * options.Value.QueryTimeout, cancellation);

    /// <remarks>The time that it waits for a place counts.</remarks>
    private async ValueTask<T> RunAsync<T>(Func<SearchEngine, CancellationToken, ValueTask<T>> read, ConcurrencyLimiter places, TimeSpan limit, CancellationToken cancellation)
    {
        using var timeout = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellation);
        try
        {
            using IDisposable place = await WorkLimits.EnterAsync(places, ProblemType.Overloaded, either.Token);
            return await read(engine, either.Token);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            throw new QueryTimeoutException();
        }
    }

    private static SearchOutcome? OutcomeOf(Exception failure) => failure switch
    {
        QueryTimeoutException => SearchOutcome.Timeout,
        OperationCanceledException => SearchOutcome.Canceled,
        OverloadException => SearchOutcome.Overload,
        QueryException or CursorException => SearchOutcome.Refused,
        _ => null,
    };
}

/// <summary>A search took longer than it may.</summary>
internal sealed class QueryTimeoutException : Exception;
