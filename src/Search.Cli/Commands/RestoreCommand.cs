using System.CommandLine;
using System.Globalization;
using Search.Engine.Snapshots;

namespace Search.Cli.Commands;

/// <summary><c>search restore</c>: puts a snapshot in the place of an index.</summary>
internal static class RestoreCommand
{
    public static Command Create()
    {
        var from = new Argument<string>("SNAPSHOT") { Description = "The folder of a snapshot, or a folder of snapshots, of which the newest is taken." };
        Option<string> index = IndexLocation.Option();
        var command = new Command("restore", "Verifies a snapshot and puts it in the place of an index that no server writes, at once; if anything is wrong, the index stays as it was.") { from, index };
        command.SetAction((parsed, cancellation) => RunAsync(parsed.GetRequiredValue(from), parsed.GetRequiredValue(index), cancellation));
        return command;
    }

    private static Task RunAsync(string from, string index, CancellationToken cancellation)
    {
        Snapshot snapshot = SnapshotRestore.Run(from, index, new ProgressLine("MiB", 1 << 20), cancellation);
        return Console.Error.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture, $"{index} holds the {snapshot.Documents} articles of the snapshot {snapshot.Name} of {snapshot.Made:yyyy-MM-dd HH:mm:ss} UTC."));
    }
}
