using Search.Engine.Indexing;
using Search.Ingest;

namespace Search.Cli.Indexing;

/// <summary>Prints articles as JSON lines and indexes nothing.</summary>
internal sealed class PrintSink : IArticleSink
{
    private readonly Stream _output = Console.OpenStandardOutput();

    public async Task<IReadOnlyList<WriteOutcome>> WriteAsync(IReadOnlyList<IngestedInput.Accepted> batch, CancellationToken cancellation)
    {
        foreach (IngestedInput.Accepted input in batch)
        {
            await _output.WriteAsync(OneLine.Of(input.Article.Json), cancellation);
            await _output.WriteAsync("\n"u8.ToArray(), cancellation);
        }

        return [.. batch.Select(_ => new WriteOutcome(WriteStatus.Created))];
    }

    public ValueTask DisposeAsync() => _output.DisposeAsync();
}
