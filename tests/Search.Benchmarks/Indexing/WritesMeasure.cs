using System.Diagnostics;
using System.Globalization;
using Search.Articles;
using Search.Engine.Searching;

namespace Search.Benchmarks.Indexing;

/// <summary>How many writes a second are answered, each when it is durable and visible, and how long each takes: by the number of writers that write at the same time.</summary>
internal static class WritesMeasure
{
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(10);

    /// <summary>Measures with an index in a folder, which decides what an fsync costs.</summary>
    public static async Task RunAsync(string folder, TextWriter output)
    {
        await output.WriteLineAsync("| writers | writes a second | median | p99 |\n|---:|---:|---:|---:|");
        foreach (int writers in (int[])[1, 16, 256])
        {
            string path = Path.Combine(folder, $"writes-{Environment.ProcessId}-{writers}");
            await using (SearchEngine engine = SearchEngine.Open(new() { Path = path }))
            {
                await RunAsync(engine, writers, TimeSpan.FromSeconds(2));   // compiles the program
                List<double> milliseconds = await RunAsync(engine, writers, Duration);
                milliseconds.Sort();
                await output.WriteLineAsync(string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {writers} | {milliseconds.Count / Duration.TotalSeconds:0} | {milliseconds[milliseconds.Count / 2]:0.0} ms | {milliseconds[milliseconds.Count * 99 / 100]:0.0} ms |"));
            }

            Directory.Delete(path, recursive: true);
        }
    }

    /// <returns>How long each write took.</returns>
    private static async Task<List<double>> RunAsync(SearchEngine engine, int writers, TimeSpan duration)
    {
        long started = Stopwatch.GetTimestamp();
        List<double>[] each = await Task.WhenAll(Enumerable.Range(0, writers).Select(writer => Task.Run(async () =>
        {
            var took = new List<double>();
            for (int write = 0; Stopwatch.GetElapsedTime(started) < duration; write++)
            {
                long began = Stopwatch.GetTimestamp();
                await engine.PutAsync(Make($"w{writer}-{write}", writer + write));
                took.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }

            return took;
        })));
        return [.. each.SelectMany(static took => took)];
    }

    /// <summary>An article of some 2 KiB.</summary>
    private static Article Make(string id, int seed) => new()
    {
        Id = id,
        Title = $"Thông tin đối ngoại công đoàn số {seed}",
        Body = string.Join(' ', Enumerable.Range(seed, 30).Select(static number => $"Nghị quyết {number} của Ban Chấp hành có hiệu lực từ ngày ký ban hành.")),
    };
}
