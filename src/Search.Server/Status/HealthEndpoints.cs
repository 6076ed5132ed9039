using Microsoft.AspNetCore.Http.HttpResults;

namespace Search.Server.Status;

/// <summary>The probes of load balancers and supervisors.</summary>
internal static class HealthEndpoints
{
    /// <summary>Adds the routes.</summary>
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder health = routes.MapGroup("/health").WithTags("Operation").DisableRateLimiting();
        health.MapGet("/live", Live).WithName("live").Produces<string>(StatusCodes.Status200OK, "text/plain");
        health.MapGet("/ready", Ready).WithName("ready").Produces<string>(StatusCodes.Status200OK, "text/plain")
            .Produces<string>(StatusCodes.Status503ServiceUnavailable, "text/plain");
    }

    /// <summary>200 as long as the process answers.</summary>
    public static ContentHttpResult Live() => TypedResults.Text("Healthy\n");

    /// <summary>200 when the index can be searched and written; 503 before, with the reason.</summary>
    public static ContentHttpResult Ready(IndexReadiness readiness) => readiness.IsReady
        ? TypedResults.Text("Healthy\n")
        : TypedResults.Text($"Unhealthy: {readiness.Reason.English}\n", statusCode: StatusCodes.Status503ServiceUnavailable);
}
