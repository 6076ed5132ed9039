using Search.Engine.Indexing;
using Search.Ingest;

namespace Search.Cli.Indexing;

/// <summary>Prints articles as JSON lines and indexes nothing.</summary>
internal sealed class PrintSink : IArticleSink
{
    private readonly BufferedStream _output = new(Console.OpenStandardOutput(), 1 << 16);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<WriteOutcome>> WriteAsync(IReadOnlyList<IngestedInput.Accepted> batch, CancellationToken cancellation)
    {
        foreach (IngestedInput.Accepted input in batch)
        {
            await _output.WriteAsync(ArticleLine.Of(input.Article), cancellation);
            await _output.WriteAsync("\n"u8.ToArray(), cancellation);
        }

        await _output.FlushAsync(cancellation);
        return [.. batch.Select(_ => new WriteOutcome(WriteStatus.Created))];
    }

    /// <inheritdoc/>
    public Task CompleteAsync() => _output.FlushAsync();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _output.DisposeAsync();
}
