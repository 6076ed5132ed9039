using Search.Answers;
using Search.Server.Access;
using Search.Server.Parameters;
using Search.Server.Problems;
using Search.Server.Searching;
using Search.Server.Status;

namespace Search.Server.Suggesting;

/// <summary><c>/api/suggest</c>.</summary>
internal static class SuggestEndpoint
{
    /// <summary>What was typed.</summary>
    public static readonly TextParameter Query = new(
        "q", "What was typed so far: with marks, without, or in raw Telex or VNI. Marks that are typed must be there. Nothing is suggested before the second letter.",
        MaxLength: 512)
    {
        Example = "doi ngo",
    };

    private static readonly IntegerParameter Size = new("size", "How many suggestions there are at most.", 1, 20, 8);

    private static readonly IReadOnlyList<ApiParameter> Parameters = [Query, Size];

    /// <summary>Adds the routes.</summary>
    public static void MapSuggest(this IEndpointRouteBuilder routes) =>
        routes.MapGroup("").WithTags("Search").RequireScope(Scope.Search).RequireReadyIndex()
            .MapByAddressOrJson("/suggest", "suggest", Parameters, SuggestAsync).Answers(typeof(SuggestResponse))
            .Problems(ProblemType.Overloaded, ProblemType.QueryTimeout)
            .WithSummary("Completes what is being typed: phrases and tags of the collection, then titles.");

    private static async Task<IResult> SuggestAsync(ParameterReader reader, HttpContext http)
    {
        string text = reader.Text(Query);
        int size = reader.Integer(Size);
        return reader.Problems.AreNone
            ? TypedResults.Ok(SuggestAnswer.Of(await http.RequestServices.GetRequiredService<TimedSearch>().ReadAsync((engine, limited) => engine.SuggestAsync(text, size, limited), http.RequestAborted)))
            : reader.Problems.ToProblem();
    }
}
