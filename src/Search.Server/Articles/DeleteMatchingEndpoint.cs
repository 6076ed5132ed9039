using Search.Engine.Searching;
using Search.Server.Parameters;
using Search.Server.Searching;

namespace Search.Server.Articles;

/// <summary>What a deletion by query and filters found and did.</summary>
/// <param name="Matched">Articles that were counted.</param>
/// <param name="Deleted">Those that were deleted; 0 in a dry run.</param>
/// <param name="DryRun">Whether it only counted.</param>
/// <param name="Generation">The state of the archive in which they were counted.</param>
public sealed record DeleteMatchingResponse(int Matched, int Deleted, bool DryRun, string Generation);

/// <summary><c>POST /api/articles/delete</c>: take-downs.</summary>
internal static class DeleteMatchingEndpoint
{
    private static readonly FlagParameter DryRun = new("dry_run", "Only counts.");

    /// <summary>Its parameters.</summary>
    public static IReadOnlyList<ApiParameter> Parameters { get; } = [.. SearchParameters.Counted, DryRun];

    /// <summary>Deletes every article that a query and filters count; `dry_run` only counts them.</summary>
    /// <remarks>Answered when that is durable on disk and seen by the next search. The text stays in the files of the index until they are merged; `/api/admin/purge` does that at once.</remarks>
    public static Task<IResult> PostAsync(HttpContext http) => ParameterRoutes.AnswerJsonAsync(Parameters, DeleteAsync, http);

    private static async Task<IResult> DeleteAsync(ParameterReader reader, HttpContext http)
    {
        SearchRequest request = SearchParameters.ReadCounted(reader);
        bool isDryRun = reader.Flag(DryRun);
        if (reader.Problems.AreNone && string.IsNullOrWhiteSpace(request.Query) && request.Filter.IsEmpty)
        {
            reader.Problems.Add(SearchParameters.Query.Name, new(
                "There is neither a query nor a filter; expected at least one, since otherwise all articles would be deleted.",
                "Không có câu tìm hay bộ lọc nào; cần ít nhất một, nếu không mọi bài đều bị xóa."));
        }

        if (!reader.Problems.AreNone)
        {
            return reader.Problems.ToProblem();
        }

        SearchEngine engine = http.RequestServices.GetRequiredService<SearchEngine>();
        Deletion deletion = await engine.DeleteMatchingAsync(request, isDryRun, http.RequestAborted);
        return TypedResults.Ok(new DeleteMatchingResponse(deletion.Matched, deletion.Deleted, isDryRun, deletion.Generation));
    }
}
