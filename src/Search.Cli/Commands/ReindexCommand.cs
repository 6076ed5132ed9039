using System.CommandLine;
using Search.Engine.Reindexing;

namespace Search.Cli.Commands;

/// <summary><c>search reindex</c>: makes an index anew from its stored articles.</summary>
internal static class ReindexCommand
{
    public static Command Create()
    {
        Option<string> index = IndexLocation.Option();
        var acceptLoss = new Option<bool>("--accept-loss") { Description = "Leave out articles that cannot be read any more, each of which is named." };
        var command = new Command(
            "reindex",
            "Makes an index that no server writes anew from its stored articles: one of another version of this program, or a damaged one. Until it is finished the index stays as it was; "
            + "stopped, it goes on the next time. A running server does it by POST /api/admin/reindex.") { index, acceptLoss };
        command.SetAction((parsed, cancellation) => RunAsync(parsed.GetRequiredValue(index), parsed.GetValue(acceptLoss), cancellation));
        return command;
    }

    private static async Task RunAsync(string index, bool acceptsLoss, CancellationToken cancellation)
    {
        IndexRebuildReport report = IndexRebuild.Run(index, acceptsLoss, new ProgressLine("articles"), cancellation);
        foreach (string lost in report.Lost)
        {
            Console.WriteLine(lost);
        }

        await Console.Error.WriteLineAsync($"{report.Articles} articles were indexed anew.");
    }
}
