namespace Search.Server.Tests.Observing;

public sealed class TelemetryTests
{
    [Fact]
    public async Task Prometheus_finds_what_the_index_holds_and_how_searches_ended()
    {
        await using TestServer server = await TestServer.StartAsync();
        await server.PutAsync("a", """{"title":"Tin đối ngoại"}""");
        await server.Client.GetAsync("/api/search?q=doi+ngoai");
        await server.Client.GetAsync("/api/search?q=khong-co-chu-nay");
        await server.Client.GetAsync("/api/search?q=(&syntax=advanced");
        string metrics = await server.Client.GetStringAsync("/metrics");
        Assert.Matches("(?m)^search_index_documents{[^}]*} [0-9]+$", metrics);   // other tests run in this process, and are counted with it
        Assert.Matches("(?m)^search_index_size_bytes{[^}]*} [1-9]", metrics);
        foreach (string outcome in (string[])["hits", "no_hits", "refused"])
        {
            Assert.Matches($$"""(?m)^search_query_duration_seconds_count\{[^}]*outcome="{{outcome}}"[^}]*\} [1-9]""", metrics);
        }

        Assert.Matches("(?m)^search_index_writes_total{[^}]*status=\"Created\"[^}]*} [1-9]", metrics);
        Assert.Matches("(?m)^search_index_commit_duration_seconds_count{[^}]*} [1-9]", metrics);
        Assert.Contains("http_server_request_duration_seconds", metrics, StringComparison.Ordinal);
        Assert.Contains("search_waiting", metrics, StringComparison.Ordinal);
        Assert.Contains("search_webhooks_pending", metrics, StringComparison.Ordinal);
    }
}
