using System.CommandLine;
using System.Globalization;
using Search.Engine.Searching;
using Search.Engine.Snapshots;

namespace Search.Cli.Commands;

/// <summary><c>search snapshot</c>: copies the state of an index.</summary>
internal static class SnapshotCommand
{
    public static Command Create()
    {
        var to = new Argument<string>("FOLDER") { Description = "The folder of the snapshots; it is made if it does not exist." };
        Option<string> index = IndexLocation.Option();
        var keep = new Option<int?>("--keep") { HelpName = "N", Description = "Remove all snapshots but the newest N." };
        var days = new Option<int?>("--keep-days") { HelpName = "N", Description = "Remove snapshots that are older than N days; the newest always stays." };
        foreach (Option<int?> least in new[] { keep, days })
        {
            least.Validators.Add(result =>
            {
                if (result.GetValueOrDefault<int?>() < 1)
                {
                    result.AddError($"{least.Name} is out of range; expected 1 or more.");
                }
            });
        }

        var command = new Command("snapshot", "Copies the last commit of an index, also while a server writes it; only what has changed since the snapshot before takes room.") { to, index, keep, days };
        command.SetAction((parsed, cancellation) => RunAsync(
            new(parsed.GetRequiredValue(to)), parsed.GetRequiredValue(index), parsed.GetValue(keep), parsed.GetValue(days), cancellation));
        return command;
    }

    private static async Task RunAsync(SnapshotFolder snapshots, string index, int? keep, int? days, CancellationToken cancellation)
    {
        await using SearchEngine engine = SearchEngine.Open(new() { Path = index, ReadOnly = true, SuggestsAhead = false });
        Snapshot snapshot = await engine.SnapshotAsync(snapshots, new ProgressLine("MiB", 1 << 20), cancellation);
        IReadOnlyList<string> removed = keep is null && days is null
            ? []
            : snapshots.Retain(keep ?? int.MaxValue, days is { } age ? TimeSpan.FromDays(age) : null, DateTimeOffset.UtcNow);
        Console.WriteLine(snapshot.Path);
        await Console.Error.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture, $"{snapshot.Documents} articles, {snapshot.SizeBytes / 1048576.0:0.0} MiB; {removed.Count} older snapshots were removed."));
    }
}
