using System.CommandLine;
using System.Diagnostics;
using Search.Answers;
using Search.Cli.Indexing;
using Search.Engine.Indexing;
using Search.Ingest;

namespace Search.Cli.Commands;

/// <summary><c>search index</c>: reads files and folders into an index.</summary>
internal static class IndexCommand
{
    private const string StandardInput = "-";

    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(5);

    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH") { Arity = ArgumentArity.OneOrMore, Description = "Files, archives and folders to read; - is the standard input." };
        Option<string> index = IndexLocation.Option();
        var choices = new IngestChoices();
        var dryRun = new Option<bool>("--dry-run") { Description = "Print the articles as JSON lines and index nothing." };
        var strict = new Option<bool>("--strict") { Description = "Exit with 1 if any input was rejected." };
        var watch = new Option<bool>("--watch") { Description = "Go on and read files again when they change, until stopped. Articles of files that vanish stay." };
        var commitSeconds = new Option<int>("--commit-seconds")
        {
            HelpName = "N",
            Description = "How often what was read is made durable and visible, 1 to 3600 seconds; 60 by default. A kill costs the work since then.",
            DefaultValueFactory = _ => 60,
        };
        commitSeconds.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > 3600)
            {
                result.AddError("--commit-seconds is out of range; expected 1 to 3600.");
            }
        });
        var json = new Option<bool>("--json") { Description = "Print the closing report as JSON." };
        var server = new RunningServer();
        var command = new Command("index", "Reads articles and puts them into the index; one that is there already and did not change is skipped.") { paths, index };
        choices.AddTo(command);
        command.Add(dryRun);
        command.Add(strict);
        command.Add(watch);
        command.Add(commitSeconds);
        command.Add(json);
        server.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(watch) && (result.GetValue(paths) ?? []).Contains(StandardInput))
            {
                result.AddError("--watch needs files or folders; the standard input is read once.");
            }
        });
        command.SetAction(async (parsed, cancellation) =>
        {
            bool prints = parsed.GetValue(dryRun);
            HttpClient? client = server.Client(parsed);
            IngestOptions options = choices.Read(parsed);
            var report = new IndexReport();
            await using IArticleSink sink = prints ? new PrintSink()
                : client is not null ? new ServerSink(client)
                : new IndexSink(parsed.GetRequiredValue(index), options.Threads, TimeSpan.FromSeconds(parsed.GetValue(commitSeconds)));
            try
            {
                await (parsed.GetValue(watch)
                    ? WatchAsync(parsed.GetRequiredValue(paths), options, sink, report, cancellation)
                    : ReadAsync(parsed.GetRequiredValue(paths), options, sink, report, cancellation));
            }
            finally
            {
                Print(report, toError: prints, parsed.GetValue(json));
            }

            return parsed.GetValue(strict) && report.Rejected > 0 ? 1 : 0;
        });
        return command;
    }

    private static async Task ReadAsync(string[] paths, IngestOptions options, IArticleSink sink, IndexReport report, CancellationToken cancellation)
    {
        report.BeginRound();
        var progress = new ReadingProgress();
        long started = Stopwatch.GetTimestamp();
        Task<long?> total = Task.Run(() => ArticleSource.Measure(paths, options with { IsWanted = null }, cancellation), cancellation);
        await using (new ProgressDisplay(report, progress, total))
        {
            try
            {
                await new IndexRun(sink, report).ReadAsync(ArticleSource.Read(paths, options with { Progress = progress }, cancellation), cancellation);
            }
            finally
            {
                report.Seconds = Math.Round(report.Seconds + Stopwatch.GetElapsedTime(started).TotalSeconds, 3);
                report.Bytes += progress.Bytes;
            }
        }
    }

    /// <summary>Reads everything, and then again and again what has changed, until cancelled; a round that fails is repeated.</summary>
    private static async Task WatchAsync(string[] paths, IngestOptions options, IArticleSink sink, IndexReport report, CancellationToken cancellation)
    {
        var changed = new ChangedFiles();
        using var watch = new PathWatch(paths);
        try
        {
            while (true)
            {
                bool isComplete = await TryReadAsync(paths, options with { IsWanted = changed.IsWanted }, sink, report, cancellation);
                changed.EndRound(isComplete);
                await (isComplete ? watch.WaitAsync(cancellation) : Task.Delay(PauseAfterFailure, cancellation));
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // Stopping it is the way to end it.
        }
    }

    private static async Task<bool> TryReadAsync(string[] paths, IngestOptions options, IArticleSink sink, IndexReport report, CancellationToken cancellation)
    {
        int before = report.Read;
        try
        {
            await ReadAsync(paths, options, sink, report, cancellation);
            if (report.Read > before)
            {
                await Console.Error.WriteLineAsync(report.ToString());
            }

            return true;
        }
        catch (Exception failure) when (failure is IOException or IndexStorageException or HttpRequestException or InvalidDataException)
        {
            await Console.Error.WriteLineAsync($"{failure.Message} It will be tried again.");
            return false;
        }
    }

    private static void Print(IndexReport report, bool toError, bool json)
    {
        TextWriter output = toError ? Console.Error : Console.Out;
        if (json)
        {
            output.WriteLine(AnswerJson.Serialize(report));
        }
        else
        {
            ReportText.Write(report, output);
        }
    }
}
