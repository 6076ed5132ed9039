using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Search.Server.Tests;

/// <summary>The service in a process of its own, over an index in a folder.</summary>
internal sealed partial class ServerProcess : IDisposable
{
    private readonly Process _process;
    private readonly TaskCompletionSource<Uri?> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task<string> _errors;

    private ServerProcess(Process process)
    {
        _process = process;
        _errors = process.StandardError.ReadToEndAsync();
        _ = ReadOutputAsync();
    }

    /// <summary>Starts it, in Development.</summary>
    /// <param name="folder">Where the index is.</param>
    /// <param name="settings">Settings of the section <c>Search</c>.</param>
    public static ServerProcess Start(TemporaryFolder folder, IReadOnlyDictionary<string, string>? settings = null)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList =
            {
                Path.Combine(AppContext.BaseDirectory, "Search.Server.dll"), "--environment", "Development", "--urls", "http://127.0.0.1:0", "--Search:ArticlesPath=", $"--Search:IndexPath={folder["index"]}",
                "--Search:QueryTimeout=00:01:00", "--Search:QueryLogPath=",
            },
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        foreach ((string name, string value) in settings ?? new Dictionary<string, string>())
        {
            start.ArgumentList.Add($"--Search:{name}={value}");
        }

        return new(Process.Start(start) ?? throw new InvalidOperationException("The service cannot be started."));
    }

    /// <summary>A client of it, when it is ready.</summary>
    public async Task<HttpClient> ConnectAsync()
    {
        Uri address = await _address.Task ?? throw new InvalidOperationException($"The service ended: {await _errors}");
        var client = new HttpClient { BaseAddress = address };
        while (!(await client.GetAsync("/health/ready")).IsSuccessStatusCode)
        {
            await Task.Delay(20);
        }

        return client;
    }

    /// <summary>How it ended by itself.</summary>
    public async Task<(int ExitCode, string Errors)> EndAsync()
    {
        string errors = await _errors;
        await _process.WaitForExitAsync();
        return (_process.ExitCode, errors);
    }

    /// <summary>Ends it without a warning.</summary>
    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private async Task ReadOutputAsync()
    {
        StreamReader output = _process.StandardOutput;
        while (await output.ReadLineAsync() is { } line)
        {
            if (Listening().Match(line) is { Success: true } found)
            {
                _address.TrySetResult(new Uri(found.Groups["address"].Value));
            }
        }

        _address.TrySetResult(null);
    }

    [GeneratedRegex("Now listening on: (?<address>http://[0-9.:]+)")]
    private static partial Regex Listening();
}
