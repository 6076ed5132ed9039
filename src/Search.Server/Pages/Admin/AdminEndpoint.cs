using Search.Engine.Searching;
using Search.Engine.Snapshots;
using Search.Server.Access;
using Search.Server.Jobs;
using Search.Server.Observing;
using Search.Server.Saved;
using Search.Server.Saved.Webhooks;
using Search.Server.Snapshots;
using Search.Server.Status;

namespace Search.Server.Pages.Admin;

/// <summary><c>/admin</c>: how the service is, what it does, what it knows of words, and what people ask it.</summary>
/// <remarks>It asks the engine past the limits of searches: when there are too many of them, somebody has to see it. It is there before the index is ready, too.</remarks>
internal static class AdminEndpoint
{
    private const int ShownAcronyms = 50;
    private const int ShownQueries = 15;

    /// <summary>Adds the routes.</summary>
    public static void MapAdminPage(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder admin = routes.MapGroup(SessionCookie.Path).ExcludeFromDescription().AddEndpointFilter<RouteGroupBuilder, OwnFormsOnly>();
        admin.MapSignIn();
        RouteGroupBuilder inside = admin.MapGroup("").AddEndpointFilter<RouteGroupBuilder, AdminGate>();
        inside.MapGet("", GetAsync);
        inside.MapGet("/progress", GetProgressAsync);
        inside.MapPost("/purge", Start<PurgeJob>).RequireReadyIndex();
        inside.MapPost("/reindex", Start<ReindexJob>).RequireReadyIndex();
        inside.MapPost("/snapshots", Start<SnapshotJob>).RequireReadyIndex();
    }

    private static async Task<IResult> GetAsync(HttpContext http, SearchEngine engine, QueryLogReader log)
    {
        IServiceProvider services = http.RequestServices;
        CancellationToken cancellation = http.RequestAborted;
        AdminQuestion question = AdminQuestion.Read(http.Request.Query);
        Couriers couriers = services.GetRequiredService<Couriers>();
        var view = new AdminView
        {
            Question = question,
            Progress = await ProgressAsync(http, engine),
            IsReadOnly = engine.IsReadOnly,
            Snapshots = services.GetRequiredService<SnapshotFolder>().List(),
            IsSignedIn = services.GetRequiredService<AdminSessions>().Has(SessionCookie.Of(http.Request)),
            Synonyms = await engine.SynonymRulesAsync(cancellation),
            Acronyms = await engine.AcronymsAsync(question.Acronym, ShownAcronyms, cancellation),
            Queries = await log.ReadAsync(question.Days, ShownQueries, cancellation),
            Webhooks = [.. services.GetRequiredService<SavedSearches>().All.Select(search => WebhookRow.Of(search, couriers)).OfType<WebhookRow>()],
        };
        return PageAnswers.Page<AdminPage>(new() { [nameof(AdminPage.View)] = view });
    }

    /// <summary>What the script of the page asks for again and again: without the query log, which takes time to read.</summary>
    private static async Task<IResult> GetProgressAsync(HttpContext http, SearchEngine engine) =>
        PageAnswers.Page<Progress>(new() { [nameof(Progress.View)] = await ProgressAsync(http, engine) });

    private static async Task<ProgressView> ProgressAsync(HttpContext http, SearchEngine engine)
    {
        IndexReadiness readiness = http.RequestServices.GetRequiredService<IndexReadiness>();
        JobList jobs = http.RequestServices.GetRequiredService<JobList>();
        return new(await engine.GetStatusAsync(http.RequestAborted), readiness.IsReady ? null : readiness.Reason, [.. jobs.Report().Reverse()]);
    }

    private static IResult Start<TJob>(HttpContext http, TJob job)
        where TJob : SingleJob
    {
        job.Start();
        return SignInEndpoint.ToPage(http, "#jobs");
    }
}
