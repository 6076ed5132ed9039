using Search.Engine.Indexing;
using Search.Engine.Searching;
using Search.Ingest;

namespace Search.Cli.Indexing;

/// <summary>Writes articles into an index folder. There is a commit now and then, and one in the end: what is lost between two of them is read again by the
/// next run.</summary>
internal sealed class IndexSink : IArticleSink
{
    private const int RamBufferMebibytes = 160;

    private readonly SearchEngine _engine;
    private readonly CancellationTokenSource _closing = new();
    private readonly Task _committing;

    /// <summary>Opens the index.</summary>
    /// <param name="path">Its folder.</param>
    /// <param name="threads">How many threads analyze.</param>
    /// <param name="commitInterval">The time between two commits: the work that a kill may cost.</param>
    public IndexSink(string path, int threads, TimeSpan commitInterval)
    {
        _engine = SearchEngine.Open(new() { Path = path, RamBufferMebibytes = RamBufferMebibytes, Threads = threads, SuggestsAhead = false });
        _committing = CommitNowAndThenAsync(commitInterval);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<WriteOutcome>> WriteAsync(IReadOnlyList<IngestedInput.Accepted> batch, CancellationToken cancellation)
    {
        IReadOnlyList<WriteStatus> statuses = _engine.Apply([.. batch.Select(static input => new ArticleWrite.Put(input.Article))], cancellation);
        return Task.FromResult<IReadOnlyList<WriteOutcome>>([.. statuses.Select(static status => new WriteOutcome(status))]);
    }

    /// <inheritdoc/>
    public Task CompleteAsync() => _engine.CommitAsync();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await _committing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);   // a commit that failed fails again in the end, where it is heard of
        await _engine.DisposeAsync();
        _closing.Dispose();
    }

    private async Task CommitNowAndThenAsync(TimeSpan interval)
    {
        while (true)
        {
            await Task.Delay(interval, _closing.Token);
            await _engine.CommitAsync();
        }
    }
}
