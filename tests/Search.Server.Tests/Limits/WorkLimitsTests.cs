using Microsoft.Extensions.DependencyInjection;
using Search.Server.Limits;
using Search.Server.Problems;

namespace Search.Server.Tests.Limits;

public sealed class WorkLimitsTests
{
    [Fact]
    public async Task Searches_wait_for_a_place_and_those_beyond_are_refused_while_health_stays_green()
    {
        await using TestServer server = await TestServer.StartAsync(settings: new Dictionary<string, string> { ["MostSearches"] = "1" });
        WorkLimits limits = server.Services.GetRequiredService<WorkLimits>();
        List<Task<HttpResponseMessage>> waiting = [];
        using (await WorkLimits.EnterAsync(limits.Searches, ProblemType.Overloaded, CancellationToken.None))
        {
            for (int i = 1; i <= 4; i++)
            {
                waiting.Add(server.Client.GetAsync("/api/search"));
            }

            while (limits.Searches.GetStatistics()?.CurrentQueuedCount < 4)
            {
                await Task.Delay(10);
            }

            foreach (string address in (string[])["/api/search", "/api/suggest?q=tin", "/api/articles/a/similar"])
            {
                HttpResponseMessage refused = await server.Client.GetAsync(address);
                await AssertProblem.IsAsync(ProblemType.Overloaded, refused);
                Assert.NotNull(refused.Headers.RetryAfter);
            }

            Assert.True((await server.Client.GetAsync("/health/live")).IsSuccessStatusCode);
            Assert.True((await server.Client.GetAsync("/health/ready")).IsSuccessStatusCode);
            Assert.True((await server.Client.GetAsync("/api/terms")).IsSuccessStatusCode);
        }

        Assert.All(await Task.WhenAll(waiting), static answer => Assert.True(answer.IsSuccessStatusCode));
    }

    [Fact]
    public async Task A_caller_that_sends_slowly_takes_no_place()
    {
        await using TestServer server = await TestServer.StartAsync(settings: new Dictionary<string, string> { ["MostSearches"] = "1" });
        using var slow = new System.Net.Sockets.TcpClient();
        Uri address = server.Client.BaseAddress!;
        await slow.ConnectAsync(address.Host, address.Port);
        byte[] head = System.Text.Encoding.ASCII.GetBytes($"POST /api/search HTTP/1.1\r\nHost: {address.Authority}\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{{");
        await slow.GetStream().WriteAsync(head);
        Assert.True((await server.Client.GetAsync("/api/search")).IsSuccessStatusCode);
        Assert.Equal(0, server.Services.GetRequiredService<WorkLimits>().Searches.GetStatistics()?.CurrentQueuedCount);
    }

    [Fact]
    public async Task Writes_wait_for_room_and_those_beyond_are_refused_while_searches_go_on()
    {
        await using TestServer server = await TestServer.StartAsync(settings: new Dictionary<string, string> { ["RamBufferMebibytes"] = "16" });
        WorkLimits limits = server.Services.GetRequiredService<WorkLimits>();
        string article = $$"""{"title":"Lúa","x":"{{new string('x', 4 << 20)}}"}""";
        List<Task<HttpResponseMessage>> waiting = [];
        using (await limits.EnterWriteAsync(long.MaxValue, CancellationToken.None))   // as when the disk takes nothing
        {
            for (int i = 0; i < 7; i++)
            {
                waiting.Add(server.PutAsync($"a{i}", article));
            }

            while (limits.Writes.GetStatistics()?.CurrentQueuedCount < 7 * 4096)
            {
                await Task.Delay(10);
            }

            HttpResponseMessage refused = await server.PutAsync("b", article);
            await AssertProblem.IsAsync(ProblemType.Overloaded, refused);
            Assert.NotNull(refused.Headers.RetryAfter);
            Assert.True((await server.Client.GetAsync("/api/search")).IsSuccessStatusCode);
        }

        Assert.All(await Task.WhenAll(waiting), static answer => Assert.True(answer.IsSuccessStatusCode));
        Assert.Equal(7, (await server.GetJsonAsync("/api/status")).GetProperty("documents").GetInt32());
    }
}
