using System.Diagnostics;
using System.Globalization;
using Search.Ingest;
using Spectre.Console;

namespace Search.Cli.Indexing;

/// <summary>Shows how far indexing is: a bar on a terminal, else a line from time to time; both on standard error.</summary>
internal sealed class ProgressDisplay : IAsyncDisposable
{
    private static readonly TimeSpan BarInterval = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LineInterval = TimeSpan.FromSeconds(5);

    private readonly IndexReport _report;
    private readonly ReadingProgress _reading;
    private readonly Task<long?> _total;
    private readonly CancellationTokenSource _stop = new();
    private readonly long _started = Stopwatch.GetTimestamp();
    private readonly Task _showing;

    /// <summary>Begins to show.</summary>
    /// <param name="report">What became of the inputs so far.</param>
    /// <param name="reading">The bytes read so far.</param>
    /// <param name="total">All bytes there are to read, once that is known.</param>
    public ProgressDisplay(IndexReport report, ReadingProgress reading, Task<long?> total)
    {
        (_report, _reading, _total) = (report, reading, total);
        _showing = Task.Run(Console.IsErrorRedirected ? WriteLinesAsync : ShowBarAsync);
    }

    private long? Total => _total.IsCompletedSuccessfully ? _total.Result : null;

    /// <summary>Stops showing.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _showing;
        _stop.Dispose();
    }

    private async Task WriteLinesAsync()
    {
        while (await WaitAsync(LineInterval))
        {
            await Console.Error.WriteLineAsync(Line());
        }
    }

    private async Task ShowBarAsync()
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        await console.Progress().AutoClear(true).Columns(new ProgressBarColumn(), new PercentageColumn(), new TaskDescriptionColumn { Alignment = Justify.Left })
            .StartAsync(async context =>
            {
                ProgressTask bar = context.AddTask("", maxValue: 1);
                do
                {
                    bar.IsIndeterminate = Total is not > 0;
                    bar.Value = Total is > 0 and { } total ? Math.Min(1, (double)_reading.Bytes / total) : 0;
                    bar.Description = Line().EscapeMarkup();
                }
                while (await WaitAsync(BarInterval));
            });
    }

    private async Task<bool> WaitAsync(TimeSpan interval)
    {
        await Task.Delay(interval, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return !_stop.IsCancellationRequested;
    }

    /// <summary><c>12345 read, 8 rejected; 34.5 of 120.0 MB, 5.6 MB/s, 0:00:15 left</c>.</summary>
    private string Line()
    {
        long bytes = _reading.Bytes;
        double seconds = Math.Max(0.001, Stopwatch.GetElapsedTime(_started).TotalSeconds);
        string total = Total is { } all ? string.Create(CultureInfo.InvariantCulture, $" of {all / 1e6:0.0}") : "";
        string left = Total is { } end && bytes > 0
            ? string.Create(CultureInfo.InvariantCulture, $", {TimeSpan.FromSeconds(Math.Round(Math.Max(0, end - bytes) * seconds / bytes)):g} left") : "";
        return string.Create(CultureInfo.InvariantCulture, $"{_report.Read} read, {_report.Rejected} rejected; {bytes / 1e6:0.0}{total} MB, {bytes / 1e6 / seconds:0.0} MB/s{left}");
    }
}
