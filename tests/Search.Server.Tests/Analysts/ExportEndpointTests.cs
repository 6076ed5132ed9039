using System.Text;
using System.Text.Json;
using Search.Answers;
using Search.Server.Problems;

namespace Search.Server.Tests.Analysts;

public sealed class ExportEndpointTests(SampleServer sample) : IClassFixture<SampleServer>
{
    private TestServer Server => sample.Server;

    [Fact]
    public async Task Every_article_is_a_line_as_it_was_given_the_newest_first()
    {
        HttpResponseMessage answer = await Server.Client.GetAsync("/api/export");
        string[] lines = (await answer.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal("application/x-ndjson", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("4", Assert.Single(answer.Headers.GetValues("Search-Total")));
        Assert.Equal(["cong-nhan", "doi-ngoai", "xau", "khong-ngay"], lines.Select(static line => JsonDocument.Parse(line).RootElement.GetProperty("id").GetString()));
        Assert.Equal(await Server.Client.GetStringAsync("/api/articles/xau"), lines[2]);
    }

    [Fact]
    public async Task A_line_is_one_line_and_has_an_id_whatever_the_article_looks_like()
    {
        await using TestServer server = await TestServer.StartAsync();
        await server.PutAsync("rieng", "{\r\n  \"title\": \"Dòng\\nmới\",\n  \"more\": { \"id\": 7 }\n}\n");

        string line = await server.Client.GetStringAsync("/api/export?q=d%C3%B2ng&context=3");

        Assert.Equal(1, line.Count(static c => c == '\n'));
        JsonElement article = JsonDocument.Parse(line).RootElement;
        Assert.Equal(["id", "title", "more", "context_lines"], article.EnumerateObject().Select(static member => member.Name));
        Assert.Equal("rieng", article.GetProperty("id").GetString());
        Assert.Equal(
            """[{"field":"title","start":0,"end":4,"before":"","match":"Dòng","after":"mới"}]""", article.GetProperty("context_lines").GetRawText());
        await using TestServer other = await TestServer.StartAsync();
        Assert.Contains("created", await (await other.PostLinesAsync(line.TrimEnd())).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_has_a_byte_order_mark_and_every_field_intact()
    {
        await using TestServer server = await TestServer.StartAsync();
        await server.PostLinesAsync(
            JsonSerializer.Serialize(new { id = "a", title = "=HYPERLINK(\"http://x\",\"y\")", body = "Một, \"hai\"\nba; bốn", authors = new[] { "An", "Bình" }, date = "2024-01-02" }),
            JsonSerializer.Serialize(new { id = "b", title = " lề ", body = "+84 gọi", category = "@cmd", source = "\tthẻ" }));

        HttpResponseMessage answer = await server.Client.GetAsync("/api/export?format=csv");
        byte[] bytes = await answer.Content.ReadAsByteArrayAsync();

        Assert.Equal("text/csv", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        List<string[]> rows = ReadTable(Encoding.UTF8.GetString(bytes.AsSpan(3)));
        Assert.Equal(["id", "date", "title", "lead", "body", "authors", "tags", "category", "source", "url", "context"], rows[0]);
        Assert.Equal(["a", "2024-01-02", "'=HYPERLINK(\"http://x\",\"y\")", "", "Một, \"hai\"\nba; bốn", "An; Bình", "", "", "", "", ""], rows[1]);
        Assert.Equal(["b", "", " lề ", "", "'+84 gọi", "", "", "'@cmd", "'\tthẻ", "", ""], rows[2]);
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("-1", "'-1")]
    [InlineData("＝1", "'＝1")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("a=1", "a=1")]
    [InlineData("a\"b", "\"a\"\"b\"")]
    [InlineData("", "")]
    public void No_cell_is_a_formula(string text, string cell) => Assert.Equal(cell, ArticleCsv.Cell(text));

    [Theory]
    [InlineData("ndjson", 0)]
    [InlineData("csv", 1)]
    public async Task An_export_that_broke_off_goes_on_behind_the_last_article_while_articles_are_added(string format, int heads)
    {
        await using TestServer server = await TestServer.StartAsync();
        await server.PostLinesAsync([.. Enumerable.Range(0, 30).Select(static i => JsonSerializer.Serialize(new { id = $"a{i:00}", title = "Tin", date = $"2024-01-{30 - i:00}" }))]);
        HttpResponseMessage first = await server.Client.GetAsync($"/api/export?q=tin&format={format}");
        string[] whole = (await first.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        await server.PutAsync("moi", """{"title":"Tin mới"}""");
        await server.Client.DeleteAsync("/api/articles/a20");

        string cursor = $"{Assert.Single(first.Headers.GetValues("Search-Cursor"))}.a11";
        HttpResponseMessage second = await server.Client.GetAsync($"/api/export?q=tin&format={format}&cursor={cursor}");

        Assert.Equal(whole[(12 + heads)..], (await second.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal("30", Assert.Single(second.Headers.GetValues("Search-Total")));
        await AssertProblem.IsAsync(ProblemType.InvalidParameters, await server.Client.GetAsync($"/api/export?q=khac&cursor={cursor}"), "cursor");
        await server.Client.PostAsync("/api/admin/purge", null);
        while ((await server.Client.GetAsync($"/api/export?q=tin&cursor={cursor}")).IsSuccessStatusCode)
        {
            await Task.Delay(20);
        }

        await AssertProblem.IsAsync(ProblemType.CursorExpired, await server.Client.GetAsync($"/api/export?q=tin&cursor={cursor}"));
    }

    [Fact]
    public async Task Exports_beyond_the_limit_are_asked_to_come_again_and_a_caller_that_goes_leaves_its_place()
    {
        await using TestServer server = await TestServer.StartAsync(settings: new Dictionary<string, string> { ["MostExports"] = "1" });
        string body = string.Concat(Enumerable.Range(0, 20_000).Select(static i => $"chữ{i} "));
        await server.PostLinesAsync([.. Enumerable.Range(0, 100).Select(i => JsonSerializer.Serialize(new { id = $"a{i}", title = "Tin", body }))]);

        using (HttpResponseMessage first = await server.Client.GetAsync("/api/export", HttpCompletionOption.ResponseHeadersRead))   // more than the connection buffers
        {
            Assert.Equal("100", Assert.Single(first.Headers.GetValues("Search-Total")));
            HttpResponseMessage second = await server.Client.GetAsync("/api/export");
            await AssertProblem.IsAsync(ProblemType.TooManyExports, second);
            Assert.NotNull(second.Headers.RetryAfter);
        }

        while (!(await server.Client.GetAsync("/api/export")).IsSuccessStatusCode)
        {
            await Task.Delay(20);
        }
    }

    /// <summary>RFC 4180 by hand.</summary>
    private static List<string[]> ReadTable(string text)
    {
        var rows = new List<string[]>();
        var row = new List<string>();
        var cell = new StringBuilder();
        bool isQuoted = false;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (isQuoted && c == '"' && i + 1 < text.Length && text[i + 1] == '"')
            {
                cell.Append('"');
                i++;
            }
            else if (c == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (!isQuoted && c is ',' or '\r')
            {
                row.Add(cell.ToString());
                cell.Clear();
            }
            else if (!isQuoted && c == '\n')
            {
                rows.Add([.. row]);
                row.Clear();
            }
            else
            {
                cell.Append(c);
            }
        }

        return rows;
    }
}
