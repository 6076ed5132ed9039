using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Search.Benchmarks.Load;

/// <summary>Loads a running service with searches: first as many as it answers, then half of that rate, twice of it, and half of it beside exports and bulk writes.</summary>
/// <remarks>Requests come at their time whether or not earlier ones have been answered, and latency counts from that time. This program shares the processors with the service if it runs
/// on the same machine; what it takes itself is printed.</remarks>
internal static partial class LoadMeasure
{
    /// <summary>Callers that ask one search after another to find the sustainable rate.</summary>
    private const int SteadyCallers = 4;

    /// <summary>Prints the outcome.</summary>
    /// <param name="address">The service, <c>http://127.0.0.1:5080</c>; it must take writes.</param>
    /// <param name="queriesFile">JSON lines with the member <c>text</c>.</param>
    /// <param name="duration">Of each part.</param>
    /// <param name="output">Where it goes.</param>
    public static async Task RunAsync(Uri address, string queriesFile, TimeSpan duration, TextWriter output)
    {
        string[] paths =
        [
            .. File.ReadLines(queriesFile).Select(static line => JsonDocument.Parse(line).RootElement.GetProperty("text").GetString()!)
                .Select(static text => "/api/search?q=" + Uri.EscapeDataString(text.Length > 500 ? text[..500] : text)),
        ];
        Random.Shared.Shuffle(paths);
        using var client = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromSeconds(60) };
        double rate = await SustainableAsync(client, paths, TimeSpan.FromSeconds(duration.TotalSeconds / 3));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"sustainable: {rate:F0} searches a second ({SteadyCallers} callers, one search after another)"));
        output.WriteLine("| load | sent | answered | 429/503 | other | p50 ms | p95 ms | p99 ms | p99 of health ms | memory before, after MiB | processors of this program |");
        output.WriteLine("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
        await PartAsync("half", client, paths, rate / 2, duration, output);
        await PartAsync("twice", client, paths, rate * 2, duration, output);
        using var stop = new CancellationTokenSource();
        Task beside = Task.WhenAll(ExportAsync(client, stop.Token), ExportAsync(client, stop.Token), WriteAsync(client, stop.Token));
        await PartAsync("half, beside two exports and bulk writes", client, paths, rate / 2, duration, output);
        await stop.CancelAsync();
        await beside;
    }

    private static async Task<double> SustainableAsync(HttpClient client, string[] paths, TimeSpan duration)
    {
        int answered = 0;
        long started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, SteadyCallers).Select(async caller =>
        {
            for (int i = caller; Stopwatch.GetElapsedTime(started) < duration; i += SteadyCallers)
            {
                await client.GetStringAsync(paths[i % paths.Length]);
                Interlocked.Increment(ref answered);
            }
        }));
        return answered / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static async Task PartAsync(string name, HttpClient client, string[] paths, double rate, TimeSpan duration, TextWriter output)
    {
        double before = await MemoryAsync(client);
        TimeSpan processor = Process.GetCurrentProcess().TotalProcessorTime;
        long started = Stopwatch.GetTimestamp();
        List<Task<(int Status, double Milliseconds)>> searches = [];
        List<Task<(int Status, double Milliseconds)>> health = [];
        int sent = 0;
        while (Stopwatch.GetElapsedTime(started) is var elapsed && elapsed < duration)
        {
            for (; sent < rate * elapsed.TotalSeconds; sent++)
            {
                TimeSpan late = elapsed - TimeSpan.FromSeconds(sent / rate);
                searches.Add(SendAsync(client, paths[sent % paths.Length], late));
                if (sent % Math.Max(1, (int)rate) == 0)
                {
                    health.Add(SendAsync(client, "/health/ready", TimeSpan.Zero));
                }
            }

            await Task.Delay(1);
        }

        (int Status, double Milliseconds)[] answers = await Task.WhenAll(searches);
        (int Status, double Milliseconds)[] probes = await Task.WhenAll(health);
        double[] accepted = [.. answers.Where(static answer => answer.Status == 200).Select(static answer => answer.Milliseconds).Order()];
        int refused = answers.Count(static answer => answer.Status is 429 or 503);
        double own = (Process.GetCurrentProcess().TotalProcessorTime - processor) / Stopwatch.GetElapsedTime(started);
        double after = await MemoryAsync(client);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {name} | {rate:F0}/s, {sent} | {accepted.Length} | {refused} | {answers.Length - accepted.Length - refused} | {Share(accepted, 0.5):F0} | {Share(accepted, 0.95):F0} | {Share(accepted, 0.99):F0} "
            + $"| {Share([.. probes.Select(static probe => probe.Milliseconds).Order()], 0.99):F0}{(probes.All(static probe => probe.Status == 200) ? "" : " (FAILED)")} | {before:F0}, {after:F0} | {own:F2} |"));
    }

    private static async Task<(int Status, double Milliseconds)> SendAsync(HttpClient client, string path, TimeSpan late)
    {
        long started = Stopwatch.GetTimestamp();
        int status = 0;
        try
        {
            using HttpResponseMessage answer = await client.GetAsync(path);
            status = (int)answer.StatusCode;
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException)
        {
            // Counted among the others.
        }

        return (status, (late + Stopwatch.GetElapsedTime(started)).TotalMilliseconds);
    }

    private static async Task ExportAsync(HttpClient client, CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            try
            {
                using HttpResponseMessage answer = await client.GetAsync("/api/export", HttpCompletionOption.ResponseHeadersRead, cancellation);
                await (await answer.Content.ReadAsStreamAsync(cancellation)).CopyToAsync(Stream.Null, cancellation);
            }
            catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException or IOException)
            {
                // The next one.
            }
        }
    }

    private static async Task WriteAsync(HttpClient client, CancellationToken cancellation)
    {
        for (int batch = 0; !cancellation.IsCancellationRequested; batch++)
        {
            var lines = new StringBuilder();
            for (int i = 0; i < 100; i++)
            {
                lines.AppendLine(JsonSerializer.Serialize(new { id = $"load-{i}", title = $"Bài thử tải số {batch} {i}", body = string.Join(' ', Enumerable.Range(0, 300).Select(n => $"chữ{(n * 31 + i) % 997}")) }));
            }

            (await client.PostAsync("/api/articles", new StringContent(lines.ToString(), Encoding.UTF8, "application/x-ndjson"), CancellationToken.None)).EnsureSuccessStatusCode();
        }
    }

    private static double Share(double[] sorted, double share) => sorted.Length == 0 ? 0 : sorted[(int)(share * (sorted.Length - 1))];

    /// <summary>The working set of the service, in MiB.</summary>
    private static async Task<double> MemoryAsync(HttpClient client) =>
        WorkingSet().Match(await client.GetStringAsync("/metrics")) is { Success: true } found ? double.Parse(found.Groups[1].Value, CultureInfo.InvariantCulture) / (1 << 20) : 0;

    [GeneratedRegex(@"(?m)^dotnet_process_memory_working_set_bytes\S* ([0-9.E+]+)")]
    private static partial Regex WorkingSet();
}
