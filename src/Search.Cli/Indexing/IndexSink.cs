using Search.Engine.Indexing;
using Search.Engine.Searching;
using Search.Ingest;

namespace Search.Cli.Indexing;

/// <summary>Writes articles into an index folder; every batch is one commit.</summary>
internal sealed class IndexSink(string path, int threads) : IArticleSink
{
    private readonly SearchEngine _engine = SearchEngine.Open(new() { Path = path, RamBufferMebibytes = 256, Threads = threads });

    /// <inheritdoc/>
    /// <remarks>One is analyzed while the other is committed.</remarks>
    public int MostBatches => 2;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<WriteOutcome>> WriteAsync(IReadOnlyList<IngestedInput.Accepted> batch, CancellationToken cancellation)
    {
        IReadOnlyList<WriteStatus> statuses = await _engine.WriteAsync([.. batch.Select(input => new ArticleWrite.Put(input.Article))], cancellation);
        return [.. statuses.Select(status => new WriteOutcome(status))];
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _engine.DisposeAsync();
}
