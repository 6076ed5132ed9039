using System.Text.Json.Nodes;
using Search.Engine.Searching;

namespace Search.Cli.Tests;

public sealed class CommandTests : IDisposable
{
    private const string Articles = """
        {"id":"a","title":"Công đoàn mở rộng đối ngoại","body":"Kết luận số 16-KL/TW được nhắc lại.","date":"2023-11-30","category":"Công đoàn"}
        {"id":"b","title":"Giá đường giảm","body":"Giá đường mía trong nước giảm nhẹ.","date":"2024-01-05","category":"Kinh tế"}
        {"id":"c","title":"Đội bóng tìm ngoại binh","body":"Đội chủ nhà cần một ngoại binh."}

        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Index_reports_what_became_of_every_input_and_does_no_work_twice()
    {
        string file = _folder.File("news.jsonl", Articles + "{\"id\":\"d\"}\nnot json\n");

        SearchProcess.Result first = await SearchProcess.RunAsync("index", file, "--index", _folder["ix"]);
        SearchProcess.Result second = await SearchProcess.RunAsync("index", file, "--index", _folder["ix"], "--json", "--strict");

        Assert.Equal((0, "read 5: created 3, updated 0, unchanged 0, rejected 2"), (first.ExitCode, first.Output.Trim().Split('\n')[^1]));
        Assert.Contains("news.jsonl:4", first.Output, StringComparison.Ordinal);
        Assert.Contains("news.jsonl:5", first.Output, StringComparison.Ordinal);
        Assert.Equal(1, second.ExitCode);
        JsonNode report = JsonNode.Parse(second.Output)!;
        Assert.Equal((0, 3, 2), ((int)report["created"]!, (int)report["unchanged"]!, (int)report["rejected"]!));
    }

    [Fact]
    public async Task Query_finds_with_and_without_marks_and_honours_filters()
    {
        await IndexAsync();

        JsonNode unmarked = await QueryAsync("doi ngoai cong doan");
        JsonNode filtered = await QueryAsync("giá", "--category", "kinh tế", "--from", "2024-01-05", "--to", "2024-01-05");
        JsonNode none = await QueryAsync("giá", "--to", "2024-01-04");

        Assert.Equal("a", (string?)unmarked["hits"]![0]!["id"]);
        Assert.Equal("<mark>Công đoàn</mark> mở rộng <mark>đối ngoại</mark>", (string?)unmarked["hits"]![0]!["title_html"]);
        Assert.Equal((1, "b"), ((int)filtered["total"]!, (string?)filtered["hits"]![0]!["id"]));
        Assert.Equal(0, (int)none["total"]!);
    }

    [Fact]
    public async Task Query_explains_its_hits_and_proposes_what_was_meant()
    {
        await IndexAsync();

        SearchProcess.Result explained = await SearchProcess.RunAsync("query", "giá đường", "--explain", "--index", _folder["ix"]);
        string many = _folder.File("many.jsonl", string.Join('\n', Enumerable.Range(0, 200).Select(i => $$"""{"id":"m{{i}}","title":"Giá đường {{i}}"}""")));
        await SearchProcess.RunAsync("index", many, "--index", _folder["ix"]);
        SearchProcess.Result mistyped = await SearchProcess.RunAsync("query", "giá đườngg", "--index", _folder["ix"]);

        Assert.Contains("= Side by side “giá đường”: “giá đường” (as typed) once in the title, once in the body. Gave ", explained.Output, StringComparison.Ordinal);
        Assert.Equal("Did you mean: giá đường", mistyped.Output.ReplaceLineEndings("\n").Split('\n')[0]);
    }

    [Fact]
    public async Task Query_in_the_analysts_language_finds_exactly_what_matches_or_says_what_is_wrong()
    {
        await IndexAsync();

        JsonNode found = await QueryAsync("(ngoại BEFORE/0 binh OR title:đường) -date:*", "--syntax", "advanced");
        SearchProcess.Result wrong = await SearchProcess.RunAsync("query", "ngoại AND", "--syntax", "advanced", "--index", _folder["ix"]);

        Assert.Equal((1, "c"), ((int)found["total"]!, (string?)found["hits"]![0]!["id"]));
        Assert.Equal("(ngoại BEFORE/0 binh OR title:đường) AND NOT date:[* TO *]", (string?)found["query"]!["read_as"]);
        Assert.Equal((2, ""), (wrong.ExitCode, wrong.Output));
        Assert.StartsWith("The query is wrong at offset 9: it ends too early.", wrong.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Query_for_people_shows_titles_and_snippets()
    {
        await IndexAsync();

        SearchProcess.Result result = await SearchProcess.RunAsync("query", "16-KL/TW", "--index", _folder["ix"]);

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("1. Công đoàn mở rộng đối ngoại", result.Output, StringComparison.Ordinal);
        Assert.Contains("Kết luận số 16-KL/TW", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Analyze_prints_the_tokens_as_JSON()
    {
        SearchProcess.Result result = await SearchProcess.RunAsync("analyze", "Đà Nẵng", "--json");

        Assert.Equal("""[{"term":"đà","type":"syl","start":0,"end":2,"pos":0,"n":1},{"term":"nẵng","type":"syl","start":3,"end":7,"pos":1,"n":1}]""", result.Output.Trim());
    }

    [Fact]
    public async Task Stats_counts_the_articles()
    {
        await IndexAsync();

        JsonNode status = JsonNode.Parse((await SearchProcess.RunAsync("stats", "--index", _folder["ix"], "--json")).Output)!;

        Assert.Equal((3, "vi-1"), ((int)status["documents"]!, (string?)status["analyzer"]));
    }

    [Theory]
    [InlineData("marked")]
    [InlineData("unmarked")]
    [InlineData("half")]
    [InlineData("telex")]
    public async Task Evaluate_prints_one_JSON_object_and_writes_the_run(string typing)
    {
        string corpus = _folder.File("corpus.jsonl", Articles);
        string queries = _folder.File("queries.jsonl", "{\"id\":\"q1\",\"text\":\"đối ngoại công đoàn\"}\n{\"id\":\"q2\",\"text\":\"giá đường\"}\n{\"id\":\"q3\",\"text\":\"không ai chấm\"}\n");
        string qrels = _folder.File("qrels.tsv", "q1\ta\t1\nq1\tc\t0\nq2\tb\t1\n");

        SearchProcess.Result result = await SearchProcess.RunAsync(
            "evaluate", "--corpus", corpus, "--queries", queries, "--qrels", qrels, "--typing", typing, "--run", _folder["run.txt"], "--json");

        JsonNode measures = JsonNode.Parse(result.Output)!;
        Assert.Equal((3, 2, typing), ((int)measures["documents"]!, (int)measures["queries"]!, (string?)measures["typing"]));
        Assert.Equal((1.0, 1.0, 1.0, 1.0), ((double)measures["ndcg@10"]!, (double)measures["mrr@10"]!, (double)measures["recall@10"]!, (double)measures["recall@100"]!));
        Assert.True((double)measures["latency_us"]!["p99"]! > 0);
        Assert.StartsWith("q1 Q0 a 1 ", File.ReadLines(_folder["run.txt"]).First(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Evaluate_measures_all_sets_of_a_suite_in_all_ways_of_typing_and_prints_their_table()
    {
        _folder.File("corpus.jsonl", Articles);
        _folder.File("queries.jsonl", "{\"id\":\"q1\",\"text\":\"đối ngoại công đoàn\"}\n");
        _folder.File("qrels.tsv", "q1\ta\t1\n");
        string suite = _folder.File("suite.json", """
            {"sets":[{"name":"Một","corpus":"corpus.jsonl","queries":"queries.jsonl","qrels":"qrels.tsv"},
                     {"name":"Hai","corpus":["corpus.jsonl"],"queries":"queries.jsonl","qrels":"qrels.tsv"}]}
            """);

        SearchProcess.Result result = await SearchProcess.RunAsync("evaluate", "--suite", suite);

        Assert.Contains("| nDCG@10 | Một | Hai | mean |", result.Output, StringComparison.Ordinal);
        Assert.Contains("| marked | 1.0000 | 1.0000 | 1.0000 |", result.Output, StringComparison.Ordinal);
        Assert.Contains("| half | 1.0000 | 1.0000 | 1.0000 |", result.Output, StringComparison.Ordinal);
        Assert.Contains("| telex | 1.0000 | 1.0000 | 1.0000 |", result.Output, StringComparison.Ordinal);
        Assert.Contains("| slip | ", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_suite_that_names_a_missing_file_exits_with_1_and_names_it()
    {
        string suite = _folder.File("suite.json", """{"sets":[{"name":"Một","corpus":"none.jsonl","queries":"q","qrels":"r"}]}""");

        SearchProcess.Result result = await SearchProcess.RunAsync("evaluate", "--suite", suite);

        Assert.Equal((1, ""), (result.ExitCode, result.Output));
        Assert.Contains("names none.jsonl, which does not exist", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dry_run_prints_the_articles_and_makes_no_index()
    {
        string file = _folder.File("news.jsonl", Articles);

        SearchProcess.Result result = await SearchProcess.RunAsync("index", file, "--index", _folder["ix"], "--dry-run");

        Assert.Equal(Articles.Trim(), result.Output.Trim());
        Assert.False(Directory.Exists(_folder["ix"]));
    }

    [Theory]
    [InlineData("query")]
    [InlineData("query", "x", "--size", "0")]
    [InlineData("query", "x", "--from", "2023-13-01")]
    [InlineData("query", "x", "--nonsense")]
    [InlineData("index")]
    [InlineData("evaluate")]
    [InlineData("evaluate", "--corpus", "x")]
    [InlineData("evaluate", "--suite", "x", "--corpus", "x")]
    [InlineData("nonsense")]
    public async Task Wrong_usage_exits_with_2_and_says_why_on_standard_error(params string[] arguments)
    {
        SearchProcess.Result result = await SearchProcess.RunAsync(arguments);

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.NotEmpty(result.Error);
    }

    [Fact]
    public async Task A_missing_index_exits_with_1_and_one_sentence()
    {
        SearchProcess.Result result = await SearchProcess.RunAsync("query", "x", "--index", _folder["none"]);

        Assert.Equal((1, ""), (result.ExitCode, result.Output));
        Assert.StartsWith("There is no index in ", result.Error, StringComparison.Ordinal);
        Assert.Single(result.Error.Trim().Split('\n'));
    }

    [Fact]
    public async Task An_index_that_another_process_writes_can_be_read_but_not_written()
    {
        await IndexAsync();
        await using (SearchEngine writer = SearchEngine.Open(new() { Path = _folder["ix"] }))
        {
            SearchProcess.Result second = await SearchProcess.RunAsync("index", _folder.File("more.jsonl", Articles), "--index", _folder["ix"]);
            Assert.Equal(1, second.ExitCode);
            Assert.Contains("in use by another process", second.Error, StringComparison.Ordinal);
            Assert.Contains("--url", second.Error, StringComparison.Ordinal);
            Assert.Equal(0, (await SearchProcess.RunAsync("stats", "--index", _folder["ix"])).ExitCode);
            Assert.Equal(1, (await SearchProcess.RunAsync("index", _folder["more.jsonl"], "--index", _folder["ix"])).ExitCode);
        }

        Assert.Equal(0, (await SearchProcess.RunAsync("index", _folder["more.jsonl"], "--index", _folder["ix"])).ExitCode);
    }

    [Fact]
    public async Task A_folder_that_is_no_index_is_left_alone()
    {
        _folder.File("letter.txt", "Kính gửi");
        string file = _folder.File("news.jsonl", Articles);

        SearchProcess.Result result = await SearchProcess.RunAsync("index", file, "--index", Path.GetDirectoryName(file)!);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("holds other files", result.Error, StringComparison.Ordinal);
    }

    private async Task IndexAsync() =>
        Assert.Equal(0, (await SearchProcess.RunAsync("index", _folder.File("news.jsonl", Articles), "--index", _folder["ix"])).ExitCode);

    private async Task<JsonNode> QueryAsync(params string[] arguments) =>
        JsonNode.Parse((await SearchProcess.RunAsync(["query", .. arguments, "--index", _folder["ix"], "--json"])).Output)!;
}
