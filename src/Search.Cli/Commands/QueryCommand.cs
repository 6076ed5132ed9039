using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Search.Answers;
using Search.Engine.Querying;
using Search.Engine.Ranking;
using Search.Engine.Searching;

namespace Search.Cli.Commands;

/// <summary><c>search query</c>: finds articles.</summary>
internal static class QueryCommand
{
    public static Command Create()
    {
        var text = new Argument<string>("TEXT") { Description = "What to search for, with or without marks; \"phrases\" in quotation marks." };
        Option<string> index = IndexLocation.Option();
        var size = new Option<int>("--size") { HelpName = "N", Description = "Hits to show, 1 to 100.", DefaultValueFactory = _ => 10 };
        size.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > 100)
            {
                result.AddError("--size is out of range; expected 1 to 100.");
            }
        });
        var syntax = new Option<QuerySyntax>("--syntax") { HelpName = "simple|advanced", Description = "The language of TEXT; advanced has AND OR NOT, parentheses, NEAR/5, fields, dates, wildcards." };
        var match = new Option<MatchRule>("--match") { HelpName = "auto|all|any", Description = "Which articles are listed." };
        var sort = new Option<HitOrder>("--sort") { HelpName = "relevance|newest|oldest", Description = "The order of the hits." };
        var recency = new Option<int>("--recency") { HelpName = "DAYS", Description = "Lift new articles: after so many days half of the lift is gone." };
        var synonyms = new Option<string>("--synonyms") { HelpName = "FILE", Description = "A file of synonyms, one rule a line: sài gòn, thành phố hồ chí minh" };
        var json = new Option<bool>("--json") { Description = "Print the answer of /api/search." };
        var explain = new Option<bool>("--explain") { Description = "Say of each hit which words matched where, and what each gave to the score." };
        var filters = new FilterOptions();
        var server = new RunningServer();
        var command = new Command("query", "Finds articles, best first.") { text, index, size, syntax, match, sort, recency, synonyms, json, explain };
        filters.AddTo(command);
        server.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var request = new SearchRequest
            {
                Query = parsed.GetRequiredValue(text),
                Syntax = parsed.GetValue(syntax),
                Page = new(0, parsed.GetValue(size)),
                Match = parsed.GetValue(match),
                Order = parsed.GetValue(sort),
                Recency = parsed.GetValue(recency) is var days and > 0 ? TimeSpan.FromDays(days) : null,
                Explain = parsed.GetValue(explain),
                Filter = filters.Read(parsed),
            };
            using HttpClient? client = server.Client(parsed);
            SearchResponse answer = client is null
                ? await SearchAsync(parsed.GetRequiredValue(index), parsed.GetValue(synonyms), request, cancellation)
                : await SearchAsync(client, request, filters.Parameters(parsed), cancellation);
            Print(answer, parsed.GetValue(json));
        });
        return command;
    }

    private static async Task<SearchResponse> SearchAsync(string path, string? synonyms, SearchRequest request, CancellationToken cancellation)
    {
        await using SearchEngine engine = SearchEngine.Open(new() { Path = path, ReadOnly = true, SynonymsPath = synonyms });
        SearchPage page = await engine.SearchAsync(request, cancellation);
        return SearchAnswer.Of(page, request, HighlightForm.Html, Language.English);
    }

    private static async Task<SearchResponse> SearchAsync(
        HttpClient client, SearchRequest request, IEnumerable<(string Name, string Value)> filters, CancellationToken cancellation)
    {
        (string Name, string Value)[] parameters =
        [
            ("q", request.Query), ("size", request.Page.Size.ToString(CultureInfo.InvariantCulture)),
            ("syntax", Name(request.Syntax)), ("match", Name(request.Match)), ("sort", Name(request.Order)), ("recency", $"{request.Recency?.TotalDays ?? 0}"), ("explain", request.Explain ? "true" : "false"), .. filters,
        ];
        string query = string.Join('&', parameters.Select(parameter => $"{parameter.Name}={Uri.EscapeDataString(parameter.Value)}"));
        using HttpResponseMessage response = await client.GetAsync(new Uri($"api/search?{query}", UriKind.Relative), cancellation);
        byte[] body = await response.Content.ReadAsByteArrayAsync(cancellation);
        return response.IsSuccessStatusCode
            ? AnswerJson.Deserialize<SearchResponse>(body)
            : throw new HttpRequestException($"The server answered {(int)response.StatusCode}: {ServerProblem.Describe(body)}", null, response.StatusCode);
    }

    private static string Name<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    private static void Print(SearchResponse answer, bool json)
    {
        if (json)
        {
            Console.WriteLine(AnswerJson.Serialize(answer));
            return;
        }

        foreach (QueryProblemResponse problem in answer.Query.Problems)
        {
            Console.Error.WriteLine(problem.Message);
        }

        if (answer.Query.Suggestion is { } meant)
        {
            Console.WriteLine($"Did you mean: {meant}");
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{answer.Total} articles ({answer.Matched}), {answer.TotalRelaxed} listed, {answer.TookMs:0.0} ms"));
        foreach (HitResponse hit in answer.Hits)
        {
            Console.WriteLine();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{hit.Rank,3}. {hit.Title}"));
            Console.WriteLine($"     {string.Join(" · ", new[] { hit.Source, hit.Date, hit.Category, hit.Id }.Where(each => !string.IsNullOrEmpty(each)))}");
            foreach (SnippetResponse snippet in hit.Snippets)
            {
                Console.WriteLine($"     {snippet.Text}");
            }

            foreach (ExplainedPartResponse part in hit.Explanation?.Parts ?? [])
            {
                Console.WriteLine($"     = {part.English}");
            }
        }
    }
}
