using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
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
    /// <summary>Bytes of a request in JSON, at most; the address has a similar limit of its own.</summary>
    private const int LongestBody = 128 * 1024;

    /// <summary>Adds the routes.</summary>
    public static void MapSearch(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder search = routes.MapGroup("/search").WithTags("Search")
            .RequireScope(Scope.Search).RequireReadyIndex()
            .Problems(ProblemType.InvalidQuery, ProblemType.CursorExpired, ProblemType.QueryTimeout).TagWithGeneration();
        search.MapGet("", Get).WithName("search").WithMetadata(new QueryParameters(SearchParameters.All)).Produces<SearchResponse>();
        search.MapPost("", Post).WithName("searchByJson").WithMetadata(new BodyParameters(SearchParameters.All), new RequestSizeLimitAttribute(LongestBody))
            .Produces<SearchResponse>().Problems(ProblemType.MalformedRequest, ProblemType.TooLarge, ProblemType.UnsupportedMediaType);
    }

    /// <summary>Finds the articles that match a Vietnamese query, best first.</summary>
    public static Task<IResult> Get(HttpContext http, TimedSearch search) =>
        SearchAsync(ParameterValues.FromQuery(http.Request.Query), http, search);

    /// <summary>The same as GET, with the parameters as the members of a JSON object.</summary>
    public static async Task<IResult> Post(HttpContext http, TimedSearch search)
    {
        if (!MediaTypes.IsJson(http.Request))
        {
            return new ApiProblem(ProblemType.UnsupportedMediaType, ProblemType.UnsupportedMediaType.Meaning);
        }

        using JsonDocument json = await JsonDocument.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted);
        return await SearchAsync(ParameterValues.FromJson(json.RootElement, SearchParameters.All), http, search);
    }

    private static async Task<IResult> SearchAsync(ParameterValues values, HttpContext http, TimedSearch search)
    {
        var reader = new ParameterReader(values);
        reader.RefuseUnknown(SearchParameters.All);
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
        };
        reader.Choice(SearchParameters.Total);   // counting exactly costs nothing here, so that both words mean the same
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

        SearchPage found = await search.SearchAsync(request, http.RequestAborted);
        if (found.IsPartial)
        {
            http.Response.Headers.CacheControl = "no-store";   // the next time there may be more time
        }

        SearchResponse answer = SearchAnswer.Of(found, request, highlight, RequestLanguage.Of(http.Request));
        return TypedResults.Ok(generation is null ? answer : answer with { Index = answer.Index with { Changed = generation != found.Generation } });
    }
}
