using Search.Answers;
using Search.Engine.Searching;
using Search.Server.Access;
using Search.Server.Languages;
using Search.Server.Parameters;
using Search.Server.Problems;
using Search.Server.Status;

namespace Search.Server.Searching;

/// <summary><c>/api/search</c>.</summary>
internal static class SearchEndpoint
{
    /// <summary>Adds the routes.</summary>
    public static void MapSearch(this IEndpointRouteBuilder routes) =>
        routes.MapGroup("").WithTags("Search").RequireScope(Scope.Search).RequireReadyIndex().TagWithGeneration()
            .MapByAddressOrJson("/search", "search", SearchParameters.All, SearchAsync).Answers(typeof(SearchResponse))
            .Problems(ProblemType.InvalidQuery, ProblemType.CursorExpired, ProblemType.Overloaded, ProblemType.QueryTimeout)
            .WithSummary("Finds the articles that match a Vietnamese query, best first.");

    private static async Task<IResult> SearchAsync(ParameterReader reader, HttpContext http)
    {
        var page = new Page(reader.Integer(SearchParameters.Offset), reader.Integer(SearchParameters.Size));
        HighlightForm highlight = reader.Choice(SearchParameters.Highlight);
        SearchRequest request = SearchParameters.Read(reader, page) with
        {
            Highlight = highlight != HighlightForm.None,
            Counts = new()
            {
                Facets = reader.Choices(SearchParameters.Facets),
                FacetSize = reader.Integer(SearchParameters.FacetSize),
                Interval = reader.Choice(SearchParameters.Interval),
            },
            Cursor = reader.TextIfGiven(SearchParameters.Cursor),
            WantsNext = true,
            Total = reader.Choice(SearchParameters.Total),
        };
        string? generation = reader.TextIfGiven(SearchParameters.Generation);
        if (request.Cursor is not null && page.Offset > 0)
        {
            reader.Problems.Add(SearchParameters.Offset.Name, new(
                "The parameter offset cannot stand beside cursor, which says itself where to go on.", "Tham số offset không dùng cùng cursor, vì cursor đã chỉ chỗ tiếp theo."));
        }

        if (!reader.Problems.AreNone)
        {
            return reader.Problems.ToProblem();
        }

        SearchPage found = await http.RequestServices.GetRequiredService<TimedSearch>().SearchAsync(request, http.RequestAborted);
        if (found.IsPartial)
        {
            http.Response.Headers.CacheControl = "no-store";   // the next time there may be more time
        }

        SearchResponse answer = SearchAnswer.Of(found, request, highlight, RequestLanguage.Of(http.Request));
        return TypedResults.Ok(generation is null ? answer : answer with { Index = answer.Index with { Changed = generation != found.Generation } });
    }
}
