using Microsoft.AspNetCore.Http.HttpResults;
using Search.Engine.Searching;

namespace Search.Server.Status;

/// <summary>The probes of load balancers and supervisors.</summary>
internal static class HealthEndpoints
{
    /// <summary>Adds the routes.</summary>
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder health = routes.MapGroup("/health").WithTags("Operation").DisableRateLimiting();
        health.MapGet("/live", Live).WithName("live").Produces<string>(StatusCodes.Status200OK, "text/plain");
        health.MapGet("/ready", ReadyAsync).WithName("ready").Produces<string>(StatusCodes.Status200OK, "text/plain")
            .Produces<string>(StatusCodes.Status503ServiceUnavailable, "text/plain");
    }

    /// <summary>200 as long as the process answers.</summary>
    public static ContentHttpResult Live() => TypedResults.Text("Healthy\n");

    /// <summary>200 when the index can be searched; 503 before, with the reason. Where a part of it is damaged or writes fail, it is still 200, and the text says so.</summary>
    public static async Task<ContentHttpResult> ReadyAsync(IndexReadiness readiness, SearchEngine engine, CancellationToken cancellation) => readiness.IsReady
        ? TypedResults.Text(await engine.GetStatusAsync(cancellation) switch
        {
            { Damage.Count: > 0 } => "Degraded: a part of the index is damaged; see /api/status.\n",
            { WriteProblem: { } problem } => $"Degraded: {problem}\n",
            _ => "Healthy\n",
        })
        : TypedResults.Text($"Unhealthy: {readiness.Reason.English}\n", statusCode: StatusCodes.Status503ServiceUnavailable);
}
