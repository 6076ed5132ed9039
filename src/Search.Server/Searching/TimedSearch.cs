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
        RunAsync((index, limited) => index.SearchAsync(request with { TimeBudget = options.Value.QueryTimeout / 2 }, limited), cancellation);

    /// <summary>Runs any other reading of the index.</summary>
    /// <inheritdoc cref="SearchAsync" path="/exception"/>
    public async ValueTask<T> RunAsync<T>(Func<SearchEngine, CancellationToken, ValueTask<T>> read, CancellationToken cancellation)
    {
        using var timeout = new CancellationTokenSource(options.Value.QueryTimeout, time);
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
