using System.Diagnostics;

namespace Search.Server.Tests;

/// <summary>Commands of a shell.</summary>
internal static class ShellCommand
{
    /// <summary>Runs a command to its end.</summary>
    /// <param name="command">As one would type it.</param>
    /// <param name="folder">Where.</param>
    /// <returns>What it wrote to its standard output.</returns>
    /// <remarks>Fails the test if the command fails, with all that it wrote.</remarks>
    public static async Task<string> RunAsync(string command, string folder)
    {
        using Process process = Process.Start(new ProcessStartInfo("bash", ["-c", command])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{command}\nended with {process.ExitCode}:\n{await output}\n{await errors}");
        return await output;
    }
}
