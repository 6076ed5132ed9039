using System.Text.Json;
using Search.Server.Problems;

namespace Search.Server.Tests.Jobs;

public sealed class JobEndpointTests
{
    [Fact]
    public async Task A_job_says_how_far_it_is_and_an_unknown_one_is_not_found()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["kho"]);
        await File.WriteAllTextAsync(Path.Combine(folder["kho"], "a.jsonl"), "{\"id\":\"a\",\"title\":\"Một\"}\n{\"id\":\"b\",\"title\":\"Hai\"}\nhỏng\n");
        await using TestServer server = await TestServer.StartAsync(folder, settings: new Dictionary<string, string> { ["ArticlesPath"] = folder["kho"] });

        JsonElement job = await server.GetJsonAsync("/api/admin/jobs/ingest-1");

        Assert.Equal(("ingest-1", "ingest", "done", 2), (job.GetProperty("id").GetString(), job.GetProperty("kind").GetString(), job.GetProperty("state").GetString(), job.GetProperty("done").GetInt32()));
        Assert.Contains("1 inputs were rejected", job.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.True(job.TryGetProperty("of", out _) && job.TryGetProperty("started", out _));
        await AssertProblem.IsAsync(ProblemType.NotFound, await server.Client.GetAsync("/api/admin/jobs/ingest-2"));
    }
}
