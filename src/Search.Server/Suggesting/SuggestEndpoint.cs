using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Search.Answers;
using Search.Engine.Searching;
using Search.Server.Access;
using Search.Server.Parameters;
using Search.Server.Problems;
using Search.Server.Status;

namespace Search.Server.Suggesting;

/// <summary><c>/api/suggest</c>.</summary>
internal static class SuggestEndpoint
{
    /// <summary>Bytes of a request in JSON, at most; the address has a similar limit of its own.</summary>
    private const int LongestBody = 64 * 1024;

    private static readonly TextParameter Query = new(
        "q", "What was typed so far: with marks, without, or in raw Telex or VNI. Marks that are typed must be there. Nothing is suggested before the second letter.",
        MaxLength: 512)
    {
        Example = "doi ngo",
    };

    private static readonly IntegerParameter Size = new("size", "How many suggestions there are at most.", 1, 20, 8);

    private static readonly IReadOnlyList<ApiParameter> Parameters = [Query, Size];

    /// <summary>Adds the routes.</summary>
    public static void MapSuggest(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder suggest = routes.MapGroup("/suggest").WithTags("Search").RequireScope(Scope.Search).RequireReadyIndex();
        suggest.MapGet("", Get).WithName("suggest").WithMetadata(new QueryParameters(Parameters)).Produces<SuggestResponse>();
        suggest.MapPost("", Post).WithName("suggestByJson").WithMetadata(new BodyParameters(Parameters), new RequestSizeLimitAttribute(LongestBody))
            .Produces<SuggestResponse>().Problems(ProblemType.MalformedRequest, ProblemType.TooLarge, ProblemType.UnsupportedMediaType);
    }

    /// <summary>Completes what is being typed: phrases and tags of the collection, then titles.</summary>
    public static Task<IResult> Get(HttpContext http, SearchEngine engine) => SuggestAsync(ParameterValues.FromQuery(http.Request.Query), http, engine);

    /// <summary>The same as GET, with the parameters as the members of a JSON object.</summary>
    public static async Task<IResult> Post(HttpContext http, SearchEngine engine)
    {
        if (!MediaTypes.IsJson(http.Request))
        {
            return new ApiProblem(ProblemType.UnsupportedMediaType, ProblemType.UnsupportedMediaType.Meaning);
        }

        using JsonDocument json = await JsonDocument.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted);
        return await SuggestAsync(ParameterValues.FromJson(json.RootElement, Parameters), http, engine);
    }

    private static async Task<IResult> SuggestAsync(ParameterValues values, HttpContext http, SearchEngine engine)
    {
        var reader = new ParameterReader(values);
        reader.RefuseUnknown(Parameters);
        string text = reader.Text(Query);
        int size = reader.Integer(Size);
        return reader.Problems.AreNone
            ? TypedResults.Ok(SuggestAnswer.Of(await engine.SuggestAsync(text, size, http.RequestAborted)))
            : reader.Problems.ToProblem();
    }
}
