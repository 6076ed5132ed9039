using System.Diagnostics;
using System.Text;

namespace Search.Analysis.Tests.Packages;

/// <summary>Runs the dotnet command.</summary>
internal static class Dotnet
{
    /// <summary>What the command printed. It fails the test if the command fails.</summary>
    public static string Run(string workingFolder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = workingFolder,
            RedirectStandardOutput = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";   // no build server stays behind
        start.Environment["UseSharedCompilation"] = "false";
        foreach (string inherited in start.Environment.Keys.Where(key => key.StartsWith("MSBuild", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(inherited);   // of the build that runs these tests
        }

        using Process process = Process.Start(start)!;   // not by the shell, so there is a process
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"dotnet {string.Join(' ', arguments)}\n{output}");
        return output;
    }
}
