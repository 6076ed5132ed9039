using Search.Answers;
using Search.Engine.Counting;
using Search.Engine.Querying;
using Search.Engine.Searching;
using Search.Server.Access;
using Search.Server.Parameters;
using Search.Server.Searching;
using Search.Server.Status;

namespace Search.Server.Pages;

/// <summary><c>/</c>: the search box and what it found.</summary>
internal static class SearchPageEndpoint
{
    /// <summary>The 1-based number of the page of results; the other parameters are those of the API.</summary>
    public static readonly IntegerParameter PageNumber = new("page", "", 1, (10_000 / SearchView.PageSize) + 1, 1);

    private const int FacetSize = 6;

    /// <summary>Adds the route.</summary>
    public static void MapSearchPage(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/", GetAsync).ExcludeFromDescription().RequireScope(Scope.Search).RequireReadyIndex();

    /// <summary>Parameters that it does not know are ignored: links gather them on their way through the web.</summary>
    public static async Task<IResult> GetAsync(HttpContext http, TimedSearch search)
    {
        var reader = new ParameterReader(ParameterValues.FromForm(http.Request.Query));
        var page = new Page((reader.Integer(PageNumber) - 1) * SearchView.PageSize, SearchView.PageSize);
        SearchRequest request = SearchParameters.Read(reader, page) with
        {
            Collapse = true,
            Counts = new() { Facets = [FacetField.Category, FacetField.Source, FacetField.Year, FacetField.Tag], FacetSize = FacetSize },
        };
        SearchPage? found = null;
        try
        {
            found = reader.Problems.AreNone ? await search.SearchAsync(request, http.RequestAborted) : null;
        }
        catch (QueryException wrong)
        {
            reader.Problems.Add(SearchParameters.Query.Name, QueryErrorWording.Of(wrong.Error));
        }

        var view = new SearchView(request, found, [.. reader.Problems.All]);
        return PageAnswers.Page<SearchHome>(
            new() { [nameof(SearchHome.View)] = view }, found is null ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK);
    }
}
