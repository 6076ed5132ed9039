using Search.Server.Access;
using Search.Server.Problems;
using Search.Server.Snapshots;
using Search.Server.Status;

namespace Search.Server.Jobs;

/// <summary><c>/api/admin</c>: long work in the background.</summary>
internal static class JobEndpoints
{
    /// <summary>Adds the routes.</summary>
    public static void MapJobs(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder admin = routes.MapGroup("/admin").WithTags("Operation").RequireScope(Scope.Admin);
        admin.MapPost("/purge", Purge).WithName("purge").RequireReadyIndex().Produces<JobResponse>(StatusCodes.Status202Accepted).Problems(ProblemType.ReadOnly, ProblemType.IndexDamaged);
        admin.MapPost("/reindex", Reindex).WithName("reindex").RequireReadyIndex().Produces<JobResponse>(StatusCodes.Status202Accepted).Problems(ProblemType.ReadOnly, ProblemType.IndexDamaged);
        admin.MapSnapshots();
        admin.MapGet("/jobs/{id}", Get).WithName("job").Produces<JobResponse>().Problems(ProblemType.NotFound);
    }

    /// <summary>Removes the text of deleted and replaced articles from the files of the index.</summary>
    /// <remarks>Answered at once with the job that does it. Cursors given out before cannot be used afterwards. Copies of the index made before still hold the text; the message of the job
    /// names the snapshots among them.</remarks>
    public static IResult Purge(HttpContext http, PurgeJob purge) => Accepted(http, purge.Start());

    /// <summary>Makes the index anew from its stored articles, while it is searched and written, and switches to the new one at once.</summary>
    /// <remarks>Answered at once with the job that does it. No write is lost and no search fails meanwhile. Stopped or killed, the next one goes on where it was.</remarks>
    public static IResult Reindex(HttpContext http, ReindexJob reindex) => Accepted(http, reindex.Start());

    /// <summary>The answer for a job that was begun.</summary>
    public static IResult Accepted(HttpContext http, JobResponse job) => TypedResults.Accepted($"{http.Request.PathBase}/api/admin/jobs/{job.Id}", job);

    /// <summary>How far a job is.</summary>
    /// <param name="id">The id of the job: `purge-1`.</param>
    /// <param name="jobs">All jobs.</param>
    public static IResult Get(string id, JobList jobs) => jobs.Find(id) is { } job
        ? TypedResults.Ok(job.Report())
        : new ApiProblem(ProblemType.NotFound, new($"There is no job \"{id}\" since the service started.", $"Từ khi dịch vụ khởi động không có công việc \"{id}\"."));
}
