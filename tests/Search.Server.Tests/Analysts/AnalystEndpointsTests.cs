using System.Text.Json;
using Search.Server.Problems;

namespace Search.Server.Tests.Analysts;

public sealed class AnalystEndpointsTests(SampleServer sample) : IClassFixture<SampleServer>
{
    private TestServer Server => sample.Server;

    [Fact]
    public async Task A_timeline_has_a_series_for_each_query_beside_what_was_published()
    {
        string timeline = (await Server.GetJsonAsync("/api/timeline?q=c%C3%B4ng&q=m%C6%B0a&interval=year")).GetRawText();

        Assert.Equal(
            """{"series":[{"q":"công","points":[{"from":"2022-01-01","count":0,"published":1},{"from":"2023-01-01","count":1,"published":1},{"from":"2024-01-01","count":1,"published":1}]},"""
            + """{"q":"mưa","points":[{"from":"2022-01-01","count":0,"published":1},{"from":"2023-01-01","count":0,"published":1},{"from":"2024-01-01","count":0,"published":1}]}],"undated":1}""",
            timeline);
        Assert.Equal(await Server.Client.GetStringAsync("/api/timeline"), await Server.Client.GetStringAsync("/api/timeline?q="));
        HttpResponseMessage byJson = await Server.Client.PostAsync("/api/timeline", TestServer.Json("""{"q":["công","mưa"],"interval":"year"}"""));
        Assert.Equal(timeline, await byJson.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Coverage_has_the_days_of_each_source()
    {
        JsonElement sources = (await Server.GetJsonAsync("/api/coverage")).GetProperty("sources");

        Assert.Equal(["Báo Mẫu", "Tin Mẫu", null], sources.EnumerateArray().Select(static source => source.GetProperty("source").GetString()));
        Assert.Equal("""[{"day":"2023-11-30","count":1}]""", sources[0].GetProperty("days").GetRawText());
        Assert.Equal((2, 1), (sources[2].GetProperty("count").GetInt32(), sources[2].GetProperty("undated").GetInt32()));
    }

    [Fact]
    public async Task Coverage_marks_gaps()
    {
        await using TestServer server = await TestServer.StartAsync();
        await server.PostLinesAsync([.. new[] { "2024-02-27", "2024-02-28", "2024-03-02" }.Select(static day => JsonSerializer.Serialize(new { id = day, title = "Tin", date = day, source = "Báo" }))]);

        JsonElement coverage = await server.GetJsonAsync("/api/coverage");

        Assert.Equal("""[{"from":"2024-02-29","to":"2024-03-01","days":2}]""", coverage.GetProperty("sources")[0].GetProperty("gaps").GetRawText());
    }

    [Fact]
    public async Task Terms_have_their_counts()
    {
        await using TestServer server = await TestServer.StartAsync();
        await server.PostLinesAsync([.. Enumerable.Range(0, 20).Select(static i => JsonSerializer.Serialize(
            new { id = $"a{i}", title = i < 5 ? "Bão Noru đổ bộ miền Trung" : $"Chợ phiên đông khách {i}" }))]);

        JsonElement terms = await server.GetJsonAsync("/api/terms?q=b%C3%A3o&size=3");

        Assert.Equal((5, 20), (terms.GetProperty("articles").GetInt32(), terms.GetProperty("archive").GetInt32()));
        JsonElement first = terms.GetProperty("terms")[0];
        Assert.Equal(["text", "words", "count", "background", "score"], first.EnumerateObject().Select(static member => member.Name));
        Assert.Equal((5, 5), (first.GetProperty("count").GetInt32(), first.GetProperty("background").GetInt32()));
    }

    [Theory]
    [InlineData("/api/timeline?interval=hour", "interval")]
    [InlineData("/api/timeline?sort=newest", "sort")]
    [InlineData("/api/timeline?q=1&q=2&q=3&q=4&q=5&q=6&q=7&q=8&q=9&q=10&q=11", "q")]
    [InlineData("/api/terms?size=0", "size")]
    [InlineData("/api/coverage?q=a", "q")]
    [InlineData("/api/coverage?from=2024-02-02&to=2024-02-01", "from")]
    [InlineData("/api/export?format=xls", "format")]
    [InlineData("/api/export?context=51", "context")]
    [InlineData("/api/export?cursor=abc", "cursor")]
    public async Task Wrong_parameters_are_refused(string address, string name) =>
        await AssertProblem.IsAsync(ProblemType.InvalidParameters, await Server.Client.GetAsync(address), name);

    [Theory]
    [InlineData("/api/timeline")]
    [InlineData("/api/terms")]
    [InlineData("/api/export")]
    public async Task A_wrong_query_is_reported(string path) =>
        await AssertProblem.IsAsync(ProblemType.InvalidQuery, await Server.Client.GetAsync(path + "?syntax=advanced&q=(a"));
}
