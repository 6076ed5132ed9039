using Search.Engine.Snapshots;
using Search.Server.Jobs;
using Search.Server.Problems;
using Search.Server.Status;

namespace Search.Server.Snapshots;

/// <summary>A copy of the index as it was at one commit.</summary>
/// <param name="Name">The name of its folder, in the order of time.</param>
/// <param name="Made">When it was made.</param>
/// <param name="Generation">The state of the archive that it holds; empty if it cannot be read.</param>
/// <param name="Documents">Articles that a search of it can find.</param>
/// <param name="DeletedDocuments">Articles deleted or replaced whose text it still holds.</param>
/// <param name="SizeBytes">Bytes of its files; those that it shares with other snapshots are counted with each.</param>
/// <param name="Schema">The version of its fields.</param>
/// <param name="Analyzer">The version of its analysis of text.</param>
/// <param name="Problem">Why it cannot be used; null as far as is known without reading it whole.</param>
public sealed record SnapshotResponse(
    string Name, DateTimeOffset Made, string Generation, int Documents, int DeletedDocuments, long SizeBytes, string Schema, string Analyzer, string? Problem)
{
    /// <summary>That of a snapshot.</summary>
    internal static SnapshotResponse Of(Snapshot snapshot) => new(
        snapshot.Name, snapshot.Made, snapshot.Generation, snapshot.Documents, snapshot.DeletedDocuments, snapshot.SizeBytes, snapshot.Schema, snapshot.Analyzer, snapshot.Problem);
}

/// <summary>The snapshots of the index.</summary>
/// <param name="Path">Their folder.</param>
/// <param name="Snapshots">The newest first.</param>
public sealed record SnapshotListResponse(string Path, IReadOnlyList<SnapshotResponse> Snapshots);

/// <summary><c>/api/admin/snapshots</c>.</summary>
internal static class SnapshotEndpoints
{
    /// <summary>Adds the routes.</summary>
    public static void MapSnapshots(this RouteGroupBuilder admin)
    {
        admin.MapPost("/snapshots", Make).WithName("makeSnapshot").RequireReadyIndex().Produces<JobResponse>(StatusCodes.Status202Accepted).Problems(ProblemType.ReadOnly, ProblemType.IndexDamaged);
        admin.MapGet("/snapshots", List).WithName("snapshots").Produces<SnapshotListResponse>();
    }

    /// <summary>Makes a snapshot of the index while it is searched and written.</summary>
    /// <remarks>Answered at once with the job that does it. Files that have not changed since the snapshot before are shared with it. If nothing has changed, none is made. Older ones are removed as
    /// `Search:Snapshots:Keep` and `KeepDays` say. `search restore` brings one back.</remarks>
    public static IResult Make(HttpContext http, SnapshotJob snapshot) => JobEndpoints.Accepted(http, snapshot.Start());

    /// <summary>The snapshots of the index, the newest first.</summary>
    public static IResult List(SnapshotFolder snapshots) => TypedResults.Ok(new SnapshotListResponse(snapshots.Path, [.. snapshots.List().Select(SnapshotResponse.Of)]));
}
