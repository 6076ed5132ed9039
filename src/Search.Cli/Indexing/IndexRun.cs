using System.Diagnostics;
using Search.Ingest;

namespace Search.Cli.Indexing;

/// <summary>Takes inputs to a sink, in batches: the next is read while the last is written.</summary>
/// <remarks>Whatever ends the program, what was answered is durable, and running it again does only what is missing.</remarks>
internal sealed class IndexRun(IArticleSink sink, IndexReport report)
{
    private const int BatchArticles = 20_000;

    /// <summary>32 MiB of JSON. The same again for each batch that is written, and two to three times that as text.</summary>
    private const long BatchBytes = 32 << 20;

    /// <summary>How long articles wait for others when inputs come slowly, from a pipe.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Queue<Batch> _underWay = [];

    /// <summary>Reads all inputs and waits until their articles have arrived.</summary>
    public async Task ReadAsync(IEnumerable<IngestedInput> inputs, CancellationToken cancellation)
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
            while (_underWay.Count > 0)
            {
                await FinishFirstAsync();
            }
        }
    }

    private async Task StartAsync(Batch batch, CancellationToken cancellation)
    {
        while (_underWay.Count >= sink.MostBatches || _underWay.Any(earlier => earlier.Ids.Overlaps(batch.Ids)))
        {
            await FinishFirstAsync();
        }

        if (batch.Articles.Count > 0)
        {
            batch.Writing = Task.Run(() => sink.WriteAsync(batch.Articles, cancellation), cancellation);
            _underWay.Enqueue(batch);
        }
    }

    private async Task FinishFirstAsync()
    {
        Batch batch = _underWay.Dequeue();
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

        public HashSet<string> Ids { get; } = new(StringComparer.Ordinal);

        public long Bytes { get; private set; }

        public TimeSpan Age => Stopwatch.GetElapsedTime(_started);

        public Task<IReadOnlyList<WriteOutcome>> Writing { get; set; } = Task.FromResult<IReadOnlyList<WriteOutcome>>([]);

        public void Add(IngestedInput.Accepted input)
        {
            Articles.Add(input);
            Ids.Add(input.Article.Id);
            Bytes += input.Article.Json.Length;
        }
    }
}
