using System.CommandLine;
using System.Globalization;
using Search.Answers;
using Search.Engine.Checking;

namespace Search.Cli.Commands;

/// <summary><c>search check</c>: examines an index or a snapshot.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        Option<string> index = IndexLocation.Option();
        var json = new Option<bool>("--json") { Description = "Print a JSON object." };
        var command = new Command("check", "Verifies the checksum of every file of an index or a snapshot, every stored article, and a sample of its terms; exits with 1 if anything is damaged.") { index, json };
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(parsed.GetRequiredValue(index), parsed.GetValue(json), cancellation)));
        return command;
    }

    private static int Run(string path, bool json, CancellationToken cancellation)
    {
        IndexCheckReport report = IndexCheck.Run(path, new ProgressLine("MiB", 1 << 20), cancellation);
        if (json)
        {
            Console.WriteLine(AnswerJson.Serialize(report));
        }
        else
        {
            foreach (IndexDamage damage in report.Damage)
            {
                Console.WriteLine(damage);
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{report.Files} files, {report.SizeBytes / 1048576.0:0.0} MiB, {report.Articles} articles read, the terms of {report.Sampled} looked up: ")
                + (report.IsClean ? "no damage." : $"{report.Damage.Count} parts are damaged. Restore the index from a snapshot with search restore, or make it anew from what can be read with search reindex."));
        }

        return report.IsClean ? 0 : 1;
    }
}
