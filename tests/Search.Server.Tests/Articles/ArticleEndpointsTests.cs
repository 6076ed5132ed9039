using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Search.Articles;
using Search.Server.Problems;

namespace Search.Server.Tests.Articles;

public sealed class ArticleEndpointsTests : IAsyncLifetime
{
    private TestServer? _server;

    private TestServer Server => _server ?? throw new InvalidOperationException("The server has not been started.");

    public async Task InitializeAsync() => _server = await TestServer.StartAsync();

    public async Task DisposeAsync() => await Server.DisposeAsync();

    [Fact]
    public async Task An_article_is_created_updated_unchanged_and_deleted()
    {
        HttpResponseMessage created = await Server.PutAsync("a.b~c:d-1_2", """{"title":"Một"}""");
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        Assert.Equal("/api/articles/a.b~c:d-1_2", created.Headers.Location?.OriginalString);
        await AnswersAsync("created", HttpStatusCode.Created, created);
        await AnswersAsync("unchanged", HttpStatusCode.OK, await Server.PutAsync("a.b~c:d-1_2", """{"title":"Một"}"""));
        await AnswersAsync("updated", HttpStatusCode.OK, await Server.PutAsync("a.b~c:d-1_2", """{"title":"Hai"}"""));
        await AnswersAsync("deleted", HttpStatusCode.OK, await Server.Client.DeleteAsync("/api/articles/a.b~c:d-1_2"));
        await AssertProblem.IsAsync(ProblemType.ArticleNotFound, await Server.Client.DeleteAsync("/api/articles/a.b~c:d-1_2"));
        await AssertProblem.IsAsync(ProblemType.ArticleNotFound, await Server.Client.GetAsync("/api/articles/a.b~c:d-1_2"));

        static async Task AnswersAsync(string status, HttpStatusCode code, HttpResponseMessage answer)
        {
            Assert.Equal(code, answer.StatusCode);
            Assert.Equal($$"""{"id":"a.b~c:d-1_2","status":"{{status}}"}""", await answer.Content.ReadAsStringAsync());
        }
    }

    [Fact]
    public async Task An_article_is_returned_byte_for_byte_with_unknown_fields_and_lone_surrogates()
    {
        const string Json = """{ "title":"Ti\u00eau đề \ud800", "extra": {"a":[1, 2.50]},  "author":"Một người" }""";
        await Server.PutAsync("x", Json);

        HttpResponseMessage answer = await Server.Client.GetAsync("/api/articles/x");

        Assert.Equal(Json, await answer.Content.ReadAsStringAsync());
        Assert.Equal("application/json; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        JsonElement hit = (await Server.GetJsonAsync("/api/search?q=ti%C3%AAu%20%C4%91%E1%BB%81")).GetProperty("hits")[0];
        Assert.Equal("Tiêu đề \uFFFD", hit.GetProperty("title").GetString());
        Assert.Equal("<mark>Tiêu đề</mark> \uFFFD", hit.GetProperty("title_html").GetString());
    }

    [Fact]
    public async Task A_write_is_seen_by_the_next_search()
    {
        for (int i = 0; i < 5; i++)
        {
            await Server.PutAsync("bai", $$"""{"title":"phiên bản số {{i}}"}""");
            Assert.Equal($"phiên bản số {i}", (await Server.GetJsonAsync("/api/search?q=phi%C3%AAn%20b%E1%BA%A3n")).GetProperty("hits")[0].GetProperty("title").GetString());
        }

        await Server.Client.DeleteAsync("/api/articles/bai");
        Assert.Equal(0, (await Server.GetJsonAsync("/api/search?q=phi%C3%AAn%20b%E1%BA%A3n")).GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task Concurrent_writes_share_commits_and_all_are_found()
    {
        const int Writers = 60;
        await Server.PutAsync("truoc", """{"title":"viết trước"}""");   // the commit that made the index counts for itself
        long before = await CommitsAsync();

        HttpResponseMessage[] answers = await Task.WhenAll(Enumerable.Range(0, Writers).Select(i => Server.PutAsync($"bai-{i}", $$"""{"title":"đồng thời {{i}}"}""")));

        Assert.All(answers, static answer => Assert.Equal(HttpStatusCode.Created, answer.StatusCode));
        Assert.Equal(Writers, (await Server.GetJsonAsync("/api/search?q=%C4%91%E1%BB%93ng%20th%E1%BB%9Di")).GetProperty("total").GetInt32());
        Assert.InRange(await CommitsAsync() - before, 1, Writers - 1);

        // The engine counts its commits behind the hyphen.
        async Task<long> CommitsAsync() =>
            (await Server.GetJsonAsync("/api/status")).GetProperty("generation").GetString()!.Split('-') is [_, var count]   // always there
                ? long.Parse(count, System.Globalization.CultureInfo.InvariantCulture) : 0;
    }

    [Theory]
    [InlineData("""{"title":"a","date":"2023-13-01"}""", "date")]
    [InlineData("""{"title":"a","date":20231130}""", "date")]
    [InlineData("""{"title":"a","url":"javascript:alert(1)"}""", "url")]
    [InlineData("""{"title":"","body":" "}""", "title")]
    [InlineData("""{"title":"a","id":"other"}""", "id")]
    [InlineData("""{"title":5,"date":"x","tags":[1]}""", "title", "date", "tags")]
    public async Task An_article_that_breaks_rules_is_refused_by_field(string json, params string[] fields)
    {
        await AssertProblem.IsAsync(ProblemType.InvalidArticle, await Server.PutAsync("x", json), fields);
        await AssertProblem.IsAsync(ProblemType.ArticleNotFound, await Server.Client.GetAsync("/api/articles/x"));
    }

    [Theory]
    [InlineData("""{"title":"a",""", "malformed at line 1, byte 14: it ends there")]
    [InlineData("""["a"]""", "an array; expected an object")]
    [InlineData("", "empty; expected a JSON object")]
    public async Task Malformed_json_is_refused_with_its_place(string json, string detail)
    {
        JsonElement problem = await AssertProblem.IsAsync(ProblemType.InvalidArticle, await Server.PutAsync("x", json));
        Assert.Contains(detail, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.False(problem.TryGetProperty("errors", out _));
    }

    [Fact]
    public async Task Bytes_that_are_no_utf8_are_refused()
    {
        using var body = new ByteArrayContent([.. "{\"title\":\""u8, 0xC3, 0x28, .. "\"}"u8]);
        body.Headers.ContentType = new("application/json");
        await AssertProblem.IsAsync(ProblemType.InvalidArticle, await Server.Client.PutAsync("/api/articles/x", body));
    }

    public static TheoryData<string> InvalidIds => [new string('a', 500), new string('a', 201), "a%2Fb", "a%20b", "%C4%91", "a%5Cb"];

    [Theory]
    [MemberData(nameof(InvalidIds))]
    public async Task An_id_that_no_article_can_have_is_refused(string id)
    {
        await AssertProblem.IsAsync(ProblemType.InvalidParameters, await Server.PutAsync(id, """{"title":"a"}"""), "id");
        await AssertProblem.IsAsync(ProblemType.InvalidParameters, await Server.Client.GetAsync("/api/articles/" + id), "id");
        await AssertProblem.IsAsync(ProblemType.InvalidParameters, await Server.Client.DeleteAsync("/api/articles/" + id), "id");
    }

    [Fact]
    public async Task The_longest_id_is_accepted() =>
        Assert.Equal(HttpStatusCode.Created, (await Server.PutAsync(new string('a', 200), """{"title":"a"}""")).StatusCode);

    [Fact]
    public async Task An_article_of_5_MiB_is_accepted_and_one_byte_more_is_not()
    {
        string longest = $$"""{"title":"dài","extra":"{{new string('x', ArticleJson.MaxBytes - 27)}}"}""";
        Assert.Equal(ArticleJson.MaxBytes, Encoding.UTF8.GetByteCount(longest));

        Assert.Equal(HttpStatusCode.Created, (await Server.PutAsync("longest", longest)).StatusCode);
        await AssertProblem.IsAsync(ProblemType.TooLarge, await Server.PutAsync("longer", longest + " "));
        await AssertProblem.IsAsync(ProblemType.ArticleNotFound, await Server.Client.GetAsync("/api/articles/longer"));
    }

    [Fact]
    public async Task An_article_of_6_MiB_is_refused() => await AssertProblem.IsAsync(
        ProblemType.TooLarge, await Server.PutAsync("x", $$"""{"title":"{{new string('a', 6 * 1024 * 1024)}}"}"""));

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-ndjson")]
    [InlineData(null)]
    public async Task Other_content_types_are_refused(string? type)
    {
        using StringContent body = TestServer.Json("""{"title":"a"}""");
        body.Headers.ContentType = type is null ? null : new(type);
        await AssertProblem.IsAsync(ProblemType.UnsupportedMediaType, await Server.Client.PutAsync("/api/articles/x", body));
    }

    [Fact]
    public async Task Details_are_vietnamese_for_those_who_ask()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/articles/x");
        request.Headers.AcceptLanguage.ParseAdd("vi");
        HttpResponseMessage answer = await Server.Client.SendAsync(request);
        JsonElement problem = await answer.Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal("Không có bài viết mang mã x.", problem.GetProperty("detail").GetString());
        Assert.Equal(["vi"], answer.Content.Headers.ContentLanguage);
    }
}
