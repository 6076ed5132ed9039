namespace Search.Server.Hosting;

/// <summary>Where the service finds its own files and those that the configuration names.</summary>
internal static class ServerPaths
{
    private const string CheckoutMark = "Search.sln";

    /// <summary>The folder of <c>appsettings.json</c> and <c>wwwroot</c>: the current one if it has them, as under <c>dotnet run</c>, else the program's.</summary>
    public static string ContentRoot =>
        Directory.Exists(Path.Combine(Environment.CurrentDirectory, "wwwroot")) ? Environment.CurrentDirectory : AppContext.BaseDirectory;

    /// <summary>The absolute form of a path in the configuration.</summary>
    /// <param name="path">An absolute path, or one relative to the repository in which the content root lies, else to the content root.</param>
    /// <param name="contentRoot">An absolute path.</param>
    public static string Resolve(string path, string contentRoot)
    {
        string root = contentRoot;
        for (DirectoryInfo? folder = new(contentRoot); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, CheckoutMark)))
            {
                root = folder.FullName;
                break;
            }
        }

        return Path.GetFullPath(path, root);
    }
}
