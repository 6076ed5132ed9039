using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Search.Server.Problems;
using Search.Server.Status;

namespace Search.Server.Tests.Searching;

public sealed class TimedSearchTests
{
    [Fact]
    public async Task A_search_that_takes_too_long_is_answered_with_a_problem()
    {
        await using TestServer server = await TestServer.StartAsync(configure: static services =>
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(new HastyTime())));
        server.Services.GetRequiredService<IndexReadiness>().MakeReady();
        await server.PutAsync("mot", """{"title":"a"}""");

        HttpResponseMessage answer = await server.Client.GetAsync("/api/search?q=a");

        await AssertProblem.IsAsync(ProblemType.QueryTimeout, answer);
        Assert.NotNull(answer.Headers.RetryAfter);
    }

    /// <summary>A clock on which every wait is over at once.</summary>
    private sealed class HastyTime : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            callback(state);
            return base.CreateTimer(static _ => { }, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }
}
