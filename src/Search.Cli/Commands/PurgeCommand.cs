using System.CommandLine;
using System.Globalization;
using Search.Engine.Searching;

namespace Search.Cli.Commands;

/// <summary><c>search purge</c>: removes the text of deleted articles from the files of an index.</summary>
internal static class PurgeCommand
{
    public static Command Create()
    {
        Option<string> index = IndexLocation.Option();
        var command = new Command("purge", "Removes the text of deleted and replaced articles from the files of an index that no server has open; a running one does it by POST /api/admin/purge.") { index };
        command.SetAction((parsed, cancellation) => RunAsync(parsed.GetRequiredValue(index), cancellation));
        return command;
    }

    private static async Task RunAsync(string path, CancellationToken cancellation)
    {
        await using SearchEngine engine = SearchEngine.Open(new() { Path = path });
        int purged = await engine.PurgeAsync(cancellation);
        await Console.Error.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture, $"The text of {purged} deleted or replaced articles was removed. Snapshots and backups made before still hold it."));
    }
}
