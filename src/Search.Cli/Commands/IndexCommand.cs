using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Search.Answers;
using Search.Cli.Indexing;
using Search.Ingest;

namespace Search.Cli.Commands;

/// <summary><c>search index</c>: reads files and folders into an index.</summary>
internal static class IndexCommand
{
    private const int BatchArticles = 5000;
    private const long BatchBytes = 64 << 20;

    private static readonly TimeSpan ProgressInterval = TimeSpan.FromSeconds(1);

    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH") { Arity = ArgumentArity.OneOrMore, Description = "Files and folders to read." };
        Option<string> index = IndexLocation.Option();
        var format = new Option<IngestFormat>("--format") { HelpName = "auto|text|jsonl", Description = "What the files hold." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Print the articles as JSON lines and index nothing." };
        var strict = new Option<bool>("--strict") { Description = "Exit with 1 if any input was rejected." };
        var json = new Option<bool>("--json") { Description = "Print the closing report as JSON." };
        var server = new RunningServer();
        var command = new Command("index", "Reads articles and puts them into the index; one that is there already and did not change is skipped.")
        {
            paths, index, format, dryRun, strict, json,
        };
        server.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            IEnumerable<IngestedInput> inputs = ArticleSource.Read(parsed.GetRequiredValue(paths), new() { Format = parsed.GetValue(format) }, cancellation);
            bool prints = parsed.GetValue(dryRun);
            HttpClient? client = server.Client(parsed);
            await using IArticleSink sink = prints ? new PrintSink()
                : client is not null ? new ServerSink(client)
                : new IndexSink(parsed.GetRequiredValue(index));
            IndexReport report = await IndexAsync(inputs, sink, cancellation);
            Print(report, toError: prints, parsed.GetValue(json));
            return parsed.GetValue(strict) && report.Rejected > 0 ? 1 : 0;
        });
        return command;
    }

    private static async Task<IndexReport> IndexAsync(IEnumerable<IngestedInput> inputs, IArticleSink sink, CancellationToken cancellation)
    {
        var report = new IndexReport();
        var batch = new List<IngestedInput.Accepted>();
        long batchBytes = 0;
        var sinceProgress = Stopwatch.StartNew();
        foreach (IngestedInput input in inputs)
        {
            switch (input)
            {
                case IngestedInput.Accepted accepted:
                    batch.Add(accepted);
                    batchBytes += accepted.Article.Json.Length;
                    break;
                case IngestedInput.Rejected rejected:
                    report.Reject(rejected.Name, rejected.Reason);
                    break;
            }

            if (batch.Count >= BatchArticles || batchBytes >= BatchBytes)
            {
                await FlushAsync();
            }
        }

        await FlushAsync();
        return report;

        async Task FlushAsync()
        {
            IReadOnlyList<WriteOutcome> outcomes = await sink.WriteAsync(batch, cancellation);
            foreach ((IngestedInput.Accepted input, WriteOutcome outcome) in batch.Zip(outcomes))
            {
                report.Add(input.Name, outcome);
            }

            batch.Clear();
            batchBytes = 0;
            if (sinceProgress.Elapsed > ProgressInterval)
            {
                await Console.Error.WriteLineAsync(report.ToString());
                sinceProgress.Restart();
            }
        }
    }

    private static void Print(IndexReport report, bool toError, bool json)
    {
        foreach (IndexReport.RejectedInput rejected in report.Rejections)
        {
            Console.Error.WriteLine($"rejected {rejected.Input}: {rejected.Reason}");
        }

        if (report.Rejected > report.Rejections.Count)
        {
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"and {report.Rejected - report.Rejections.Count} more rejected inputs"));
        }

        (toError ? Console.Error : Console.Out).WriteLine(json ? AnswerJson.Serialize(report) : report.ToString());
    }
}
