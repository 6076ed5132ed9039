using System.Diagnostics;
using System.Globalization;
using Search.Engine.Indexing;

namespace Search.Cli.Commands;

/// <summary>Shows on a terminal how far long work is, on one line of standard error; elsewhere nothing.</summary>
/// <param name="unit">What is counted.</param>
/// <param name="each">How many make one.</param>
internal sealed class ProgressLine(string unit, long each = 1) : IProgress<WorkProgress>
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    private long _shown;

    /// <inheritdoc/>
    public void Report(WorkProgress value)
    {
        if (Console.IsErrorRedirected || (Stopwatch.GetElapsedTime(_shown) < Interval && value.Done < value.Of))
        {
            return;
        }

        _shown = Stopwatch.GetTimestamp();
        string end = value.Done < value.Of ? "" : "\n";
        Console.Error.Write(string.Create(CultureInfo.InvariantCulture, $"\r{value.Done / each} of {value.Of / each} {unit}{end}"));
    }
}
