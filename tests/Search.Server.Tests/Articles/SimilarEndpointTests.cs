using System.Text.Json;
using Search.Server.Problems;

namespace Search.Server.Tests.Articles;

public sealed class SimilarEndpointTests : IAsyncLifetime
{
    private TestServer _server = null!;   // InitializeAsync runs before every test

    public async Task InitializeAsync()
    {
        _server = await TestServer.StartAsync();
        await _server.PostLinesAsync(
            """{"id":"gold-1","title":"Giá vàng miếng tăng","body":"Giá vàng miếng tăng ở các tiệm vàng, người mua vàng miếng xếp hàng."}""",
            """{"id":"gold-2","title":"Vàng miếng hạ nhiệt","body":"Giá vàng miếng hạ nhiệt, tiệm vàng vắng khách."}""",
            """{"id":"rice","title":"Mùa gặt","body":"Tiếng máy rộn ràng khắp cánh đồng quê."}""");
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Similar_articles_are_hits_as_in_a_search()
    {
        JsonElement answer = await _server.GetJsonAsync("/api/articles/gold-1/similar?size=3");
        JsonElement hit = Assert.Single(answer.GetProperty("hits").EnumerateArray());

        Assert.Equal(["hits"], answer.EnumerateObject().Select(static member => member.Name));
        Assert.Equal(
            ["rank", "id", "score", "matches", "title", "title_html", "snippets", "url", "date", "category", "authors", "source", "tags"],
            hit.EnumerateObject().Select(static member => member.Name));
        Assert.Equal("gold-2", hit.GetProperty("id").GetString());
    }

    [Fact]
    public async Task An_article_like_no_other_has_no_hits() =>
        Assert.Equal(0, (await _server.GetJsonAsync("/api/articles/rice/similar")).GetProperty("hits").GetArrayLength());

    [Fact]
    public async Task What_is_wrong_is_named()
    {
        await AssertProblem.IsAsync(ProblemType.ArticleNotFound, await _server.Client.GetAsync("/api/articles/nowhere/similar"));
        await AssertProblem.IsAsync(ProblemType.InvalidParameters, await _server.Client.GetAsync("/api/articles/gold-1/similar?size=0"), "size");
        await AssertProblem.IsAsync(ProblemType.InvalidParameters, await _server.Client.GetAsync("/api/articles/gold-1/similar?sise=3"), "sise");
        await AssertProblem.IsAsync(ProblemType.InvalidParameters, await _server.Client.GetAsync("/api/articles/a%20b/similar"), "id");
    }
}
