using System.Text.Json;
using System.Text.Json.Serialization;
using System.Threading.Channels;
using Microsoft.Extensions.Options;
using Search.Answers;
using Search.Engine.Searching;
using Search.Server.Hosting;

namespace Search.Server.Observing;

/// <summary>A query and what came of it: a line of the query log. Nothing tells who asked.</summary>
/// <param name="Time">When it was answered, to the minute, so that lines cannot be set beside the logs of a proxy.</param>
/// <param name="Q">What was typed.</param>
/// <param name="ReadAs">How it was understood, if otherwise.</param>
/// <param name="Total">How many articles it found.</param>
/// <param name="Milliseconds">How long that took.</param>
/// <param name="Partial">Whether the time budget cut it.</param>
internal sealed record LoggedQuery(DateTimeOffset Time, string Q, string? ReadAs, int Total, double Milliseconds, bool Partial);

/// <summary>Writes down what was asked, one file of JSON lines a day, and removes files after <see cref="SearchOptions.QueryLogDays"/>.</summary>
/// <remarks>Thread-safe. A search never waits for it: where the disk is too slow lines are dropped and counted.</remarks>
internal sealed partial class QueryLog(IOptions<SearchOptions> options, IHostEnvironment environment, TimeProvider time, ILogger<QueryLog> logger) : BackgroundService
{
    private const int MostWaiting = 10_000;
    private const string Prefix = "queries-";
    private const string Suffix = ".jsonl";

    /// <summary>How lines are written.</summary>
    public static readonly JsonSerializerOptions Json =
        AnswerJson.Configure(new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull });

    private readonly Channel<LoggedQuery> _waiting = Channel.CreateBounded<LoggedQuery>(
        new BoundedChannelOptions(MostWaiting) { SingleReader = true, FullMode = BoundedChannelFullMode.DropWrite });

    private readonly string? _folder = options.Value.QueryLogPath.Length == 0 ? null : ServerPaths.Resolve(options.Value.QueryLogPath, environment.ContentRootPath);

    /// <summary>The file of a day, by UTC, whether it exists or not; <see langword="null"/> if nothing is written down.</summary>
    public string? PathOf(DateOnly day) => _folder is null ? null : Path.Combine(_folder, $"{Prefix}{day:yyyy-MM-dd}{Suffix}");

    /// <summary>Notes a search that has been answered; the later pages of one are not noted.</summary>
    public void Note(SearchRequest request, SearchPage found)
    {
        if (_folder is not null && request is { Query.Length: > 0, Page.Offset: 0, Cursor: null })
        {
            DateTimeOffset now = time.GetUtcNow();
            string? readAs = found.ReadAs == request.Query ? null : found.ReadAs;
            _waiting.Writer.TryWrite(new(
                now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMinute)), request.Query, readAs, found.Total, Math.Round(found.Took.TotalMilliseconds, 1), found.IsPartial));
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (_folder is null)
        {
            return;
        }

        stoppingToken.Register(() => _waiting.Writer.TryComplete());
        DateOnly cleaned = default;
        while (await _waiting.Reader.WaitToReadAsync(CancellationToken.None))   // to the last line, also when stopping
        {
            try
            {
                DateOnly today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
                Directory.CreateDirectory(_folder);
                if (today != cleaned)
                {
                    RemoveBefore(_folder, today.AddDays(-options.Value.QueryLogDays));
                    cleaned = today;
                }

                await AppendAsync(PathOf(today)!);   // there is a folder
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                LogFailure(_folder, failure.Message);
                await Task.Delay(TimeSpan.FromMinutes(1), time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task AppendAsync(string path)
    {
        await using var file = new StreamWriter(path, append: true);
        while (_waiting.Reader.TryRead(out LoggedQuery? query))
        {
            await file.WriteLineAsync(JsonSerializer.Serialize(query, Json));
        }
    }

    /// <summary>Files of other names are left alone.</summary>
    private static void RemoveBefore(string folder, DateOnly first)
    {
        foreach (string path in Directory.EnumerateFiles(folder, Prefix + "*" + Suffix))
        {
            string day = Path.GetFileName(path)[Prefix.Length..^Suffix.Length];
            if (DateOnly.TryParseExact(day, "yyyy-MM-dd", out DateOnly written) && written < first)
            {
                File.Delete(path);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "The query log in {Folder} cannot be written: {Reason}")]
    private partial void LogFailure(string folder, string reason);
}
