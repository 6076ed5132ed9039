using System.Globalization;
using Search.Answers;
using Search.Engine.Exporting;
using Search.Engine.Ranking;
using Search.Engine.Searching;
using Search.Server.Access;
using Search.Server.Description;
using Search.Server.Limits;
using Search.Server.Parameters;
using Search.Server.Problems;
using Search.Server.Searching;
using Search.Server.Status;

namespace Search.Server.Analysts;

/// <summary><c>/api/export</c>.</summary>
internal static class ExportEndpoint
{
    /// <summary>How many articles the request counts.</summary>
    public const string TotalHeader = "Search-Total";

    /// <summary>What resumes the export, with a dot and the id of the last article received behind it.</summary>
    public const string CursorHeader = "Search-Cursor";

    /// <summary>The state of the archive.</summary>
    public const string GenerationHeader = "Search-Generation";

    private static readonly ChoiceParameter<ExportFormat> Format = new(
        "format", "`ndjson`: one article a line, as it was given, ready to be indexed again; `csv`: a table for spreadsheets, UTF-8 with a byte order mark, cells that could be taken for "
        + "formulas with an apostrophe before them.",
        [("ndjson", ExportFormat.Ndjson), ("csv", ExportFormat.Csv)]);

    private static readonly ChoiceParameter<HitOrder> Sort = new(
        "sort", "The order of the articles; undated ones come last, equal dates go by id.", [("newest", HitOrder.Newest), ("oldest", HitOrder.Oldest)]);

    private static readonly IntegerParameter Context = new(
        "context", "Adds every match with so many words on either side: the member `context_lines`, in a table the column `context`.", 0, 50, 0);

    private static readonly TextParameter Cursor = new(
        "cursor", $"Resumes an export that broke off, in the same state of the archive: the header `{CursorHeader}` of the first answer, a dot and the id of the last article that came "
        + "whole; all other parameters as they were. Serves for five minutes after the export broke off.", 600);

    private static readonly IReadOnlyList<ApiParameter> Parameters = [.. SearchParameters.Counted, Sort, Format, Context, Cursor];

    /// <summary>Adds the routes.</summary>
    public static void MapExport(this IEndpointRouteBuilder routes) =>
        routes.MapGroup("").WithTags("Analysis").RequireScope(Scope.Search).RequireReadyIndex()
            .MapByAddressOrJson("/export", "export", Parameters, ExportAsync).Answers(typeof(Articles.ArticleBody), MediaTypes.Ndjson).WithMetadata(new TextAnswer("text/csv"))
            .Problems(ProblemType.InvalidQuery, ProblemType.CursorExpired, ProblemType.TooManyExports)
            .WithSummary($"Streams every article that a query counts, as many as the header {TotalHeader} says.");

    private static async Task<IResult> ExportAsync(ParameterReader reader, HttpContext http)
    {
        SearchRequest request = SearchParameters.ReadCounted(reader) with { Order = reader.Choice(Sort), Cursor = reader.TextIfGiven(Cursor) };
        ExportFormat format = reader.Choice(Format);
        int context = reader.Integer(Context);
        if (!reader.Problems.AreNone)
        {
            return reader.Problems.ToProblem();
        }

        WorkLimits limits = http.RequestServices.GetRequiredService<WorkLimits>();
        http.Response.RegisterForDispose(await WorkLimits.EnterAsync(limits.Exports, ProblemType.TooManyExports, http.RequestAborted));
        SearchEngine engine = http.RequestServices.GetRequiredService<SearchEngine>();
        return new Download(await engine.ExportAsync(request, context, http.RequestAborted), format, request.Cursor is not null);
    }

    private sealed class Download(ArticleExport export, ExportFormat format, bool isResumed) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            using (export)
            {
                HttpResponse response = httpContext.Response;
                response.ContentType = format == ExportFormat.Csv ? "text/csv; charset=utf-8" : MediaTypes.Ndjson;
                response.Headers.ContentDisposition = format == ExportFormat.Csv ? "attachment; filename=\"articles.csv\"" : "attachment; filename=\"articles.jsonl\"";
                response.Headers.CacheControl = "no-store";
                response.Headers[TotalHeader] = export.Total.ToString(CultureInfo.InvariantCulture);
                response.Headers[CursorHeader] = export.Cursor;
                response.Headers[GenerationHeader] = export.Generation;
                await ArticleFile.WriteAsync(export, format, isResumed, response.BodyWriter, httpContext.RequestAborted);
            }
        }
    }
}
