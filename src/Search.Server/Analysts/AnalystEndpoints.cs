using Search.Answers;
using Search.Engine.Counting;
using Search.Engine.Querying;
using Search.Engine.Searching;
using Search.Server.Access;
using Search.Server.Parameters;
using Search.Server.Problems;
using Search.Server.Searching;
using Search.Server.Status;

namespace Search.Server.Analysts;

/// <summary><c>/api/timeline</c>, <c>/api/terms</c> and <c>/api/coverage</c>: what analysts count.</summary>
internal static class AnalystEndpoints
{
    private const int MostQueries = 10;

    private static readonly ListParameter Queries = new(
        SearchParameters.Query.Name, $"A query, as in search. Repeatable, at most {MostQueries} times: one series each. Absent: all articles.")
    {
        Example = "đối ngoại",
    };

    private static readonly ChoiceParameter<Interval> Interval = new(
        "interval", "By what time of publication articles are counted, Vietnam time; weeks begin on Monday.",
        [("month", Engine.Counting.Interval.Month), ("day", Engine.Counting.Interval.Day), ("week", Engine.Counting.Interval.Week),
            ("quarter", Engine.Counting.Interval.Quarter), ("year", Engine.Counting.Interval.Year)]);

    private static readonly IntegerParameter Size = new("size", "How many terms there are at most.", 1, 200, 30);

    private static readonly IReadOnlyList<ApiParameter> TimelineParameters =
        [Queries, SearchParameters.Syntax, SearchParameters.MatchAll, SearchParameters.Marks, .. SearchParameters.Filters, Interval];

    private static readonly IReadOnlyList<ApiParameter> TermsParameters = [.. SearchParameters.Counted, Size];

    /// <summary>Adds the routes.</summary>
    public static void MapAnalysts(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder analysts = routes.MapGroup("").WithTags("Analysis").RequireScope(Scope.Search).RequireReadyIndex()
            .Problems(ProblemType.Overloaded, ProblemType.QueryTimeout).TagWithGeneration();
        analysts.MapByAddressOrJson("/timeline", "timeline", TimelineParameters, TimelineAsync).Answers(typeof(TimelineResponse)).Problems(ProblemType.InvalidQuery)
            .WithSummary("Counts several queries by the time of publication of what they find, beside all that was published.");
        analysts.MapByAddressOrJson("/terms", "terms", TermsParameters, TermsAsync).Answers(typeof(TermsResponse)).Problems(ProblemType.InvalidQuery)
            .WithSummary("Finds the words and phrases that set what a query finds apart from the rest of the archive.");
        analysts.MapGet("/coverage", CoverageAsync).WithName("coverage").WithMetadata(new QueryParameters(SearchParameters.Filters)).Produces<CoverageResponse>();
    }

    private static async Task<IResult> TimelineAsync(ParameterReader reader, HttpContext http)
    {
        QuerySyntax syntax = reader.Choice(SearchParameters.Syntax);
        var request = new SearchRequest
        {
            Syntax = syntax,
            Match = reader.Choice(SearchParameters.MatchAll),
            Marks = reader.Choice(SearchParameters.Marks),
            Filter = SearchParameters.ReadFilter(reader),
        };
        IReadOnlyList<string> queries = reader.Texts(Queries);
        Interval interval = reader.Choice(Interval);
        int longest = SearchParameters.LongestQuery(syntax);
        if (queries.Count > MostQueries || queries.Any(query => query.Length > longest))
        {
            reader.Problems.Add(Queries.Name, new(
                $"The parameter q is given {queries.Count} times, the longest has {queries.Max(static query => query.Length)} characters (UTF-16 code units); expected at most {MostQueries} of {longest}.",
                $"Tham số q xuất hiện {queries.Count} lần, dài nhất {queries.Max(static query => query.Length)} ký tự (đơn vị mã UTF-16); chỉ được tối đa {MostQueries} lần, mỗi lần {longest} ký tự."));
        }

        if (!reader.Problems.AreNone)
        {
            return reader.Problems.ToProblem();
        }

        IReadOnlyList<SearchRequest> requests = [.. (queries.Count == 0 ? [""] : queries).Select(query => request with { Query = query })];
        return TypedResults.Ok(AnalystAnswers.Of(await Timed(http).CountAsync((engine, limited) => engine.TimelineAsync(requests, interval, limited), http.RequestAborted)));
    }

    private static async Task<IResult> TermsAsync(ParameterReader reader, HttpContext http)
    {
        SearchRequest request = SearchParameters.ReadCounted(reader);
        int size = reader.Integer(Size);
        return reader.Problems.AreNone
            ? TypedResults.Ok(AnalystAnswers.Of(await Timed(http).CountAsync((engine, limited) => engine.TermsAsync(request, size, limited), http.RequestAborted)))
            : reader.Problems.ToProblem();
    }

    /// <summary>Counts the articles of each source on each day, and marks the days without.</summary>
    public static async Task<IResult> CoverageAsync(HttpContext http, TimedSearch search)
    {
        var reader = new ParameterReader(ParameterValues.FromQuery(http.Request.Query));
        reader.RefuseUnknown(SearchParameters.Filters);
        ArticleFilter filter = SearchParameters.ReadFilter(reader);
        return reader.Problems.AreNone
            ? TypedResults.Ok(AnalystAnswers.Of(await search.CountAsync((engine, limited) => engine.CoverageAsync(filter, limited), http.RequestAborted)))
            : reader.Problems.ToProblem();
    }

    private static TimedSearch Timed(HttpContext http) => http.RequestServices.GetRequiredService<TimedSearch>();
}
