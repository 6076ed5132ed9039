using Search.Answers;
using Search.Articles;
using Search.Server.Parameters;
using Search.Server.Searching;

namespace Search.Server.Articles;

/// <summary><c>/api/articles/{id}/similar</c>.</summary>
internal static class SimilarEndpoint
{
    private static readonly IntegerParameter Size = new("size", "How many articles there are at most.", 1, 100, 10);

    /// <summary>Its parameters.</summary>
    public static IReadOnlyList<ApiParameter> Parameters { get; } = [Size];

    /// <summary>The articles on the subject of an article, best first.</summary>
    /// <remarks>Found by its most telling words. The article itself and its copies are left out; of a story that was printed more than once the best is given.</remarks>
    /// <param name="id">The id of the article: 1 to 200 characters of `A-Z a-z 0-9 . _ ~ : -`.</param>
    /// <param name="http">The request.</param>
    /// <param name="search">Searches.</param>
    public static async Task<IResult> GetAsync(string id, HttpContext http, TimedSearch search)
    {
        if (!ArticleId.IsValid(id))
        {
            return ArticleAnswers.InvalidId(id);
        }

        var reader = new ParameterReader(ParameterValues.FromQuery(http.Request.Query));
        reader.RefuseUnknown(Parameters);
        int size = reader.Integer(Size);
        if (!reader.Problems.AreNone)
        {
            return reader.Problems.ToProblem();
        }

        return await search.ReadAsync((engine, limited) => engine.SimilarAsync(id, size, limited), http.RequestAborted) is { } similar ? TypedResults.Ok(SearchAnswer.Of(similar)) : ArticleAnswers.NotFound(id);
    }
}
