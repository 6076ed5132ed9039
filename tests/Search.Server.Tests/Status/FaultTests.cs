using System.Net;
using System.Text.Json;
using Lucene.Net.Store;
using Microsoft.Extensions.DependencyInjection;
using Search.Engine.Indexing;
using Search.Engine.Searching;
using Search.Server.Problems;

namespace Search.Server.Tests.Status;

/// <summary>What the service says when the disk fails, and that it goes on when it does not any more.</summary>
public sealed class FaultTests
{
    /// <summary>Numbers of errors of Linux.</summary>
    private const int NoSpace = 28;
    private const int ReadOnlyFileSystem = 30;
    private const int TooManyFiles = 24;

    [Theory]
    [InlineData(NoSpace, "disk-full", HttpStatusCode.InsufficientStorage)]
    [InlineData(ReadOnlyFileSystem, "storage-failed", HttpStatusCode.ServiceUnavailable)]
    [InlineData(TooManyFiles, "storage-failed", HttpStatusCode.ServiceUnavailable)]
    public async Task A_write_that_the_disk_refuses_is_answered_so_searches_go_on_and_writes_do_when_it_takes_them(int error, string type, HttpStatusCode status)
    {
        using var folder = new TemporaryFolder();
        var disk = new Disk();
        await using TestServer server = await StartAsync(folder, disk);
        await server.PutAsync("a", """{"title":"Lúa"}""");
        disk.Error = error;

        HttpResponseMessage refused = await server.PutAsync("b", """{"title":"Gạo"}""");
        string bulk = await (await server.PostLinesAsync("""{"id":"c","title":"Mì"}""")).Content.ReadAsStringAsync();

        Assert.Equal(status, refused.StatusCode);
        Assert.Contains("/problems/" + type, await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("/problems/" + type, bulk, StringComparison.Ordinal);
        Assert.Equal(1, (await server.GetJsonAsync("/api/search?q=lúa")).GetProperty("total").GetInt32());
        Assert.NotNull((await server.GetJsonAsync("/api/status")).GetProperty("write_problem").GetString());
        Assert.StartsWith("Degraded", await server.Client.GetStringAsync("/health/ready"), StringComparison.Ordinal);

        disk.Error = 0;
        Assert.True((await server.PutAsync("b", """{"title":"Gạo"}""")).IsSuccessStatusCode);
        Assert.Null((await server.GetJsonAsync("/api/status")).GetProperty("write_problem").GetString());
        Assert.Equal(1, (await server.GetJsonAsync("/api/search?q=gạo")).GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task A_service_over_a_damaged_index_serves_the_rest_and_says_what_is_damaged()
    {
        using var folder = new TemporaryFolder();
        await using (TestServer server = await TestServer.StartAsync(folder))
        {
            await server.PutAsync("a", """{"title":"Lúa"}""");
            await server.PutAsync("b", """{"title":"Gạo"}""");
        }

        string file = Path.Combine(folder["index"], "_0.fdt");
        await File.WriteAllBytesAsync(file, (await File.ReadAllBytesAsync(file))[..20]);
        await using TestServer damaged = await TestServer.StartAsync(folder, settings: new Dictionary<string, string> { ["ReadOnly"] = "false" });

        Assert.Equal(1, (await damaged.GetJsonAsync("/api/search?q=gạo")).GetProperty("total").GetInt32());
        await AssertProblem.IsAsync(ProblemType.IndexDamaged, await damaged.Client.GetAsync("/api/articles/a"));
        await AssertProblem.IsAsync(ProblemType.IndexDamaged, await damaged.PutAsync("c", """{"title":"Mì"}"""));
        await AssertProblem.IsAsync(ProblemType.IndexDamaged, await damaged.Client.PostAsync("/api/admin/reindex", content: null));
        JsonElement status = await damaged.GetJsonAsync("/api/status");
        Assert.True(status.GetProperty("read_only").GetBoolean());
        Assert.Equal(("_0", "a"), (status.GetProperty("damage")[0].GetProperty("part").GetString(), status.GetProperty("damage")[0].GetProperty("ids")[0].GetString()));
        Assert.StartsWith("Degraded", await damaged.Client.GetStringAsync("/health/ready"), StringComparison.Ordinal);
        Assert.Contains("_0.fdt", await damaged.Client.GetStringAsync("/admin"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_whole_index_is_verified_in_the_background()
    {
        await using TestServer server = await TestServer.StartAsync();
        JsonElement status;
        while ((status = await server.GetJsonAsync("/api/status")).GetProperty("verified").ValueKind == JsonValueKind.Null)
        {
            await Task.Delay(20);
        }

        Assert.Equal(status.GetProperty("verified_of_bytes").GetInt64(), status.GetProperty("verified_bytes").GetInt64());
        Assert.Empty(status.GetProperty("damage").EnumerateArray());
    }

    private static async Task<TestServer> StartAsync(TemporaryFolder folder, Disk disk)
    {
        TestServer server = await TestServer.StartAsync(folder, configure: services => services.AddSingleton(_ => SearchEngine.Open(new ArticleIndexOptions
        {
            Path = folder["index"],
            OpenDirectory = path => new FailingDirectory(new IndexDirectory(path), disk),
        })));
        while (!(await server.Client.GetAsync("/health/ready")).IsSuccessStatusCode)
        {
            await Task.Delay(20);
        }

        return server;
    }

    private sealed class Disk
    {
        /// <summary>The error of every write; 0 for none.</summary>
        public volatile int Error;
    }

    private sealed class FailingDirectory(Lucene.Net.Store.Directory inner, Disk disk) : FilterDirectory(inner)
    {
        public override IndexOutput CreateOutput(string name, IOContext context) =>
            disk.Error == 0 ? base.CreateOutput(name, context) : throw new IOException("The system refuses.", disk.Error);
    }
}
