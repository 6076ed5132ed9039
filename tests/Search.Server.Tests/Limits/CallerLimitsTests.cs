using System.Net;
using Search.Server.Problems;
using Search.Server.Tests.Access;

namespace Search.Server.Tests.Limits;

public sealed class CallerLimitsTests
{
    [Fact]
    public async Task A_caller_beyond_its_rate_is_told_when_to_come_again_and_others_are_not_refused()
    {
        Dictionary<string, string> settings = ScopeGuardTests.Keys(("ghi", "write"));
        settings["RateLimit:PermitsPerSecond"] = "1";
        await using TestServer server = await TestServer.StartAsync(settings: settings);
        HttpResponseMessage answer;
        do
        {
            answer = await server.Client.GetAsync("/api/analyze?text=a");
        }
        while (answer.IsSuccessStatusCode);

        await AssertProblem.IsAsync(ProblemType.TooManyRequests, answer);
        Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2));
        Assert.True((await server.Client.GetAsync("/health/ready")).IsSuccessStatusCode);

        using var withKey = new HttpRequestMessage(HttpMethod.Get, "/api/analyze?text=a");
        withKey.Headers.Add("X-Api-Key", "ghi");
        Assert.Equal(HttpStatusCode.OK, (await server.Client.SendAsync(withKey)).StatusCode);
    }
}
