using Search.Engine.Indexing;
using Search.Ingest;

namespace Search.Cli.Indexing;

/// <summary>Where articles go: an index, a running server, or standard output.</summary>
internal interface IArticleSink : IAsyncDisposable
{
    /// <summary>Takes a batch of articles.</summary>
    /// <returns>What became of each, in order; a refused one as the reason.</returns>
    Task<IReadOnlyList<WriteOutcome>> WriteAsync(IReadOnlyList<IngestedInput.Accepted> batch, CancellationToken cancellation);

    /// <summary>Makes everything durable that was taken.</summary>
    Task CompleteAsync();
}

/// <summary>What became of an article.</summary>
/// <param name="Status">What the write did; without meaning if there is a rejection.</param>
/// <param name="Rejection">Why it was refused, or <see langword="null"/>.</param>
internal readonly record struct WriteOutcome(WriteStatus Status, string? Rejection = null);
