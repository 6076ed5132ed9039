using System.Globalization;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using Search.Server.Access;
using Search.Server.Hosting;
using Search.Server.Problems;

namespace Search.Server.Limits;

/// <summary>How many requests each caller may send: a token bucket for every key, and for every address that sends none.</summary>
internal static class CallerLimits
{
    /// <summary>Adds the limit, if one is configured.</summary>
    public static void AddCallerLimits(this IServiceCollection services)
    {
        services.AddRateLimiter(static _ => { });
        services.AddOptions<RateLimiterOptions>().Configure<IOptions<SearchOptions>, ApiKeys>(static (limiter, search, keys) =>
        {
            int permits = search.Value.RateLimit.PermitsPerSecond;
            limiter.OnRejected = static (rejected, _) => new(RefuseAsync(rejected));
            limiter.GlobalLimiter = permits == 0 ? null : PartitionedRateLimiter.Create<HttpContext, string>(http =>
                RateLimitPartition.GetTokenBucketLimiter(Caller(http, keys), _ => new()
                {
                    TokenLimit = 2 * permits,
                    TokensPerPeriod = permits,
                    ReplenishmentPeriod = TimeSpan.FromSeconds(1),
                    QueueLimit = 0,
                }));
        });
    }

    /// <summary>Whom a request counts for. An IPv6 subscriber gets a network of 64 bits, and counts as one.</summary>
    private static string Caller(HttpContext http, ApiKeys keys)
    {
        if (ScopeGuard.SentKey(http.Request) is { } sent && keys.NameOf(sent) is { } name)
        {
            return "key " + name;
        }

        return http.Connection.RemoteIpAddress switch
        {
            null => "",
            { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false } address => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)),
            var address => address.ToString(),
        };
    }

    private static Task RefuseAsync(OnRejectedContext rejected)
    {
        HttpContext http = rejected.HttpContext;
        if (rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out TimeSpan wait))
        {
            http.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }

        return StatusAnswers.AnswerAsync(http, new ApiProblem(ProblemType.TooManyRequests, ProblemType.TooManyRequests.Meaning));
    }
}
