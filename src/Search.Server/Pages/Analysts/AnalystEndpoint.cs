using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Search.Engine.Counting;
using Search.Engine.Exporting;
using Search.Engine.Querying;
using Search.Engine.Ranking;
using Search.Engine.Searching;
using Search.Server.Access;
using Search.Server.Parameters;
using Search.Server.Saved;
using Search.Server.Searching;
using Search.Server.Status;

namespace Search.Server.Pages.Analysts;

/// <summary><c>/analyst</c>: queries by time, by facet and in context; <c>/analyst/timeline.svg</c>: the chart alone, to keep.</summary>
internal static class AnalystEndpoint
{
    private const int ShownArticles = 12;
    private const int ContextWords = 8;
    private const int ShownTerms = 30;
    private const int FacetSize = 10;

    /// <summary>Adds the routes.</summary>
    public static void MapAnalystPage(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder pages = routes.MapGroup("/analyst").ExcludeFromDescription().RequireScope(Scope.Search).RequireReadyIndex();
        pages.MapGet("", GetAsync);
        pages.MapGet("/timeline.svg", GetChartAsync);
    }

    private static async Task<IResult> GetAsync(HttpContext http, TimedSearch search)
    {
        AnalystView view = await AnswerAsync(http, search);
        bool isWrong = view.Problems.Count > 0 || view.Errors.Any(static error => error is not null);
        return PageAnswers.Page<AnalystPage>(new() { [nameof(AnalystPage.View)] = view }, isWrong ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK);
    }

    /// <summary>The chart as a file.</summary>
    private static async Task<IResult> GetChartAsync(HttpContext http, TimedSearch search, ILoggerFactory logging)
    {
        AnalystView view = await AnswerAsync(http, search);
        await using var renderer = new HtmlRenderer(http.RequestServices, logging);
        string svg = await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<Chart>(ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(Chart.Of)] = view.Chart }))).ToHtmlString());
        http.Response.Headers.ContentDisposition = "attachment; filename=\"timeline.svg\"";
        return TypedResults.Text("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + svg, "image/svg+xml", Encoding.UTF8);
    }

    private static async Task<AnalystView> AnswerAsync(HttpContext http, TimedSearch search)
    {
        var reader = new ParameterReader(ParameterValues.FromForm(http.Request.Query));
        AnalystQuestion question = Read(reader);
        var view = new AnalystView(question, [.. reader.Problems.All], [.. question.Queries.Select(static _ => (QueryError?)null)], null, null, [], null)
        {
            Saved = [.. http.RequestServices.GetRequiredService<SavedSearches>().All.Select(static saved => new SavedLink(saved.Name, saved.Q, "./" + saved.ToAddressQuery()))],
        };
        return view.Problems.Count > 0 ? view : await AnswerAsync(view, search, http.RequestAborted);
    }

    private static AnalystQuestion Read(ParameterReader reader)
    {
        QuerySyntax syntax = reader.Choice(AnalystParameters.Syntax);
        int longest = SearchParameters.LongestQuery(syntax);
        List<string> queries = [.. reader.Texts(AnalystParameters.Queries).Where(static query => !string.IsNullOrWhiteSpace(query)).Take(AnalystParameters.MostQueries)
            .Select(query => query.Length > longest ? query[..longest] : query)];
        var request = new SearchRequest { Syntax = syntax, Match = reader.Choice(SearchParameters.MatchAll), Filter = SearchParameters.ReadFilter(reader) };
        return new(
            queries.Count == 0 ? [""] : queries, request, reader.Choice(AnalystParameters.Interval), reader.Choice(AnalystParameters.View), reader.Flag(AnalystParameters.Terms),
            reader.TextIfGiven(SearchParameters.Generation) ?? "");
    }

    private static async Task<AnalystView> AnswerAsync(AnalystView view, TimedSearch search, CancellationToken cancellation)
    {
        var errors = new QueryError?[view.Errors.Count];
        List<SearchRequest> valid = [];
        foreach ((int i, string query) in view.Question.Queries.Index())
        {
            SearchRequest request = view.Question.Request with { Query = query, Highlight = false };
            SearchRequest counted = request with
            {
                Page = new(0, 0),
                Counts = new() { Facets = valid.Count > 0 ? [] : [FacetField.Source, FacetField.Category, FacetField.Author, FacetField.Tag], FacetSize = FacetSize },
            };
            try
            {
                SearchPage found = await search.SearchAsync(counted, cancellation);
                view = view with { Found = view.Found ?? found };
                valid.Add(request);
            }
            catch (QueryException wrong)
            {
                errors[i] = wrong.Error;
            }
        }

        view = view with { Errors = errors };
        if (valid.Count == 0)
        {
            return view;
        }

        return view with
        {
            Timeline = await search.CountAsync((engine, limited) => engine.TimelineAsync(valid, view.Question.Interval, limited), cancellation),
            Lines = await search.CountAsync((engine, limited) => LinesAsync(engine, valid[0] with { Order = HitOrder.Newest }, limited), cancellation),
            Terms = view.Question.WantsTerms ? await search.CountAsync((engine, limited) => engine.TermsAsync(valid[0], ShownTerms, limited), cancellation) : null,
        };
    }

    private static async ValueTask<IReadOnlyList<ExportedArticle>> LinesAsync(SearchEngine engine, SearchRequest request, CancellationToken cancellation)
    {
        using ArticleExport export = await engine.ExportAsync(request, ContextWords, cancellation);
        return [.. export.Read().Take(ShownArticles)];
    }
}
