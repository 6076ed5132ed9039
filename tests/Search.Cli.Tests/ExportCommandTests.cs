using System.Text.Json.Nodes;

namespace Search.Cli.Tests;

public sealed class ExportCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Export_prints_what_matches_and_purge_removes_what_was_replaced()
    {
        string file = _folder.File("news.jsonl", """
            {"id":"a","title":"Giá đường tăng","date":"2023-11-30","source":"Báo"}
            {"id":"b","title":"Giá đường giảm","date":"2024-01-05","source":"Báo"}
            {"id":"c","title":"Tin khác","date":"2024-01-06"}

            """);
        await SearchProcess.RunAsync("index", file, "--index", _folder["ix"]);

        SearchProcess.Result lines = await SearchProcess.RunAsync("export", "đường", "--index", _folder["ix"], "--context", "1");
        SearchProcess.Result table = await SearchProcess.RunAsync("export", "--index", _folder["ix"], "--format", "csv", "--from", "2024-01-01", "--oldest");
        SearchProcess.Result wrong = await SearchProcess.RunAsync("export", "--index", _folder["ix"], "--context", "51");
        SearchProcess.Result purge = await SearchProcess.RunAsync("purge", "--index", _folder["ix"]);

        JsonNode[] articles = [.. lines.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!)];
        Assert.Equal(["b", "a"], articles.Select(article => (string?)article["id"]));
        Assert.Equal("giảm", (string?)articles[0]["context_lines"]![0]!["after"]);
        Assert.StartsWith("2 articles, generation ", lines.Error, StringComparison.Ordinal);
        Assert.Equal(["id,date", "b,2024-01-05", "c,2024-01-06"], table.Output.TrimStart('\uFEFF').Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(row => string.Join(',', row.Split(',')[..2])));
        Assert.Equal((2, ""), (wrong.ExitCode, wrong.Output));
        Assert.Equal((0, ""), (purge.ExitCode, purge.Output));
        Assert.Contains("The text of 0 deleted", purge.Error, StringComparison.Ordinal);
    }
}
