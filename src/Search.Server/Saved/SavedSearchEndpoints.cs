using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using Search.Answers;
using Search.Engine.Indexing;
using Search.Engine.Searching;
using Search.Server.Access;
using Search.Server.Feeds;
using Search.Server.Hosting;
using Search.Server.Parameters;
using Search.Server.Problems;
using Search.Server.Saved.Webhooks;
using Search.Server.Searching;
using Search.Server.Status;

namespace Search.Server.Saved;

/// <summary><c>/api/saved</c>: searches that are kept, each with a feed and possibly a webhook.</summary>
internal static partial class SavedSearchEndpoints
{
    /// <summary>Adds the routes.</summary>
    public static void MapSaved(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder saved = routes.MapGroup("/saved").WithTags("Saved searches");
        saved.MapGet("", List).WithName("savedSearches").RequireScope(Scope.Search).Produces<SavedSearchListResponse>();
        saved.MapGet("/{name}", Get).WithName("savedSearch").RequireScope(Scope.Search).Produces<SavedSearchResponse>().Problems(ProblemType.SavedSearchNotFound);
        saved.MapGet("/{name}/rss", FeedAsync).WithName("savedSearchFeed").RequireScope(Scope.Search).RequireReadyIndex()
            .Produces<string>(StatusCodes.Status200OK, "application/rss+xml").Problems(ProblemType.SavedSearchNotFound, ProblemType.Overloaded, ProblemType.QueryTimeout);
        saved.MapPut("/{name}", PutAsync).WithName("putSavedSearch").RequireScope(Scope.Write).RequireReadyIndex().TakesJson(SavedSearchParameters.All)
            .Produces<SavedSearchResponse>().Produces<SavedSearchResponse>(StatusCodes.Status201Created)
            .Problems(ProblemType.InvalidQuery, ProblemType.ReadOnly, ProblemType.TooManySavedSearches, ProblemType.Overloaded, ProblemType.QueryTimeout);
        saved.MapDelete("/{name}", Delete).WithName("deleteSavedSearch").RequireScope(Scope.Write)
            .Produces(StatusCodes.Status204NoContent).Problems(ProblemType.SavedSearchNotFound, ProblemType.ReadOnly);
    }

    /// <summary>All saved searches, by name.</summary>
    public static IResult List(HttpContext http, SavedSearches searches)
    {
        Couriers? couriers = CouriersFor(http);
        return TypedResults.Ok(new SavedSearchListResponse([.. searches.All.Select(search => SavedSearchResponse.Of(search, couriers))]));
    }

    /// <summary>A saved search, for those who may write with its webhook and how far the deliveries are.</summary>
    /// <param name="name">Its name: 1 to 100 characters of `A-Z a-z 0-9 . _ ~ -`.</param>
    /// <param name="http">The request.</param>
    /// <param name="searches">All.</param>
    public static IResult Get(string name, HttpContext http, SavedSearches searches) =>
        searches.Find(name) is { } search ? TypedResults.Ok(SavedSearchResponse.Of(search, CouriersFor(http))) : NotFound(name);

    /// <summary>What a saved search finds as an RSS feed, the newest 50.</summary>
    /// <param name="name">Its name: 1 to 100 characters of `A-Z a-z 0-9 . _ ~ -`.</param>
    /// <param name="http">The request.</param>
    /// <param name="searches">All.</param>
    /// <param name="timed">Searches.</param>
    public static async Task<IResult> FeedAsync(string name, HttpContext http, SavedSearches searches, TimedSearch timed)
    {
        if (searches.Find(name) is not { } search)
        {
            return NotFound(name);
        }

        SearchPage found = await timed.SearchAsync(FeedDocument.Newest(search.ToRequest()), http.RequestAborted);
        return FeedDocument.Of(found, name, "/" + search.ToAddressQuery(), http.Request.Path, http.Request);
    }

    /// <summary>Saves a search under a name, replacing an earlier one.</summary>
    /// <remarks>Answered when it is durable on disk. Its webhook hears of the articles that the search lists and that are written from then on, at least once each; repetitions have the same `delivery_id`.</remarks>
    /// <param name="name">Its name: 1 to 100 characters of `A-Z a-z 0-9 . _ ~ -`.</param>
    /// <param name="http">The request.</param>
    public static Task<IResult> PutAsync(string name, HttpContext http) =>
        ParameterRoutes.AnswerJsonAsync(SavedSearchParameters.All, (reader, _) => SaveAsync(name, reader, http), http);

    /// <summary>Removes a saved search, with all deliveries that are pending.</summary>
    /// <param name="name">Its name: 1 to 100 characters of `A-Z a-z 0-9 . _ ~ -`.</param>
    /// <param name="searches">All.</param>
    /// <param name="couriers">Those who deliver.</param>
    /// <param name="options">Whether the service takes writes.</param>
    public static IResult Delete(string name, SavedSearches searches, Couriers couriers, IOptions<SearchOptions> options)
    {
        CheckWritable(options.Value);
        if (!searches.Remove(name))
        {
            return NotFound(name);
        }

        couriers.Notice();
        return TypedResults.NoContent();
    }

    private static async Task<IResult> SaveAsync(string name, ParameterReader reader, HttpContext http)
    {
        IServiceProvider services = http.RequestServices;
        SearchOptions options = services.GetRequiredService<IOptions<SearchOptions>>().Value;
        CheckWritable(options);
        if (!Name().IsMatch(name))
        {
            reader.Problems.Add("name", new(
                $"The name has {name.Length} characters; expected 1 to 100 of A-Z a-z 0-9 . _ ~ and -.", $"Tên có {name.Length} ký tự; cần 1 đến 100 ký tự trong A-Z a-z 0-9 . _ ~ và -."));
        }

        SearchRequest request = SearchParameters.ReadCounted(reader);
        Func<Webhook?, long, Webhook>? webhook = SavedSearchParameters.ReadWebhook(reader, options.Webhooks.AllowPrivateAddresses);
        if (!reader.Problems.AreNone)
        {
            return reader.Problems.ToProblem();
        }

        await services.GetRequiredService<TimedSearch>().ReadAsync(
            (engine, limited) => engine.SearchAsync(request with { Page = new(0, 0) }, limited), http.RequestAborted);   // so that a query which is wrong is refused
        long lastWrite = services.GetRequiredService<SearchEngine>().Writes.Last;
        if (services.GetRequiredService<SavedSearches>().Put(name, earlier => SavedSearch.Of(name, request, webhook?.Invoke(earlier?.Webhook, lastWrite))) is not { } put)
        {
            return new ApiProblem(ProblemType.TooManySavedSearches, ProblemType.TooManySavedSearches.Meaning);
        }

        Couriers couriers = services.GetRequiredService<Couriers>();
        couriers.Notice();
        SavedSearchResponse answer = SavedSearchResponse.Of(put.Search, couriers);
        return put.IsNew ? TypedResults.Created($"{http.Request.PathBase}/api/saved/{name}", answer) : TypedResults.Ok(answer);
    }

    /// <summary>Those who deliver, where the caller may hear of it; what is answered then is for nobody else.</summary>
    private static Couriers? CouriersFor(HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        return ScopeGuard.Allows(http, Scope.Write) ? http.RequestServices.GetRequiredService<Couriers>() : null;
    }

    private static void CheckWritable(SearchOptions options)
    {
        if (options.ReadOnly)
        {
            throw new IndexReadOnlyException("The service takes no writes.");
        }
    }

    private static ApiProblem NotFound(string name) => new(
        ProblemType.SavedSearchNotFound, Name().IsMatch(name)
            ? new Wording($"There is no saved search {name}.", $"Không có tìm kiếm đã lưu {name}.")
            : ProblemType.SavedSearchNotFound.Meaning);

    [GeneratedRegex(SavedSearch.NamePattern, RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
