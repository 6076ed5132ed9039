namespace Search.Server.Tests.Hosting;

public sealed class ProxyHostingTests
{
    [Fact]
    public async Task A_trusted_proxy_is_believed_about_name_and_scheme()
    {
        await using TestServer server = await TestServer.StartAsync(settings: new Dictionary<string, string> { ["TrustedProxies:0"] = "127.0.0.0/8", ["TrustedProxies:1"] = "::1" });
        Assert.Contains("https://tim.example.vn/rss", await FeedAsync(server), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_else_is()
    {
        await using TestServer server = await TestServer.StartAsync(settings: new Dictionary<string, string> { ["TrustedProxies:0"] = "192.0.2.1" });
        Assert.DoesNotContain("tim.example.vn", await FeedAsync(server), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Absolute_links_begin_with_the_public_address()
    {
        await using TestServer server = await TestServer.StartAsync(settings: new Dictionary<string, string> { ["PublicUrl"] = "https://bao.example/tim" });
        Assert.Contains("https://bao.example/tim/rss", await FeedAsync(server), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Under_a_path_base_every_route_and_link_works()
    {
        await using TestServer server = await TestServer.StartAsync(settings: new Dictionary<string, string> { ["PathBase"] = "/kho" });
        Assert.True((await server.Client.GetAsync("/kho/api/search")).IsSuccessStatusCode);
        Assert.True((await server.Client.GetAsync("/kho/site.css")).IsSuccessStatusCode);
        Assert.Contains("<base href=\"/kho/\"", await server.Client.GetStringAsync("/kho/"), StringComparison.Ordinal);
    }

    private static Task<string> FeedAsync(TestServer server)
    {
        server.Client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        server.Client.DefaultRequestHeaders.Add("X-Forwarded-Host", "tim.example.vn");
        server.Client.DefaultRequestHeaders.Add("X-Forwarded-For", "198.51.100.7");
        return server.Client.GetStringAsync("/rss");
    }
}
