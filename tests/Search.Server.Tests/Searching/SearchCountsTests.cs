using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Search.Server.Problems;

namespace Search.Server.Tests.Searching;

public sealed class SearchCountsTests(SampleServer sample) : IClassFixture<SampleServer>
{
    private TestServer Server => sample.Server;

    [Fact]
    public async Task Facets_and_histogram_come_where_they_are_asked_for()
    {
        JsonElement answer = await Server.GetJsonAsync("/api/search?facets=year,source,tag&facet_size=2&interval=month&source=B%C3%A1o%20m%E1%BA%ABu");

        Assert.Equal(
            """{"year":[{"value":"2023","count":1}],"source":[{"value":"Báo Mẫu","count":1},{"value":"Tin Mẫu","count":1}],"tag":[{"value":"đối ngoại","count":1},{"value":"nghị quyết","count":1}]}""",
            answer.GetProperty("facets").GetRawText());
        Assert.Equal("""[{"from":"2023-11-01","count":1,"published":1}]""", answer.GetProperty("histogram").GetRawText());
        Assert.Equal(0, answer.GetProperty("undated").GetInt32());
    }

    [Fact]
    public async Task Facets_in_JSON_are_a_text_or_an_array()
    {
        string byText = await FacetsAsync("""{"facets":"category,year"}""");

        Assert.Equal(byText, await FacetsAsync("""{"facets":["category","year"]}"""));
        Assert.StartsWith("""{"category":""", byText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_by_cursor_follow_each_other_to_the_end()
    {
        var ids = new List<string?>();
        string? next = "";
        while (next is not null)
        {
            JsonElement page = await Server.GetJsonAsync($"/api/search?size=3{(next.Length == 0 ? "" : "&cursor=" + next)}");
            ids.AddRange(page.GetProperty("hits").EnumerateArray().Select(static hit => hit.GetProperty("id").GetString()));
            next = page.GetProperty("next").GetString();
        }

        Assert.Equal(["cong-nhan", "doi-ngoai", "xau", "khong-ngay"], ids);
    }

    [Theory]
    [InlineData("facets=colour", "facets")]
    [InlineData("facets=", "facets")]
    [InlineData("facet_size=0", "facet_size")]
    [InlineData("interval=hour", "interval")]
    [InlineData("cursor=x", "cursor")]
    [InlineData("cursor=AAAA&offset=1", "offset")]
    [InlineData("total=some", "total")]
    public async Task Wrong_values_are_refused(string parameters, string name) =>
        await AssertProblem.IsAsync(ProblemType.InvalidParameters, await Server.Client.GetAsync($"/api/search?{parameters}"), name);

    [Fact]
    public async Task A_permanent_link_says_whether_the_archive_has_changed()
    {
        await using TestServer server = await TestServer.StartAsync();
        string? generation = (await server.GetJsonAsync("/api/search")).GetProperty("index").GetProperty("generation").GetString();

        Assert.False((await server.GetJsonAsync($"/api/search?generation={generation}")).GetProperty("index").GetProperty("changed").GetBoolean());
        await server.PutAsync("a", """{"title":"Tin"}""");
        Assert.True((await server.GetJsonAsync($"/api/search?generation={generation}")).GetProperty("index").GetProperty("changed").GetBoolean());
        Assert.False((await server.GetJsonAsync("/api/search")).GetProperty("index").TryGetProperty("changed", out _));
    }

    [Theory]
    [InlineData("/api/search?q=tin")]
    [InlineData("/api/timeline?q=tin")]
    [InlineData("/api/coverage")]
    [InlineData("/api/articles/a")]
    [InlineData("/rss?q=tin")]
    public async Task An_answer_is_not_sent_again_before_the_archive_changes(string address)
    {
        await using TestServer server = await TestServer.StartAsync();
        await server.PutAsync("a", """{"title":"Tin"}""");
        HttpResponseMessage first = await server.Client.GetAsync(address);
        Assert.NotNull(first.Headers.ETag);
        Assert.True(first.Headers.CacheControl!.NoCache);

        Assert.Equal(HttpStatusCode.NotModified, (await GetAsync(server, address, first.Headers.ETag)).StatusCode);
        await server.PutAsync("b", """{"title":"Tin"}""");
        HttpResponseMessage changed = await GetAsync(server, address, first.Headers.ETag);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.NotEqual(first.Headers.ETag, changed.Headers.ETag);
    }

    [Fact]
    public async Task Deleting_by_query_counts_in_a_dry_run_and_needs_a_condition()
    {
        await using TestServer server = await TestServer.StartAsync();
        await server.PostLinesAsync("""{"id":"a","title":"Tin bão","source":"Báo"}""", """{"id":"b","title":"Tin mưa","source":"Báo"}""");

        Assert.Contains("\"matched\":1,\"deleted\":0,\"dry_run\":true", await DeleteAsync(server, """{"q":"bão","dry_run":true}"""), StringComparison.Ordinal);
        Assert.Contains("\"matched\":1,\"deleted\":1,\"dry_run\":false", await DeleteAsync(server, """{"q":"bão","source":"báo"}"""), StringComparison.Ordinal);
        Assert.Equal(1, (await server.GetJsonAsync("/api/search")).GetProperty("total").GetInt32());
        await AssertProblem.IsAsync(ProblemType.InvalidParameters, await server.Client.PostAsync("/api/articles/delete", TestServer.Json("{}")), "q");
        await AssertProblem.IsAsync(ProblemType.InvalidParameters, await server.Client.PostAsync("/api/articles/delete", TestServer.Json("""{"fource":"Báo"}""")), "fource");
    }

    [Fact]
    public async Task A_purge_is_a_job_that_can_be_followed()
    {
        await using TestServer server = await TestServer.StartAsync();
        await server.PostLinesAsync([.. Enumerable.Range(0, 50).Select(static i => $$"""{"id":"a{{i}}","title":"Tin bão"}""")]);   // a segment with nothing else would vanish
        await server.Client.DeleteAsync("/api/articles/a7");

        HttpResponseMessage started = await server.Client.PostAsync("/api/admin/purge", null);

        Assert.Equal(HttpStatusCode.Accepted, started.StatusCode);
        JsonElement job;
        do
        {
            job = await server.GetJsonAsync(started.Headers.Location!.OriginalString);
        }
        while (job.GetProperty("state").GetString() == "running");

        Assert.Equal(("purge", "done", 1), (job.GetProperty("kind").GetString(), job.GetProperty("state").GetString(), job.GetProperty("done").GetInt32()));
        Assert.Equal(0, (await server.GetJsonAsync("/api/status")).GetProperty("deleted_documents").GetInt32());
        await AssertProblem.IsAsync(ProblemType.NotFound, await server.Client.GetAsync("/api/admin/jobs/none"));
    }

    private static async Task<string> DeleteAsync(TestServer server, string json) =>
        await (await server.Client.PostAsync("/api/articles/delete", TestServer.Json(json))).Content.ReadAsStringAsync();

    private static Task<HttpResponseMessage> GetAsync(TestServer server, string address, EntityTagHeaderValue known)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.IfNoneMatch.Add(known);
        return server.Client.SendAsync(request);
    }

    private async Task<string> FacetsAsync(string json)
    {
        HttpResponseMessage answer = await Server.Client.PostAsync("/api/search", TestServer.Json(json));
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("facets").GetRawText();
    }
}
