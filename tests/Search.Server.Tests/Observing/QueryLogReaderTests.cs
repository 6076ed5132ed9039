using System.Text.Json;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Search.Server.Hosting;
using Search.Server.Observing;

namespace Search.Server.Tests.Observing;

public sealed class QueryLogReaderTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 8, 0, 30, TimeSpan.Zero);

    private readonly TemporaryFolder _folder = new();

    public QueryLogReaderTests() => Directory.CreateDirectory(_folder["queries"]);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Queries_are_added_up_whatever_their_case()
    {
        Write(Now, Line(Now, "công đoàn", 3, 5), Line(Now, "Công Đoàn ", 4, 90, partial: true), Line(Now, "giá vàng", 0, 2), Line(Now, "GIÁ VÀNG", 0, 1), Line(Now, "lúa", 7, 30));

        QueryReport report = await ReadAsync(days: 1);

        Assert.Equal((5, 2, 0, false), (report.Searches, report.FoundNothing, report.BrokenLines, report.IsCut));
        Assert.Equal(["Công Đoàn", "GIÁ VÀNG", "lúa"], report.Frequent.Select(static query => query.Q));
        Assert.Equal(new AskedQuery("Công Đoàn", 2, 4, TimeSpan.FromMilliseconds(90), WasPartial: true), report.Frequent[0]);
        Assert.Equal(["GIÁ VÀNG"], report.WithoutHits.Select(static query => query.Q));
        Assert.Equal(["Công Đoàn", "lúa", "GIÁ VÀNG"], report.Slow.Select(static query => query.Q));
    }

    [Fact]
    public async Task What_was_found_the_last_time_counts()
    {
        Write(Now.AddDays(-1), Line(Now.AddHours(-20), "nay có", 0, 1), Line(Now.AddHours(-20), "nay hết", 5, 1));
        Write(Now, Line(Now.AddHours(-1), "nay có", 2, 1), Line(Now.AddHours(-1), "nay hết", 0, 1));

        Assert.Equal(["nay hết"], (await ReadAsync(days: 1)).WithoutHits.Select(static query => query.Q));
    }

    [Theory]
    [InlineData(1, "a b")]
    [InlineData(7, "a b c d")]
    [InlineData(30, "a b c d e")]
    public async Task A_day_is_the_last_twenty_four_hours(int days, string queries)
    {
        Write(Now, Line(Now, "a", 1, 1));
        Write(Now.AddDays(-1), Line(Now.AddHours(-25), "c", 1, 1), Line(Now.AddHours(-23), "b", 1, 1));
        Write(Now.AddDays(-6), Line(Now.AddDays(-6), "d", 1, 1));
        Write(Now.AddDays(-29), Line(Now.AddDays(-29), "e", 1, 1));
        Write(Now.AddDays(-40), Line(Now.AddDays(-40), "f", 1, 1));

        Assert.Equal(queries, string.Join(' ', (await ReadAsync(days)).Frequent.Select(static query => query.Q).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task Broken_lines_are_counted_and_left_out()
    {
        Write(
            Now, Line(Now, "trước", 1, 1), "hỏng", "{\"q\":\"cụt", "null", "[]", "{}", "{\"time\":\"2026-11-24T08:00:00Z\",\"q\":\"\\ud800\",\"total\":1,\"milliseconds\":1}",
            "{\"time\":\"2026-11-24T08:00:00Z\",\"q\":\"lâu\",\"total\":1,\"milliseconds\":1e300}", new string('x', 300_000), "", "\0\0\0", Line(Now, "sau", 1, 1));

        QueryReport report = await ReadAsync(days: 1);

        Assert.Equal((2, 9), (report.Searches, report.BrokenLines));
        Assert.Equal(["sau", "trước"], report.Frequent.Select(static query => query.Q));
    }

    [Fact]
    public async Task Of_a_large_log_the_newest_part_is_read()
    {
        int lines = (int)(QueryLogReader.MostBytes / 2 / 100_000);
        string padding = new(' ', 100_000);   // blanks behind a line are no part of it
        Write(Now.AddDays(-2), Line(Now.AddDays(-2), "quá cũ", 1, 1));
        Write(Now.AddDays(-1), [.. Enumerable.Range(0, 2 * lines).Select(i => Line(Now.AddHours(-23), $"cũ {i}", 1, 1) + padding)]);
        Write(Now, [.. Enumerable.Range(0, lines).Select(i => Line(Now, $"mới {i}", 1, 1) + padding)]);

        QueryReport report = await ReadAsync(days: 7, size: 1000);

        Assert.True(report.IsCut);
        Assert.Equal(0, report.BrokenLines);
        Assert.InRange(report.Searches, (2 * lines) - 2, (2 * lines) + 2);
        string[] queries = [.. report.Frequent.Select(static query => query.Q)];
        Assert.Contains("mới 0", queries);
        Assert.Contains($"cũ {(2 * lines) - 1}", queries);
        Assert.DoesNotContain("cũ 0", queries);
        Assert.DoesNotContain("quá cũ", queries);
    }

    [Fact]
    public async Task A_log_that_is_not_there_has_no_queries_and_one_that_is_off_gives_no_report()
    {
        Assert.Equal(0, (await ReadAsync(days: 30)).Searches);
        Assert.Null(await Reader("").ReadAsync(days: 30, size: 10, CancellationToken.None));
    }

    private static string Line(DateTimeOffset time, string q, int total, double milliseconds, bool partial = false) =>
        JsonSerializer.Serialize(new LoggedQuery(time, q, null, total, milliseconds, partial), QueryLog.Json);

    private void Write(DateTimeOffset day, params string[] lines) => File.WriteAllText(Path.Combine(_folder["queries"], $"queries-{day:yyyy-MM-dd}.jsonl"), string.Join('\n', lines) + "\n");

    private async Task<QueryReport> ReadAsync(int days, int size = 10) =>
        await Reader(_folder["queries"]).ReadAsync(days, size, CancellationToken.None) ?? throw new InvalidOperationException("The log is on.");

    private static QueryLogReader Reader(string path)
    {
        var time = new SetTime();
        return new(new QueryLog(Options.Create(new SearchOptions { QueryLogPath = path }), new Surroundings(), time, NullLogger<QueryLog>.Instance), time);
    }

    private sealed class SetTime : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }

    private sealed class Surroundings : IHostEnvironment
    {
        public string ApplicationName { get; set; } = "";

        public string ContentRootPath { get; set; } = Path.GetTempPath();

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();

        public string EnvironmentName { get; set; } = "";
    }
}
