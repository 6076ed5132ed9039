using Search.Answers;
using Search.Server.Access;
using Search.Server.Parameters;

namespace Search.Server.Analyzing;

/// <summary><c>GET /api/analyze</c>.</summary>
internal static class AnalyzeEndpoint
{
    private static readonly TextParameter Text = new("text", "The text to cut into tokens.", MaxLength: 4096) { IsRequired = true, Example = "Nghị quyết 15/NQ-BCH" };

    private static readonly IReadOnlyList<ApiParameter> Parameters = [Text];

    /// <summary>Adds the route.</summary>
    public static void MapAnalyze(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/analyze", Analyze).WithName("analyze").WithTags("Search").RequireScope(Scope.Search)
            .WithMetadata(new QueryParameters(Parameters)).Produces<IReadOnlyList<TokenAnswer>>();

    /// <summary>The tokens of a text, as articles and queries are cut into them.</summary>
    public static IResult Analyze(HttpContext http)
    {
        var reader = new ParameterReader(ParameterValues.FromQuery(http.Request.Query));
        reader.RefuseUnknown(Parameters);
        string text = reader.Text(Text);
        return reader.Problems.AreNone ? TypedResults.Ok(TokenAnswer.Of(text)) : reader.Problems.ToProblem();
    }
}
