namespace Search.Server.Tests.Access;

public sealed class CrossOriginTests
{
    private const string Allowed = "Access-Control-Allow-Origin";
    private static readonly Dictionary<string, string> OneOrigin = new() { ["Cors:Origins:0"] = "https://bao.example" };

    [Fact]
    public async Task A_page_of_a_configured_origin_may_read_the_answers()
    {
        await using TestServer server = await TestServer.StartAsync(settings: OneOrigin);
        HttpResponseMessage answer = await SendAsync(server, HttpMethod.Get, "/api/search", "https://bao.example");
        Assert.Equal("https://bao.example", Assert.Single(answer.Headers.GetValues(Allowed)));
        Assert.False(answer.Headers.Contains("Access-Control-Allow-Credentials"));

        HttpResponseMessage preflight = await SendAsync(server, HttpMethod.Options, "/api/search", "https://bao.example", ("Access-Control-Request-Method", "POST"), ("Access-Control-Request-Headers", "content-type"));
        Assert.Equal("https://bao.example", Assert.Single(preflight.Headers.GetValues(Allowed)));
        Assert.Contains("POST", Assert.Single(preflight.Headers.GetValues("Access-Control-Allow-Methods")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://khac.example")]
    [InlineData("http://bao.example")]
    [InlineData("https://bao.example.khac.example")]
    [InlineData("null")]
    public async Task Pages_of_other_origins_are_shown_nothing(string origin)
    {
        await using TestServer server = await TestServer.StartAsync(settings: OneOrigin);
        Assert.False((await SendAsync(server, HttpMethod.Get, "/api/search", origin)).Headers.Contains(Allowed));
        HttpResponseMessage preflight = await SendAsync(server, HttpMethod.Options, "/api/articles/a", origin, ("Access-Control-Request-Method", "PUT"));
        Assert.False(preflight.Headers.Contains(Allowed));
    }

    [Fact]
    public async Task By_default_no_other_origin_is_allowed()
    {
        await using TestServer server = await TestServer.StartAsync();
        Assert.False((await SendAsync(server, HttpMethod.Get, "/api/search", "https://bao.example")).Headers.Contains(Allowed));
    }

    private static Task<HttpResponseMessage> SendAsync(TestServer server, HttpMethod method, string address, string origin, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, address);
        request.Headers.Add("Origin", origin);
        foreach ((string name, string value) in headers)
        {
            request.Headers.Add(name, value);
        }

        return server.Client.SendAsync(request);
    }
}
