using System.Text.Json;

namespace Search.Server.Tests.Observing;

public sealed class QueryLogTests
{
    [Fact]
    public async Task Queries_are_written_down_without_who_asked_and_old_files_go()
    {
        using var folder = new TemporaryFolder();
        string logs = folder["queries"];
        Directory.CreateDirectory(logs);
        string old = Path.Combine(logs, "queries-2020-01-01.jsonl");
        string foreign = Path.Combine(logs, "queries-ghi-chu.jsonl");
        await File.WriteAllTextAsync(old, "");
        await File.WriteAllTextAsync(foreign, "");

        await using (TestServer server = await TestServer.StartAsync(folder))
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/api/search?q=ddoois+ngoaij&match=all");
            request.Headers.Add("X-Api-Key", "bi-mat");
            await server.Client.SendAsync(request);
            await server.Client.GetAsync("/?q=công+đoàn");
            await server.Client.GetAsync("/api/search");                        // asks nothing
            await server.Client.GetAsync("/api/search?q=công+đoàn&offset=10");  // has been asked
        }

        Assert.False(File.Exists(old));
        Assert.True(File.Exists(foreign));
        string file = Assert.Single(Directory.GetFiles(logs, "queries-2*.jsonl"));
        string text = await File.ReadAllTextAsync(file);
        JsonElement[] lines = [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => JsonSerializer.Deserialize<JsonElement>(line))];
        Assert.Equal(["ddoois ngoaij", "công đoàn"], lines.Select(static line => line.GetProperty("q").GetString()));
        Assert.Equal(["time", "q", "total", "milliseconds", "partial"], lines[1].EnumerateObject().Select(static member => member.Name));
        Assert.DoesNotContain("127.0.0.1", text, StringComparison.Ordinal);
        Assert.DoesNotContain("::1", text, StringComparison.Ordinal);
        Assert.DoesNotContain("bi-mat", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_can_be_switched_off()
    {
        using var folder = new TemporaryFolder();
        await using (TestServer server = await TestServer.StartAsync(folder, settings: new Dictionary<string, string> { ["QueryLogPath"] = "" }))
        {
            await server.Client.GetAsync("/api/search?q=công+đoàn");
        }

        Assert.False(Directory.Exists(folder["queries"]));
    }
}
