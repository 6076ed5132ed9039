using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using Search.Engine.Searching;

namespace Search.Cli.Tests;

public sealed class IndexCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_report_counts_by_format_and_reason_and_names_conversions_and_duplicates()
    {
        Directory.CreateDirectory(_folder["kho"]);
        _folder.File("kho/a.jsonl", "{\"id\":\"1\",\"title\":\"Một\"}\n{\"id\":\"2\",\"title\":\"Hai\"}\n{\"id\":\"1\",\"title\":\"Một, sửa\"}\nhỏng\n{\"x\":}\n");
        _folder.File("kho/b.csv", "id,title\n3,Ba\n4,Bốn,thừa\n5,Năm,thừa,nữa\n");
        _folder.File("kho/c.jpg", "ảnh");
        await File.WriteAllBytesAsync(_folder["kho/d.jsonl"], [.. "{\"id\":\"6\",\"title\":\""u8, .. Encoding.Latin1.GetBytes("C«ng ®oµn më réng ®èi ngo¹i"), .. "\"}\n"u8]);

        SearchProcess.Result people = await SearchProcess.RunAsync("index", _folder["kho"], "--index", _folder["ix"], "--threads", "2");
        JsonNode report = JsonNode.Parse((await SearchProcess.RunAsync("index", _folder["kho"], "--index", _folder["ix2"], "--json")).Output)!;

        Assert.Contains("format         read    created    updated  unchanged   rejected\n", people.Output, StringComparison.Ordinal);
        Assert.Contains("csv               3          1          0          0          2\n", people.Output, StringComparison.Ordinal);
        Assert.Contains("jsonl             6          3          1          0          2\n", people.Output, StringComparison.Ordinal);
        Assert.Contains("converted or repaired: tcvn3 1\n", people.Output, StringComparison.Ordinal);
        Assert.Contains("rejected 2 (csv): The row has … fields; expected …, as many as the header names.\n", people.Output, StringComparison.Ordinal);
        Assert.Contains("passed over 1: Its name tells no format that is read here.\n", people.Output, StringComparison.Ordinal);
        Assert.EndsWith("read 9: created 4, updated 1, unchanged 0, rejected 4\n", people.Output, StringComparison.Ordinal);
        Assert.Equal((9, 4, 1, 4, 1, 1), (Number("read"), Number("created"), Number("updated"), Number("rejected"), Number("duplicates"), Number("passed_over")));
        Assert.Equal(["csv", "jsonl"], report["formats"]!.AsArray().Select(static format => (string?)format!["format"]));
        Assert.EndsWith("a.jsonl:3", (string?)report["duplicate_inputs"]![0]!["input"], StringComparison.Ordinal);
        Assert.Equal(("tcvn3", 1), ((string?)report["encodings"]![0]!["encoding"], (int)report["encodings"]![0]!["count"]!));
        JsonNode reason = report["reasons"]!.AsArray().Single(static each => (string?)each!["format"] == "csv")!;
        Assert.Equal((2, "The row has 3 fields; expected 2, as many as the header names."), ((int)reason["count"]!, (string?)reason["first"]![0]!["reason"]));

        int Number(string name) => (int)report[name]!;
    }

    [Fact]
    public async Task Two_forms_of_one_article_in_one_run_leave_the_last()
    {
        string lines = string.Concat(Enumerable.Range(0, 300).Select(static i => $$"""{"id":"a","title":"Lần {{i}}"}""" + "\n"));

        SearchProcess.Result result = await SearchProcess.RunAsync("index", _folder.File("a.jsonl", lines), "--index", _folder["ix"]);

        Assert.Contains("met more than once, where the last form stays: 299", result.Output, StringComparison.Ordinal);
        Assert.Equal(["""{"id":"a","title":"Lần 299"}"""], await StoredAsync(_folder["ix"], "a"));
    }

    [Fact]
    public async Task Standard_input_is_read_and_a_dry_run_can_be_read_again_under_the_same_ids()
    {
        byte[] input = "{\"headline\":\"Một\",\"url\":\"https://bao.example/1\"}\n{\"headline\":\"Hai\",\n\"x\":1}\n"u8.ToArray();

        SearchProcess.Result dry = await SearchProcess.RunWithInputAsync(input, "index", "-", "--dry-run", "--fields", "title=headline", "--format", "json", "--index", _folder["ix"]);
        SearchProcess.Result again = await SearchProcess.RunWithInputAsync(Encoding.UTF8.GetBytes(dry.Output), "index", "-", "--dry-run");

        string[] lines = dry.Output.Trim().Split('\n');
        Assert.Equal(2, lines.Length);
        Assert.StartsWith("{\"id\":\"u-", lines[0], StringComparison.Ordinal);
        Assert.EndsWith("\"title\":\"Một\",\"url\":\"https://bao.example/1\"}", lines[0], StringComparison.Ordinal);
        Assert.Equal(dry.Output, again.Output);
        Assert.Contains("read 2: created 2", dry.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder["ix"]));
    }

    [Fact]
    public async Task Strict_makes_any_rejection_a_failure_and_the_rest_lands_all_the_same()
    {
        string file = _folder.File("a.jsonl", "hỏng\n{\"id\":\"a\",\"title\":\"A\"}\n");

        SearchProcess.Result result = await SearchProcess.RunAsync("index", file, _folder["khong-co"], "--index", _folder["ix"], "--strict");

        Assert.Equal(1, result.ExitCode);
        Assert.EndsWith("read 3: created 1, updated 0, unchanged 0, rejected 2\n", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--fields", "titel=x")]
    [InlineData("--threads", "0")]
    [InlineData("--commit-seconds", "0")]
    [InlineData("--format", "pdf")]
    [InlineData("--watch")]
    public async Task A_wrong_option_exits_with_2(params string[] options)
    {
        SearchProcess.Result result = await SearchProcess.RunAsync(["index", "-", .. options]);

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.NotEmpty(result.Error);
    }

    [Fact]
    public async Task Killed_at_any_moment_and_run_again_it_leaves_what_an_undisturbed_run_leaves()
    {
        const int Articles = 3000;
        var random = new Random(20);
        string[] lines = [.. Enumerable.Range(0, Articles).Select(i => $$"""{"id":"a{{i}}","title":"Bài số {{i}}","body":"{{string.Join(' ', Enumerable.Range(0, 200).Select(_ => $"từ{random.Next(5000)}"))}}"}""")];
        string file = _folder.File("a.jsonl", string.Join('\n', lines));
        for (int kills = 0; kills < 4; kills++)
        {
            using Process process = SearchProcess.Start("index", file, "--index", _folder["ix"], "--commit-seconds", "1");
            await Task.Delay(random.Next(100, 2500));
            process.Kill();
            await process.WaitForExitAsync();
        }

        SearchProcess.Result last = await SearchProcess.RunAsync("index", file, "--index", _folder["ix"]);

        Assert.True(last.ExitCode == 0, last.Error);
        Assert.Equal(lines, await StoredAsync(_folder["ix"], [.. Enumerable.Range(0, Articles).Select(static i => $"a{i}")]));
        await using SearchEngine engine = SearchEngine.Open(new() { Path = _folder["ix"], ReadOnly = true });
        Assert.Equal(Articles, (await engine.GetStatusAsync()).Documents);
    }

    [Fact]
    public async Task Watching_follows_new_and_changed_files_until_it_is_stopped()
    {
        string kho = Directory.CreateDirectory(_folder["kho"]).FullName;
        await File.WriteAllTextAsync(Path.Combine(kho, "a.jsonl"), "{\"id\":\"a\",\"title\":\"A\"}\n");
        using Process process = SearchProcess.Start("index", kho, "--index", _folder["ix"], "--watch");
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();

        await UntilAsync("a", "A");
        await File.WriteAllTextAsync(Path.Combine(kho, "b.txt"), "Trang mới\n\nĐoạn một.");
        await File.WriteAllTextAsync(Path.Combine(kho, "a.jsonl"), "{\"id\":\"a\",\"title\":\"A, sửa\"}\n{\"id\":\"c\",\"title\":\"C\"}\n");
        await UntilAsync("a", "A, sửa");
        await UntilAsync("c", "C");
        File.Delete(Path.Combine(kho, "a.jsonl"));
        await File.WriteAllTextAsync(Path.Combine(kho, "d.jsonl"), "{\"id\":\"d\",\"title\":\"D\"}\n");
        await UntilAsync("d", "D");
        await UntilAsync("c", "C");   // what vanished stays
        await TerminateAsync(process);
        await process.WaitForExitAsync();

        Assert.Equal(0, process.ExitCode);
        Assert.Contains("created 4, updated 1", await output, StringComparison.Ordinal);
        Assert.DoesNotContain("more than once", await output, StringComparison.Ordinal);
        Assert.NotNull(await error);

        async Task UntilAsync(string id, string title)
        {
            while (await TitleAsync(id) != title)
            {
                Assert.False(process.HasExited);
                await Task.Delay(100);
            }
        }

        async Task<string?> TitleAsync(string id)
        {
            if (!Directory.Exists(_folder["ix"]) || Directory.GetFiles(_folder["ix"], "segments_*").Length == 0)
            {
                return null;
            }

            await using SearchEngine engine = SearchEngine.Open(new() { Path = _folder["ix"], ReadOnly = true });
            return (await engine.FindAsync(id))?.Title;
        }
    }

    /// <summary>Asks a program to end.</summary>
    private static async Task TerminateAsync(Process process)
    {
        // Not SIGINT, which programs in the background of a script ignore. A child that shares the terminal would have it set up for itself, which
        // stops a test run in the background.
        var start = new ProcessStartInfo("kill", ["-TERM", $"{process.Id}"]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        using Process kill = Process.Start(start)!;   // started anew, so it is one
        await kill.WaitForExitAsync();
    }

    private static async Task<string[]> StoredAsync(string index, params string[] ids)
    {
        await using SearchEngine engine = SearchEngine.Open(new() { Path = index, ReadOnly = true });
        var stored = new List<string>();
        foreach (string id in ids)
        {
            stored.Add(await engine.FindAsync(id) is { } article ? Encoding.UTF8.GetString(article.Json.Span) : "");
        }

        return [.. stored];
    }
}
