using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Search.Articles;
using Search.Server.Problems;

namespace Search.Server.Tests.Articles;

public sealed class BulkEndpointTests : IAsyncLifetime
{
    private TestServer? _server;

    private TestServer Server => _server ?? throw new InvalidOperationException("The server has not been started.");

    public async Task InitializeAsync() => _server = await TestServer.StartAsync();

    public async Task DisposeAsync() => await Server.DisposeAsync();

    [Fact]
    public async Task Good_lines_land_even_if_others_are_bad_and_each_is_answered_in_order()
    {
        await Server.PutAsync("cu", """{"title":"Bài cũ"}""");

        List<JsonElement> answers = await AnswersAsync(await Server.PostLinesAsync(
            """{"id":"mot","title":"Một"}""",
            """{"id":"hai","title":"Hai",""",
            "",
            """{"title":"không mã"}""",
            """{"id":"ba","title":"Ba","date":"30/11/2023"}""",
            """{"delete":"cu"}""",
            """{"delete":"khong-co"}""",
            """{"delete":"mã sai"}""",
            """{"id":"mot","title":"Một"}""",
            "[]",
            """{"id":"bon","title":"Bốn","delete":"mot"}"""));

        Assert.Equal([1, 2, 4, 5, 6, 7, 8, 9, 10, 11], answers.Select(static answer => answer.GetProperty("line").GetInt32()));
        Assert.Equal(
            ["created", "rejected", "rejected", "rejected", "deleted", "rejected", "rejected", "unchanged", "rejected", "created"],
            answers.Select(static answer => answer.GetProperty("status").GetString()));
        Assert.Equal(
            ["mot", "hai", null, "ba", "cu", "khong-co", null, "mot", null, "bon"],
            answers.Select(static answer => answer.GetProperty("id").GetString()));
        Assert.All(answers, static answer => Assert.Equal(answer.GetProperty("status").GetString() == "rejected", answer.TryGetProperty("error", out _)));
        Assert.Equal("/problems/invalid-article", answers[1].GetProperty("error").GetProperty("type").GetString());
        Assert.True(answers[3].GetProperty("error").GetProperty("errors").TryGetProperty("date", out _));
        Assert.Equal("/problems/article-not-found", answers[5].GetProperty("error").GetProperty("type").GetString());
        Assert.Equal(2, (await Server.GetJsonAsync("/api/search")).GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task A_line_of_more_than_5_MiB_is_rejected_and_those_around_it_land()
    {
        string longest = $$"""{"id":"dai","title":"Dài","x":"{{new string('x', ArticleJson.MaxBytes - 34)}}"}""";
        Assert.Equal(ArticleJson.MaxBytes, Encoding.UTF8.GetByteCount(longest));

        List<JsonElement> answers = await AnswersAsync(await Server.PostLinesAsync(
            """{"id":"mot","title":"Một"}""", longest, longest + " ", new string('x', 12_000_000), """{"id":"hai","title":"Hai"}"""));

        Assert.Equal(["created", "created", "rejected", "rejected", "created"], answers.Select(static answer => answer.GetProperty("status").GetString()));
        Assert.Equal("/problems/too-large", answers[3].GetProperty("error").GetProperty("type").GetString());
    }

    [Fact]
    public async Task A_body_longer_than_the_limit_of_other_requests_is_taken()
    {
        string filler = new('x', 10_000);
        string[] lines = [.. Enumerable.Range(0, 4000).Select(i => $$"""{"id":"bai-{{i}}","title":"Bài {{i}}","x":"{{filler}}"}""")];

        List<JsonElement> answers = await AnswersAsync(await Server.PostLinesAsync(lines));

        Assert.Equal(4000, answers.Count(static answer => answer.GetProperty("status").GetString() == "created"));
        Assert.Equal(4000, (await Server.GetJsonAsync("/api/status")).GetProperty("documents").GetInt32());
    }

    [Fact]
    public async Task Answers_come_while_lines_are_still_being_sent()
    {
        // HttpClient reads no answer before it has sent all of a body, so the test speaks HTTP by itself.
        Uri address = Server.Client.BaseAddress!;   // set by the factory
        using var connection = new TcpClient();
        await connection.ConnectAsync(address.Host, address.Port);
        await using NetworkStream stream = connection.GetStream();
        using var answer = new StreamReader(stream);
        await SendAsync($"POST /api/articles HTTP/1.1\r\nHost: {address.Authority}\r\nContent-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n");
        await SendChunkAsync("{\"id\":\"mot\",\"title\":\"Một\"}\n");

        await SkipToAsync("""{"line":1,"id":"mot","status":"created"}""");

        await SendChunkAsync("{\"delete\":\"mot\"}");
        await SendAsync("0\r\n\r\n");
        await SkipToAsync("""{"line":2,"id":"mot","status":"deleted"}""");
        Assert.DoesNotContain("line", await answer.ReadToEndAsync(), StringComparison.Ordinal);

        async Task SendAsync(string text) => await stream.WriteAsync(Encoding.UTF8.GetBytes(text));
        async Task SendChunkAsync(string text) => await SendAsync($"{Encoding.UTF8.GetByteCount(text):x}\r\n{text}\r\n");
        async Task SkipToAsync(string line)
        {
            while (await answer.ReadLineAsync() is var read && read != line)
            {
                Assert.NotNull(read);   // the answer ended before the line came
            }
        }
    }

    [Fact]
    public async Task An_empty_body_has_an_empty_answer()
    {
        HttpResponseMessage answer = await Server.PostLinesAsync();

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Other_content_types_are_refused()
    {
        await AssertProblem.IsAsync(ProblemType.UnsupportedMediaType, await Server.Client.PostAsync("/api/articles", TestServer.Json("{}")));
        using var untyped = new ByteArrayContent("{}"u8.ToArray());
        await AssertProblem.IsAsync(ProblemType.UnsupportedMediaType, await Server.Client.PostAsync("/api/articles", untyped));
    }

    private static async Task<List<JsonElement>> AnswersAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("application/x-ndjson", answer.Content.Headers.ContentType?.MediaType);
        string text = await answer.Content.ReadAsStringAsync();
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
        return [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => JsonSerializer.Deserialize<JsonElement>(line))];
    }
}
