using System.Diagnostics;

namespace Search.Benchmarks.Indexing;

/// <summary>What a program took that was run to its end.</summary>
/// <param name="Output">What it printed.</param>
/// <param name="Time">From its start to its end.</param>
/// <param name="Processor">The time of all processors, looked at until shortly before the end: it hardly depends on what else the machine does.</param>
/// <param name="PeakBytes">Most memory that was resident at a time.</param>
internal sealed record MeasuredProcess(string Output, TimeSpan Time, TimeSpan Processor, long PeakBytes)
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(50);

    /// <summary>Runs the command line of this build.</summary>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public static MeasuredProcess RunSearch(params string[] arguments) => Run(StartSearch(arguments), input: null);

    /// <summary>The same, with something on standard input.</summary>
    public static MeasuredProcess RunSearch(Action<Stream> input, params string[] arguments) => Run(StartSearch(arguments), input);

    /// <summary>Runs this program anew with other arguments.</summary>
    public static MeasuredProcess RunSelf(params string[] arguments) => Run(Start(typeof(MeasuredProcess).Assembly.Location, arguments), input: null);

    /// <summary>Starts the command line, for those who will stop it themselves.</summary>
    public static Process StartSearch(params string[] arguments) => Start(Path.Combine(AppContext.BaseDirectory, "search.dll"), arguments);

    private static Process Start(string program, string[] arguments) =>
        Process.Start(new ProcessStartInfo("dotnet", [program, .. arguments]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;   // started anew, so it is one

    private static MeasuredProcess Run(Process process, Action<Stream>? input)
    {
        using Process running = process;
        long started = Stopwatch.GetTimestamp();
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        Task writing = Task.Run(() =>
        {
            input?.Invoke(process.StandardInput.BaseStream);
            process.StandardInput.Close();
        });
        TimeSpan processor = default;
        long peak = 0;
        while (!process.WaitForExit(LookEvery))
        {
            process.Refresh();
            try
            {
                (processor, peak) = (process.TotalProcessorTime, Math.Max(peak, process.PeakWorkingSet64));
            }
            catch (InvalidOperationException)
            {
                break;   // it has just ended
            }
        }

        process.WaitForExit();
        TimeSpan time = Stopwatch.GetElapsedTime(started);
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"The program ended with {process.ExitCode}: {error.Result}");
        }

        writing.Wait();
        return new(output.Result, time, processor, peak);
    }
}
