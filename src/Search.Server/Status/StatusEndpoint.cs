using Microsoft.AspNetCore.Http.HttpResults;
using Search.Engine.Checking;
using Search.Engine.Searching;
using Search.Server.Access;
using Search.Server.Jobs;

namespace Search.Server.Status;

/// <summary>What the service holds and does.</summary>
public sealed record StatusResponse
{
    /// <summary>Whether searches and writes are served; not while an empty index is filled for the first time.</summary>
    public required bool Ready { get; init; }

    /// <summary>Articles that a search can find.</summary>
    public required int Documents { get; init; }

    /// <summary>Articles deleted or replaced, whose room on disk is not reclaimed yet.</summary>
    public required int DeletedDocuments { get; init; }

    /// <summary>Bytes of the index on disk.</summary>
    public required long IndexBytes { get; init; }

    /// <summary>Lucene segments.</summary>
    public required int Segments { get; init; }

    /// <summary>The name of the state of the archive; no two states ever share one.</summary>
    public required string Generation { get; init; }

    /// <summary>The version of the analysis of text.</summary>
    public required string Analyzer { get; init; }

    /// <summary>The version of the fields of the index.</summary>
    public required string Schema { get; init; }

    /// <summary>When the index was last committed.</summary>
    public required DateTimeOffset LastCommit { get; init; }

    /// <summary>When the last verification of the whole index that came to its end began; null if none did since the service started.</summary>
    public DateTimeOffset? Verified { get; init; }

    /// <summary>Bytes that the verification at work has compared with their checksums; of the last one while none is at work.</summary>
    public required long VerifiedBytes { get; init; }

    /// <summary>Bytes that it reads in all.</summary>
    public required long VerifiedOfBytes { get; init; }

    /// <summary>What is known to be damaged; empty if nothing is.</summary>
    public required IReadOnlyList<DamageResponse> Damage { get; init; }

    /// <summary>Whether nothing can be written: the service was started so, or the index is damaged.</summary>
    public required bool ReadOnly { get; init; }

    /// <summary>Why the last write could not be made durable; null if it could.</summary>
    public string? WriteProblem { get; init; }

    /// <summary>Words and phrases that have synonyms.</summary>
    public required int Synonyms { get; init; }

    /// <summary>Why the file of synonyms as it is now is not used, but as it was; null if nothing is wrong with it.</summary>
    public string? SynonymsProblem { get; init; }

    /// <summary>The jobs since the service started, with those that are running.</summary>
    public required IReadOnlyList<JobResponse> Jobs { get; init; }
}

/// <summary>Damage of the index.</summary>
/// <param name="Part">The segment, such as `_3`, or a file that belongs to none.</param>
/// <param name="Problem">What is wrong.</param>
/// <param name="Articles">Articles that may be affected.</param>
/// <param name="Ids">Their ids, the first hundred as far as they can be read.</param>
public sealed record DamageResponse(string Part, string Problem, int Articles, IReadOnlyList<string> Ids)
{
    private const int MostIds = 100;

    /// <summary>That of damage.</summary>
    internal static DamageResponse Of(IndexDamage damage) => new(damage.Part, damage.Problem, damage.Articles, [.. damage.Ids.Take(MostIds)]);
}

/// <summary><c>GET /api/status</c>.</summary>
internal static class StatusEndpoint
{
    /// <summary>Adds the route.</summary>
    public static void MapStatus(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/status", GetAsync).WithName("status").WithTags("Operation").RequireScope(Scope.Search);

    /// <summary>What the service holds and does.</summary>
    public static async Task<Ok<StatusResponse>> GetAsync(SearchEngine engine, IndexReadiness readiness, JobList jobs, CancellationToken cancellation)
    {
        IndexStatus status = await engine.GetStatusAsync(cancellation);
        return TypedResults.Ok(new StatusResponse
        {
            Ready = readiness.IsReady,
            Documents = status.Documents,
            DeletedDocuments = status.DeletedDocuments,
            IndexBytes = status.SizeBytes,
            Segments = status.Segments,
            Generation = status.Generation,
            Analyzer = status.Analyzer,
            Schema = status.Schema,
            LastCommit = status.Committed,
            Verified = status.Verification.Verified,
            VerifiedBytes = status.Verification.DoneBytes,
            VerifiedOfBytes = status.Verification.OfBytes,
            Damage = [.. status.Damage.Select(DamageResponse.Of)],
            ReadOnly = engine.IsReadOnly,
            WriteProblem = status.WriteProblem,
            Synonyms = status.Synonyms,
            SynonymsProblem = status.SynonymsProblem,
            Jobs = jobs.Report(),
        });
    }
}
