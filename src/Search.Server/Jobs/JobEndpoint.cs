using Search.Server.Access;
using Search.Server.Problems;

namespace Search.Server.Jobs;

/// <summary><c>GET /api/admin/jobs/{id}</c>.</summary>
internal static class JobEndpoint
{
    /// <summary>Adds the route.</summary>
    public static void MapJobs(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/admin/jobs/{id}", Get).WithName("getJob").WithTags("Operation").RequireScope(Scope.Admin)
            .Produces<JobResponse>().Problems(ProblemType.NotFound);

    /// <summary>How far a job is. The status lists all jobs of this run of the service.</summary>
    /// <param name="id">The id of the job: `ingest-1`.</param>
    /// <param name="jobs">The jobs.</param>
    public static IResult Get(string id, JobList jobs) => jobs.Find(id) is { } job
        ? TypedResults.Ok(job.Report())
        : new ApiProblem(ProblemType.NotFound, new($"There is no job \"{id}\" since the service started.", $"Từ khi dịch vụ khởi động không có công việc \"{id}\"."));
}
