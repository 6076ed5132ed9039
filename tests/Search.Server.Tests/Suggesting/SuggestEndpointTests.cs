using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Search.Engine.Searching;
using Search.Server.Problems;

namespace Search.Server.Tests.Suggesting;

public sealed class SuggestEndpointTests(SampleServer sample) : IClassFixture<SampleServer>, IAsyncLifetime
{
    private TestServer Server => sample.Server;

    public Task InitializeAsync() => Server.Services.GetRequiredService<SearchEngine>().SuggestionsReadyAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task The_answer_has_the_agreed_shape()
    {
        JsonElement answer = await Server.GetJsonAsync("/api/suggest?q=doi%20n&size=5");
        JsonElement first = answer.GetProperty("suggestions")[0];

        Assert.Equal(["suggestions"], answer.EnumerateObject().Select(static member => member.Name));
        Assert.Equal(["text", "html", "kind", "count"], first.EnumerateObject().Select(static member => member.Name));
        Assert.Equal(
            ("đối ngoại", "<mark>đối</mark> <mark>n</mark>goại", "tag", 1),
            (first.GetProperty("text").GetString(), first.GetProperty("html").GetString(), first.GetProperty("kind").GetString(), first.GetProperty("count").GetInt32()));
    }

    [Fact]
    public async Task A_title_has_the_article_and_its_address_and_nothing_is_markup()
    {
        JsonElement title = (await Server.GetJsonAsync("/api/suggest?q=%C4%91%E1%BA%A9y%20m")).GetProperty("suggestions")[0];
        JsonElement hostile = (await Server.GetJsonAsync("/api/suggest?q=script%20al")).GetProperty("suggestions")[0];

        Assert.Equal(
            ("title", "doi-ngoai", "https://vidu.example/doi-ngoai"),
            (title.GetProperty("kind").GetString(), title.GetProperty("id").GetString(), title.GetProperty("url").GetString()));
        Assert.StartsWith("&lt;<mark>script</mark>&gt;<mark>al</mark>ert(&#39;", hostile.GetProperty("html").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Suggestions_by_json_are_the_same()
    {
        HttpResponseMessage answer = await Server.Client.PostAsync("/api/suggest", TestServer.Json("""{"q":"doi n","size":5}"""));

        Assert.Equal(await Server.Client.GetStringAsync("/api/suggest?q=doi%20n&size=5"), await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("/api/suggest")]
    [InlineData("/api/suggest?q=d")]
    public async Task Nothing_typed_gives_nothing(string address) =>
        Assert.Equal(0, (await Server.GetJsonAsync(address)).GetProperty("suggestions").GetArrayLength());

    [Theory]
    [InlineData("/api/suggest?q=do&size=0", "size")]
    [InlineData("/api/suggest?q=do&size=21", "size")]
    [InlineData("/api/suggest?q=do&sise=5", "sise")]
    [InlineData("/api/suggest?q=a&q=b", "q")]
    public async Task A_wrong_parameter_is_named(string address, string parameter) =>
        await AssertProblem.IsAsync(ProblemType.InvalidParameters, await Server.Client.GetAsync(address), parameter);
}
