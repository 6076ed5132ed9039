namespace Search.Browser.Tests;

/// <summary>Where pictures of the pages go: beside the tests, or into the docs where <c>SEARCH_SCREENSHOTS=1</c> asks for it.</summary>
internal static class Screenshots
{
    /// <summary>The path of a picture.</summary>
    public static string PathOf(string name) => Path.Combine(
        Environment.GetEnvironmentVariable("SEARCH_SCREENSHOTS") == "1" ? Path.Combine(Repository.Root, "src", "docs", "screenshots") : Path.Combine(AppContext.BaseDirectory, "screenshots"),
        name);
}
