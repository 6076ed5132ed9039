using Search.Engine.Searching;
using Search.Server.Access;
using Search.Server.Parameters;
using Search.Server.Searching;
using Search.Server.Status;

namespace Search.Server.Feeds;

/// <summary><c>/rss</c>: what a query finds as a feed, the newest first.</summary>
internal static class FeedEndpoint
{
    /// <summary>Adds the route.</summary>
    public static void MapFeed(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/rss", GetAsync).ExcludeFromDescription().RequireScope(Scope.Search).RequireReadyIndex().TagWithGeneration();

    /// <summary>Parameters that it does not know are ignored: links gather them on their way through the web.</summary>
    public static async Task<IResult> GetAsync(HttpContext http, TimedSearch search)
    {
        var reader = new ParameterReader(ParameterValues.FromForm(http.Request.Query));
        SearchRequest request = FeedDocument.Newest(SearchParameters.ReadCounted(reader));
        if (!reader.Problems.AreNone)
        {
            return reader.Problems.ToProblem();
        }

        SearchPage found = await search.SearchAsync(request, http.RequestAborted);
        QueryString query = http.Request.QueryString;
        return FeedDocument.Of(found, request.Query.Length == 0 ? "Bài mới nhất" : $"Kết quả tìm: {request.Query}", $"/{query}", $"/rss{query}", http.Request);
    }
}
