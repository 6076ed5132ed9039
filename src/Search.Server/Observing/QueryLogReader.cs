using System.IO.Pipelines;
using System.Text.Json;
using Search.Server.Articles;

namespace Search.Server.Observing;

/// <summary>Reads back what the <see cref="QueryLog"/> wrote. Lines that are no queries, from a full disk or another program, are counted and left out.</summary>
internal sealed class QueryLogReader(QueryLog log, TimeProvider time)
{
    /// <summary>Bytes of the log that are read for a report, the newest. 255,614 lines, no query twice, took 1.1 s on a busy two-core machine, and some 100 MiB of memory.</summary>
    public const long MostBytes = 32 << 20;

    /// <summary>In bytes; several times what the longest query takes.</summary>
    private const int LongestLine = 256 << 10;

    /// <summary>What was asked in the last days.</summary>
    /// <param name="days">24 hours each.</param>
    /// <param name="size">Queries in each list of the report.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns><see langword="null"/> if queries are not written down.</returns>
    public async Task<QueryReport?> ReadAsync(int days, int size, CancellationToken cancellation)
    {
        DateTimeOffset now = time.GetUtcNow();
        DateTimeOffset since = now.AddDays(-days);
        var tally = new QueryTally();
        long left = MostBytes;
        for (DateOnly day = DayOf(now); day >= DayOf(since) && !tally.IsCut; day = day.AddDays(-1))   // what is cut is old
        {
            if (log.PathOf(day) is not { } path)
            {
                return null;
            }

            if (Open(path) is { } file)
            {
                await using (file)
                {
                    left -= file.Length;
                    tally.IsCut = left < 0;
                    await ReadAsync(file, skipped: Math.Max(0, -left), since, tally, cancellation);
                }
            }
        }

        return tally.Report(size);
    }

    private static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(instant.UtcDateTime);

    /// <summary>The file, beside the one who writes it; <see langword="null"/> if it is not there, or not to be read.</summary>
    private static FileStream? Open(string path)
    {
        try
        {
            return new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1 << 16, useAsync: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static async Task ReadAsync(FileStream file, long skipped, DateTimeOffset since, QueryTally tally, CancellationToken cancellation)
    {
        file.Position = skipped;
        var lines = new NdjsonReader(PipeReader.Create(file, new(bufferSize: 1 << 16)), LongestLine);
        if (skipped > 0)
        {
            await lines.ReadAsync(cancellation);   // the rest of a line
        }

        while (await lines.ReadAsync(cancellation) is { } line)
        {
            if (Parse(line) is not { } query)
            {
                tally.BrokenLines++;
            }
            else if (query.Time >= since)
            {
                tally.Add(query);
            }
        }
    }

    private static LoggedQuery? Parse(NdjsonLine line)
    {
        try
        {
            LoggedQuery? query = line.IsTooLong ? null : JsonSerializer.Deserialize<LoggedQuery>(line.Content.Span, QueryLog.Json);
            return query is { Q.Length: > 0, Milliseconds: >= 0 and < int.MaxValue } ? query : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
