using System.CommandLine;
using System.Globalization;
using Search.Answers;
using Search.Engine.Searching;

namespace Search.Cli.Commands;

/// <summary><c>search stats</c>: says what an index holds.</summary>
internal static class StatsCommand
{
    public static Command Create()
    {
        Option<string> index = IndexLocation.Option();
        var json = new Option<bool>("--json") { Description = "Print a JSON object." };
        var command = new Command("stats", "Says what an index holds and who wrote it.") { index, json };
        command.SetAction((parsed, cancellation) => RunAsync(parsed.GetRequiredValue(index), parsed.GetValue(json), cancellation));
        return command;
    }

    private static async Task RunAsync(string path, bool json, CancellationToken cancellation)
    {
        await using SearchEngine engine = SearchEngine.Open(new() { Path = path, ReadOnly = true });
        IndexStatus status = await engine.GetStatusAsync(cancellation);
        if (json)
        {
            Console.WriteLine(AnswerJson.Serialize(status));
            return;
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            articles    {status.Documents}
            deleted     {status.DeletedDocuments}
            segments    {status.Segments}
            size        {status.SizeBytes / 1048576.0:0.0} MiB
            generation  {status.Generation}
            committed   {status.Committed:yyyy-MM-dd HH:mm:ss} UTC
            schema      {status.Schema}
            analyzer    {status.Analyzer}
            """));
    }
}
