using System.Diagnostics;
using Search.Ingest;

namespace Search.Cli.Indexing;

/// <summary>Takes inputs to a sink, in batches: the next is read while the last is written.</summary>
/// <remarks>Whatever ends the program, running it again does what is missing.</remarks>
internal sealed class IndexRun(IArticleSink sink, IndexReport report)
{
    private const int BatchArticles = 5_000;

    /// <summary>8 MiB of JSON. The same again for the batch that is written, and two to three times that as text.</summary>
    private const long BatchBytes = 8 << 20;

    /// <summary>How long articles wait for others when inputs come slowly, from a pipe.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private Batch _underWay = new();

    /// <summary>Reads all inputs and waits until their articles are durable; cancelled, those that were taken until then.</summary>
    public async Task ReadAsync(IEnumerable<IngestedInput> inputs, CancellationToken cancellation)
    {
        try
        {
            await ReadAllAsync(inputs, cancellation);
        }
        catch (OperationCanceledException)
        {
            await sink.CompleteAsync();
            throw;
        }

        await sink.CompleteAsync();
    }

    private async Task ReadAllAsync(IEnumerable<IngestedInput> inputs, CancellationToken cancellation)
    {
        var batch = new Batch();
        try
        {
            foreach (IngestedInput input in inputs)
            {
                switch (input)
                {
                    case IngestedInput.Accepted accepted:
                        report.Meet(accepted);
                        batch.Add(accepted);
                        break;
                    case IngestedInput.Rejected rejected:
                        report.Add(rejected);
                        break;
                    case IngestedInput.PassedOver passed:
                        report.Add(passed);
                        break;
                }

                if (batch.Articles.Count >= BatchArticles || batch.Bytes >= BatchBytes || (batch.Articles.Count > 0 && batch.Age > Patience))
                {
                    await StartAsync(batch, cancellation);
                    batch = new Batch();
                }
            }

            await StartAsync(batch, cancellation);
        }
        finally
        {
            await FinishAsync();
        }
    }

    private async Task StartAsync(Batch batch, CancellationToken cancellation)
    {
        await FinishAsync();
        batch.Writing = Task.Run(() => sink.WriteAsync(batch.Articles, cancellation), cancellation);
        _underWay = batch;
    }

    private async Task FinishAsync()
    {
        Batch batch = _underWay;
        _underWay = new Batch();
        IReadOnlyList<WriteOutcome> outcomes = await batch.Writing;
        foreach ((IngestedInput.Accepted input, WriteOutcome outcome) in batch.Articles.Zip(outcomes))
        {
            report.Add(input, outcome);
        }
    }

    private sealed class Batch
    {
        private readonly long _started = Stopwatch.GetTimestamp();

        public List<IngestedInput.Accepted> Articles { get; } = [];

        public long Bytes { get; private set; }

        public TimeSpan Age => Stopwatch.GetElapsedTime(_started);

        public Task<IReadOnlyList<WriteOutcome>> Writing { get; set; } = Task.FromResult<IReadOnlyList<WriteOutcome>>([]);

        public void Add(IngestedInput.Accepted input)
        {
            Articles.Add(input);
            Bytes += input.Article.Json.Length;
        }
    }
}
