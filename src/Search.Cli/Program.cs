using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.Net;
using Search.Answers;
using Search.Cli.Commands;
using Search.Engine.Indexing;
using Search.Engine.Querying;

const int Failed = 1;
const int WrongUsage = 2;

var root = new RootCommand("Vietnamese full-text search: index articles, search them, measure the ranking.")
{
    IndexCommand.Create(),
    QueryCommand.Create(),
    AnalyzeCommand.Create(),
    DecodeCommand.Create(),
    EvaluateCommand.Create(),
    ExportCommand.Create(),
    SnapshotCommand.Create(),
    RestoreCommand.Create(),
    ReindexCommand.Create(),
    PurgeCommand.Create(),
    CheckCommand.Create(),
    StatsCommand.Create(),
};
ParseResult parsed = root.Parse(args);
if (parsed.Action is ParseErrorAction)
{
    foreach (ParseError error in parsed.Errors)
    {
        await Console.Error.WriteLineAsync(error.Message);
    }

    await Console.Error.WriteLineAsync("See: search --help, or search COMMAND --help.");
    return WrongUsage;
}

try
{
    return await parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false });
}
catch (QueryException wrong)
{
    await Console.Error.WriteLineAsync(QueryErrorWording.Of(wrong.Error).English);
    return WrongUsage;
}
catch (HttpRequestException refused) when (refused.StatusCode == HttpStatusCode.BadRequest)
{
    await Console.Error.WriteLineAsync(refused.Message);
    return WrongUsage;
}
catch (Exception failure) when (failure is IndexException or SynonymsException or IOException or InvalidDataException or UnauthorizedAccessException or HttpRequestException)
{
    await Console.Error.WriteLineAsync(failure.Message);
    return Failed;
}
catch (OperationCanceledException)
{
    await Console.Error.WriteLineAsync("Stopped.");
    return Failed;
}
