using Microsoft.AspNetCore.Http.HttpResults;
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

    /// <summary>When the index was last verified as a whole; null if never.</summary>
    public DateTimeOffset? Verified { get; init; }

    /// <summary>Words and phrases that have synonyms.</summary>
    public required int Synonyms { get; init; }

    /// <summary>Why the file of synonyms as it is now is not used, but as it was; null if nothing is wrong with it.</summary>
    public string? SynonymsProblem { get; init; }

    /// <summary>The jobs since the service started, with those that are running.</summary>
    public required IReadOnlyList<JobResponse> Jobs { get; init; }
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
            Synonyms = status.Synonyms,
            SynonymsProblem = status.SynonymsProblem,
            Jobs = jobs.Report(),
        });
    }
}
