using System.CommandLine;
using System.Globalization;
using System.IO.Pipelines;
using System.Text.Json;
using Search.Answers;
using Search.Engine.Exporting;
using Search.Engine.Querying;
using Search.Engine.Ranking;
using Search.Engine.Searching;

namespace Search.Cli.Commands;

/// <summary><c>search export</c>: prints every article that a query and filters count.</summary>
internal static class ExportCommand
{
    public static Command Create()
    {
        var text = new Argument<string>("TEXT") { Description = "What the articles must have; all articles without it.", DefaultValueFactory = _ => "" };
        Option<string> index = IndexLocation.Option();
        var format = new Option<ExportFormat>("--format") { HelpName = "ndjson|csv", Description = "One JSON object a line, or a table for spreadsheets." };
        var context = new Option<int>("--context") { HelpName = "N", Description = "Add every match with N words on either side, 1 to 50." };
        context.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 0 or > 50)
            {
                result.AddError("--context is out of range; expected 0 to 50.");
            }
        });
        var syntax = new Option<QuerySyntax>("--syntax") { HelpName = "simple|advanced", Description = "The language of TEXT." };
        var match = new Option<MatchRule>("--match") { HelpName = "all|any|auto", Description = "Which articles count.", DefaultValueFactory = _ => MatchRule.All };
        var oldest = new Option<bool>("--oldest") { Description = "The oldest first; otherwise the newest." };
        var filters = new FilterOptions();
        var server = new RunningServer();
        var command = new Command("export", "Prints every article that a query and filters count, by date.") { text, index, format, context, syntax, match, oldest };
        filters.AddTo(command);
        server.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var request = new SearchRequest
            {
                Query = parsed.GetValue(text) ?? "",
                Syntax = parsed.GetValue(syntax),
                Match = parsed.GetValue(match),
                Order = parsed.GetValue(oldest) ? HitOrder.Oldest : HitOrder.Newest,
                Filter = filters.Read(parsed),
            };
            await using Stream output = Console.OpenStandardOutput();
            using HttpClient? client = server.Client(parsed);
            if (client is null)
            {
                await WriteAsync(parsed.GetRequiredValue(index), request, parsed.GetValue(format), parsed.GetValue(context), output, cancellation);
            }
            else
            {
                await CopyAsync(client, request, parsed.GetValue(format), parsed.GetValue(context), filters.Parameters(parsed), output, cancellation);
            }
        });
        return command;
    }

    private static async Task WriteAsync(string path, SearchRequest request, ExportFormat format, int context, Stream output, CancellationToken cancellation)
    {
        await using SearchEngine engine = SearchEngine.Open(new() { Path = path, ReadOnly = true });
        using ArticleExport export = await engine.ExportAsync(request, context, cancellation);
        PipeWriter writer = PipeWriter.Create(output, new(leaveOpen: true));
        await ArticleFile.WriteAsync(export, format, isResumed: false, writer, cancellation);
        await writer.CompleteAsync();
        await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{export.Total} articles, generation {export.Generation}"));
    }

    private static async Task CopyAsync(
        HttpClient client, SearchRequest request, ExportFormat format, int context, IEnumerable<(string Name, string Value)> filters, Stream output, CancellationToken cancellation)
    {
        (string Name, string Value)[] parameters =
        [
            ("q", request.Query), ("syntax", Name(request.Syntax)), ("match", Name(request.Match)), ("sort", Name(request.Order)), ("format", Name(format)),
            ("context", context.ToString(CultureInfo.InvariantCulture)), .. filters,
        ];
        string query = string.Join('&', parameters.Select(parameter => $"{parameter.Name}={Uri.EscapeDataString(parameter.Value)}"));
        using HttpResponseMessage response = await client.GetAsync(new Uri($"api/export?{query}", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, cancellation);
        if (!response.IsSuccessStatusCode)
        {
            string problem = ServerProblem.Describe(await response.Content.ReadAsByteArrayAsync(cancellation));
            throw new HttpRequestException($"The server answered {(int)response.StatusCode}: {problem}", null, response.StatusCode);
        }

        await response.Content.CopyToAsync(output, cancellation);
    }

    private static string Name<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
