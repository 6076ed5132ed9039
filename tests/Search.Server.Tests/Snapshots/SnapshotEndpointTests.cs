using System.Net;
using System.Text.Json;
using Search.Engine.Snapshots;
using Search.Server.Problems;

namespace Search.Server.Tests.Snapshots;

public sealed class SnapshotEndpointTests
{
    [Fact]
    public async Task A_snapshot_is_made_by_a_job_and_listed_and_can_be_restored()
    {
        using var folder = new TemporaryFolder();
        string generation;
        await using (TestServer server = await TestServer.StartAsync(folder))
        {
            await server.PutAsync("a", """{"title":"Lúa"}""");
            generation = (await server.GetJsonAsync("/api/status")).GetProperty("generation").GetString()!;

            JsonElement job = await server.RunJobAsync("snapshots");

            Assert.Equal(("done", "snapshot"), (job.GetProperty("state").GetString(), job.GetProperty("kind").GetString()));
            Assert.Equal(job.GetProperty("of").GetInt64(), job.GetProperty("done").GetInt64());
            await server.PutAsync("b", """{"title":"Gạo"}""");
            JsonElement snapshot = Assert.Single((await server.GetJsonAsync("/api/admin/snapshots")).GetProperty("snapshots").EnumerateArray());
            Assert.Equal((generation, 1), (snapshot.GetProperty("generation").GetString(), snapshot.GetProperty("documents").GetInt32()));
        }

        SnapshotRestore.Run(folder["index-snapshots"], folder["index"]);

        await using TestServer again = await TestServer.StartAsync(folder);
        JsonElement status = await again.GetJsonAsync("/api/status");
        Assert.Equal(1, status.GetProperty("documents").GetInt32());
        Assert.NotEqual(generation, status.GetProperty("generation").GetString());
    }

    [Fact]
    public async Task Only_as_many_are_kept_as_are_wanted_and_a_purge_names_those_that_still_hold_the_text()
    {
        await using TestServer server = await TestServer.StartAsync(settings: new Dictionary<string, string> { ["Snapshots:Keep"] = "2" });
        for (int i = 0; i < 4; i++)
        {
            await server.PutAsync("a", $$"""{"title":"Lúa {{i}}"}""");
            await server.RunJobAsync("snapshots");
        }

        List<string?> names = [.. (await server.GetJsonAsync("/api/admin/snapshots")).GetProperty("snapshots").EnumerateArray().Select(static snapshot => snapshot.GetProperty("name").GetString())];
        string message = (await server.RunJobAsync("purge")).GetProperty("message").GetString()!;

        Assert.Equal(2, names.Count);
        Assert.All(names, name => Assert.Contains(name!, message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task They_are_made_by_themselves_if_that_is_configured()
    {
        await using TestServer server = await TestServer.StartAsync(settings: new Dictionary<string, string> { ["Snapshots:Every"] = "1.00:00:00" });
        while ((await server.GetJsonAsync("/api/admin/snapshots")).GetProperty("snapshots").GetArrayLength() == 0)
        {
            await Task.Delay(20);
        }
    }

    [Fact]
    public async Task A_service_over_a_folder_of_snapshots_serves_the_newest_and_follows_and_takes_no_writes()
    {
        using var folder = new TemporaryFolder();
        await using TestServer writer = await TestServer.StartAsync(folder);
        await writer.PutAsync("a", """{"title":"Lúa"}""");
        await writer.RunJobAsync("snapshots");
        await using TestServer replica = await TestServer.StartAsync(folder, settings: new Dictionary<string, string> { ["ReadOnly"] = "true", ["IndexPath"] = folder["index-snapshots"] });
        Assert.Equal(1, (await replica.GetJsonAsync("/api/search?q=lúa")).GetProperty("total").GetInt32());

        await writer.PutAsync("b", """{"title":"Lúa mới"}""");
        await writer.RunJobAsync("snapshots");
        while ((await replica.GetJsonAsync("/api/search?q=lúa")).GetProperty("total").GetInt32() != 2)
        {
            await Task.Delay(50);
        }

        await AssertProblem.IsAsync(ProblemType.ReadOnly, await replica.PutAsync("c", """{"title":"Mì"}"""));
        await AssertProblem.IsAsync(ProblemType.ReadOnly, await replica.Client.PostAsync("/api/admin/snapshots", content: null));
    }

    [Fact]
    public async Task Reindexing_is_a_job_that_leaves_everything_as_it_was()
    {
        await using TestServer server = await TestServer.StartAsync();
        await server.PutAsync("a", """{"title":"Lúa","khác":1}""");
        string before = await server.Client.GetStringAsync("/api/articles/a");

        JsonElement job = await server.RunJobAsync("reindex");

        Assert.Equal(("done", 1, 1), (job.GetProperty("state").GetString(), job.GetProperty("done").GetInt32(), job.GetProperty("of").GetInt32()));
        Assert.Equal(before, await server.Client.GetStringAsync("/api/articles/a"));
        Assert.Equal(HttpStatusCode.OK, (await server.PutAsync("a", """{"title":"Lúa mới"}""")).StatusCode);
    }
}
