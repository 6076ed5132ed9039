using Search.Answers;
using Search.Articles;
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
    /// <summary>Adds the route.</summary>
    public static void MapArticlePage(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/article/{id}", GetAsync).ExcludeFromDescription().RequireScope(Scope.Search).RequireReadyIndex();

    /// <summary>The article, or a page that says that there is none.</summary>
    public static async Task<IResult> GetAsync(string id, HttpContext http, SearchEngine engine)
    {
        if (!ArticleId.IsValid(id) || await engine.FindAsync(id, http.RequestAborted) is not { } article)
        {
            Wording detail = ProblemType.ArticleNotFound.Meaning;
            return PageAnswers.Message(new ApiProblem(ProblemType.ArticleNotFound, detail));
        }

        var reader = new ParameterReader(ParameterValues.FromForm(http.Request.Query));
        var search = new SearchRequest { Query = reader.Text(SearchParameters.Query), Syntax = reader.Choice(SearchParameters.Syntax) };
        return PageAnswers.Page<ArticlePage>(new() { [nameof(ArticlePage.Article)] = article, [nameof(ArticlePage.Search)] = search });
    }
}
