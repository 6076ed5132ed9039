using Search.Server.Access;
using Search.Server.Parameters;
using Search.Vietnamese.Tokens;

namespace Search.Server.Analyzing;

/// <summary>A token of a text.</summary>
/// <param name="Term">Its canonical form, as it is indexed.</param>
/// <param name="Type">`syl`, `word`, `acr`, `num`, `alnum`, `doc`, `date`, `ver`, `url`, `email`, `tag`, `han`, `roman`, `join` or `code`.</param>
/// <param name="Start">0-based offset of its first UTF-16 code unit in the text.</param>
/// <param name="End">Offset after its last.</param>
/// <param name="Pos">0-based place among the tokens; a composite has that of its first part.</param>
/// <param name="N">The places it spans: 1, for a composite the number of its parts.</param>
public sealed record TokenResponse(string Term, string Type, int Start, int End, int Pos, int N);

/// <summary><c>GET /api/analyze</c>.</summary>
internal static class AnalyzeEndpoint
{
    private static readonly TextParameter Text = new("text", "The text to cut into tokens.", MaxLength: 4096) { IsRequired = true, Example = "Nghị quyết 15/NQ-BCH" };

    private static readonly IReadOnlyList<ApiParameter> Parameters = [Text];

    /// <summary>Adds the route.</summary>
    public static void MapAnalyze(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/analyze", Analyze).WithName("analyze").WithTags("Search").RequireScope(Scope.Search)
            .WithMetadata(new QueryParameters(Parameters)).Produces<IReadOnlyList<TokenResponse>>();

    /// <summary>The tokens of a text, as articles and queries are cut into them.</summary>
    public static IResult Analyze(HttpContext http)
    {
        var reader = new ParameterReader(ParameterValues.FromQuery(http.Request.Query));
        reader.RefuseUnknown(Parameters);
        string text = reader.Text(Text);
        return reader.Problems.AreNone ? TypedResults.Ok(Tokens(text)) : reader.Problems.ToProblem();
    }

    private static List<TokenResponse> Tokens(string text)
    {
        var tokens = new List<TokenResponse>();
        var scanner = new VietnameseTokenScanner();
        scanner.Reset(text.AsMemory());
        while (scanner.MoveNext())
        {
            VietnameseToken token = scanner.Current;
            tokens.Add(new(scanner.Term.ToString(), token.Type.Name(), token.Start, token.End, token.Position, token.PositionCount));
        }

        return tokens;
    }
}
