using System.CommandLine;

namespace Search.Cli.Commands;

/// <summary>Where a command finds the index: <c>--index DIR</c>.</summary>
internal static class IndexLocation
{
    private const string DefaultFolder = "index-data/index";

    public static Option<string> Option() => new("--index")
    {
        HelpName = "DIR",
        Description = "The folder of the index.",
        DefaultValueFactory = _ => Path.Combine(CheckoutRoot() ?? "", DefaultFolder),
    };

    /// <summary>The nearest folder upwards that holds the solution, so that the index of a checkout is the same from all its folders.</summary>
    private static string? CheckoutRoot()
    {
        for (DirectoryInfo? folder = new(Environment.CurrentDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Search.sln")))
            {
                return folder.FullName;
            }
        }

        return null;
    }
}
