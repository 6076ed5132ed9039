using System.Net.Http.Json;
using System.Text.Json;
using Search.Server.Problems;

namespace Search.Server.Tests.Searching;

public sealed class CollapseParameterTests : IAsyncLifetime
{
    private const string Storm = "Sáng mai tâm bão đi dọc bờ biển, gió giật mạnh dần, thuyền bè được gọi về bến trước khi trời tối, học trò nghỉ học hai hôm.";

    private TestServer _server = null!;   // InitializeAsync runs before every test

    public async Task InitializeAsync()
    {
        _server = await TestServer.StartAsync();
        await _server.PostLinesAsync(
            JsonSerializer.Serialize(new { id = "bao-1", title = "Tin bão khẩn cấp", body = Storm, date = "2021-09-01", source = "Báo Mẫu" }),
            JsonSerializer.Serialize(new { id = "bao-2", title = "Tin bão khẩn", body = Storm, date = "2021-09-02", source = "Tin Mẫu", url = "https://vidu.example/bao" }));
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Collapsed_hits_have_their_copies_and_the_answer_its_groups()
    {
        JsonElement plain = await _server.GetJsonAsync("/api/search?q=tin%20b%C3%A3o");
        JsonElement collapsed = await _server.GetJsonAsync("/api/search?q=tin%20b%C3%A3o&collapse=true");
        HttpResponseMessage byJson = await _server.Client.PostAsync("/api/search", TestServer.Json("""{"q":"tin bão","collapse":true}"""));

        Assert.False(plain.TryGetProperty("groups", out _) || plain.GetProperty("hits")[0].TryGetProperty("copies", out _));
        Assert.Equal((2, 1), (collapsed.GetProperty("total").GetInt32(), collapsed.GetProperty("groups").GetInt32()));
        JsonElement hit = Assert.Single(collapsed.GetProperty("hits").EnumerateArray());
        JsonElement copy = Assert.Single(hit.GetProperty("copies").EnumerateArray());
        Assert.Equal(["id", "title", "source", "date", "url"], copy.EnumerateObject().Select(static member => member.Name));
        Assert.Equal(1, hit.GetProperty("copies_total").GetInt32());
        Assert.Equal(["bao-1", "bao-2"], new[] { hit, copy }.Select(static article => article.GetProperty("id").GetString()).Order(StringComparer.Ordinal));
        Assert.Equal(collapsed.GetProperty("hits").GetRawText(), (await byJson.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("hits").GetRawText());
    }

    [Theory]
    [InlineData("/api/search?q=a&collapse=yes")]
    [InlineData("/api/search?q=a&collapse=")]
    public async Task Collapse_is_true_or_false(string address) =>
        await AssertProblem.IsAsync(ProblemType.InvalidParameters, await _server.Client.GetAsync(address), "collapse");

    [Fact]
    public async Task Collapse_in_JSON_is_no_string() => await AssertProblem.IsAsync(
        ProblemType.InvalidParameters, await _server.Client.PostAsync("/api/search", TestServer.Json("""{"q":"a","collapse":"true"}""")), "collapse");
}
