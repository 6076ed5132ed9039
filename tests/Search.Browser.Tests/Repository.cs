namespace Search.Browser.Tests;

/// <summary>The checkout that the tests were built from.</summary>
internal static class Repository
{
    /// <summary>The folder of <c>Search.sln</c>.</summary>
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    private static string Find(DirectoryInfo folder) =>
        File.Exists(Path.Combine(folder.FullName, "Search.sln")) ? folder.FullName : Find(folder.Parent ?? throw new InvalidOperationException("There is no Search.sln above the tests."));
}
