using System.Text.Json.Nodes;
using Search.Engine.Searching;

namespace Search.Cli.Tests;

/// <summary>The commands of who runs an index: <c>snapshot</c>, <c>restore</c>, <c>reindex</c>, <c>check</c>.</summary>
public sealed class OperationCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_a_snapshot_holds_comes_back_with_restore()
    {
        await IndexAsync("lúa");
        SearchProcess.Result snapshot = await SearchProcess.RunAsync("snapshot", _folder["kho"], "--index", _folder["ix"]);
        await IndexAsync("gạo");
        await SearchProcess.RunAsync("snapshot", _folder["kho"], "--index", _folder["ix"]);

        SearchProcess.Result restored = await SearchProcess.RunAsync("restore", snapshot.Output.Trim(), "--index", _folder["ix"]);

        Assert.Equal((0, 0), (snapshot.ExitCode, restored.ExitCode));
        Assert.Equal(["lúa"], await TitlesAsync());
        Assert.Equal(0, (await SearchProcess.RunAsync("restore", _folder["kho"], "--index", _folder["ix"])).ExitCode);
        Assert.Equal(["gạo"], await TitlesAsync());
    }

    [Fact]
    public async Task Snapshots_that_need_not_be_kept_are_removed()
    {
        for (int i = 0; i < 3; i++)
        {
            await IndexAsync($"lúa {i}");
            Assert.Equal(0, (await SearchProcess.RunAsync("snapshot", _folder["kho"], "--index", _folder["ix"], "--keep", "2")).ExitCode);
        }

        Assert.Equal(2, Directory.GetDirectories(_folder["kho"]).Length);
        Assert.Equal(2, (await SearchProcess.RunAsync("snapshot", _folder["kho"], "--index", _folder["ix"], "--keep", "0")).ExitCode);
    }

    [Fact]
    public async Task Check_names_damage_and_exits_with_1_and_reindex_repairs_what_can_be_read()
    {
        await IndexAsync("lúa");
        Assert.Equal(0, (await SearchProcess.RunAsync("check", "--index", _folder["ix"])).ExitCode);
        string file = Directory.GetFiles(_folder["ix"], "*.tim").First();
        byte[] bytes = await File.ReadAllBytesAsync(file);
        bytes[^1] ^= 1;
        await File.WriteAllBytesAsync(file, bytes);

        SearchProcess.Result damaged = await SearchProcess.RunAsync("check", "--index", _folder["ix"], "--json");

        Assert.Equal(1, damaged.ExitCode);
        Assert.Equal("a", (string?)JsonNode.Parse(damaged.Output)!["damage"]![0]!["ids"]![0]);
        Assert.Equal(0, (await SearchProcess.RunAsync("reindex", "--index", _folder["ix"])).ExitCode);
        Assert.Equal(0, (await SearchProcess.RunAsync("check", "--index", _folder["ix"])).ExitCode);
        Assert.Equal(["lúa"], await TitlesAsync());
    }

    [Fact]
    public async Task An_index_that_a_server_writes_is_neither_restored_nor_made_anew_but_has_snapshots()
    {
        await IndexAsync("lúa");
        await using SearchEngine server = SearchEngine.Open(new() { Path = _folder["ix"] });

        Assert.Equal(0, (await SearchProcess.RunAsync("snapshot", _folder["kho"], "--index", _folder["ix"])).ExitCode);
        foreach (string[] command in new string[][] { ["restore", _folder["kho"]], ["reindex"] })
        {
            SearchProcess.Result refused = await SearchProcess.RunAsync([.. command, "--index", _folder["ix"]]);
            Assert.Equal(1, refused.ExitCode);
            Assert.Contains("in use by another process", refused.Error, StringComparison.Ordinal);
        }
    }

    private async Task IndexAsync(string title) =>
        Assert.Equal(0, (await SearchProcess.RunAsync("index", _folder.File("news.jsonl", $$"""{"id":"a","title":"{{title}}"}"""), "--index", _folder["ix"])).ExitCode);

    private async Task<List<string?>> TitlesAsync() =>
        [.. JsonNode.Parse((await SearchProcess.RunAsync("query", "", "--index", _folder["ix"], "--json")).Output)!["hits"]!.AsArray().Select(static hit => (string?)hit!["title"])];
}
