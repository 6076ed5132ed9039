using Microsoft.Extensions.Options;
using Search.Engine.Searching;
using Search.Server.Hosting;

namespace Search.Server.Searching;

/// <summary>Searches that end after <see cref="SearchOptions.QueryTimeout"/>; the API and the pages share it.</summary>
internal sealed class TimedSearch(SearchEngine engine, IOptions<SearchOptions> options, TimeProvider time)
{
    /// <summary>Searches. After half of the time it answers with what was found so far, so that there is time to answer.</summary>
    /// <exception cref="QueryTimeoutException">It took too long.</exception>
    /// <exception cref="OperationCanceledException">The caller has gone.</exception>
    public ValueTask<SearchPage> SearchAsync(SearchRequest request, CancellationToken cancellation) =>
        RunAsync((index, limited) => index.SearchAsync(request with { TimeBudget = options.Value.QueryTimeout / 2 }, limited), options.Value.QueryTimeout, cancellation);

    /// <summary>Counts what analysts ask for, which may take five times as long as a search.</summary>
    /// <inheritdoc cref="SearchAsync" path="/exception"/>
    public ValueTask<T> CountAsync<T>(Func<SearchEngine, CancellationToken, ValueTask<T>> count, CancellationToken cancellation) =>
        RunAsync(count, 5 * options.Value.QueryTimeout, cancellation);

    private async ValueTask<T> RunAsync<T>(Func<SearchEngine, CancellationToken, ValueTask<T>> read, TimeSpan limit, CancellationToken cancellation)
    {
        using var timeout = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellation);
        try
        {
            return await read(engine, either.Token);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            throw new QueryTimeoutException();
        }
    }
}

/// <summary>A search took longer than it may.</summary>
internal sealed class QueryTimeoutException : Exception;
