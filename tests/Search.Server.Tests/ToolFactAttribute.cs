namespace Search.Server.Tests;

/// <summary>A test that runs other programs, and is skipped where one of them is missing.</summary>
public sealed class ToolFactAttribute : FactAttribute
{
    public ToolFactAttribute(params string[] tools)
    {
        string[] folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        if (tools.FirstOrDefault(tool => !folders.Any(folder => File.Exists(Path.Combine(folder, tool)))) is { } missing)
        {
            Skip = $"The program {missing} is not installed.";
        }
    }
}
