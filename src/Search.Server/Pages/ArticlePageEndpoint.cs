using Search.Articles;
using Search.Engine.Highlighting;
using Search.Engine.Querying;
using Search.Engine.Searching;
using Search.Server.Access;
using Search.Server.Parameters;
using Search.Server.Problems;
using Search.Server.Searching;
using Search.Server.Status;

namespace Search.Server.Pages;

/// <summary><c>/article/{id}</c>: one article to read.</summary>
internal static class ArticlePageEndpoint
{
    private const int SimilarShown = 5;

    /// <summary>Adds the route.</summary>
    public static void MapArticlePage(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/article/{id}", GetAsync).ExcludeFromDescription().RequireScope(Scope.Search).RequireReadyIndex();

    /// <summary>The article, or a page that says that there is none.</summary>
    public static async Task<IResult> GetAsync(string id, HttpContext http, TimedSearch timed)
    {
        var reader = new ParameterReader(ParameterValues.FromForm(http.Request.Query));
        var search = new SearchRequest
        {
            Query = reader.Text(SearchParameters.Query),
            Syntax = reader.Choice(SearchParameters.Syntax),
            Marks = reader.Choice(SearchParameters.Marks),
        };
        MarkedArticle? marked = ArticleId.IsValid(id) ? await ReadAsync(id, search, timed, http.RequestAborted) : null;
        return marked is null
            ? PageAnswers.Message(new ApiProblem(ProblemType.ArticleNotFound, ProblemType.ArticleNotFound.Meaning))
            : PageAnswers.Page<ArticlePage>(new()
            {
                [nameof(ArticlePage.Marks)] = marked,
                [nameof(ArticlePage.Similar)] = await timed.ReadAsync((engine, limited) => engine.SimilarAsync(id, SimilarShown, limited), http.RequestAborted) ?? [],
                [nameof(ArticlePage.Search)] = search,
            });
    }

    /// <summary>A query that is wrong marks nothing.</summary>
    private static async ValueTask<MarkedArticle?> ReadAsync(string id, SearchRequest search, TimedSearch timed, CancellationToken cancellation)
    {
        try
        {
            return await timed.ReadAsync((engine, limited) => engine.ReadAsync(id, search, limited), cancellation);
        }
        catch (QueryException)
        {
            return await timed.ReadAsync((engine, limited) => engine.ReadAsync(id, new SearchRequest(), limited), cancellation);
        }
    }
}
