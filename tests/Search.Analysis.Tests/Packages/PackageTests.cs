using System.IO.Compression;

namespace Search.Analysis.Tests.Packages;

/// <summary>The libraries as others get them.</summary>
public sealed class PackageTests(PackageFeed feed) : IClassFixture<PackageFeed>
{
    [Theory]
    [InlineData("Search.Analysis")]
    [InlineData("Search.Vietnamese")]
    public void The_example_of_the_README_runs_against_the_package_and_prints_what_it_says(string package)
    {
        string readme = File.ReadAllText(Path.Combine(PackageFeed.Repository, "src", package, "README.md"));
        Assert.Equal(Block(readme, "text").Trim(), feed.Run(package, Block(readme, "csharp")).Trim());
    }

    [Theory]
    [InlineData("Search.Analysis")]
    [InlineData("Search.Vietnamese")]
    public void A_package_has_documentation_a_README_and_symbols(string package)
    {
        HashSet<string> entries = Entries(package, "nupkg");
        Assert.All([$"lib/net10.0/{package}.dll", $"lib/net10.0/{package}.xml", "README.md"], entry => Assert.Contains(entry, entries));
        Assert.Contains($"lib/net10.0/{package}.pdb", Entries(package, "snupkg"));
    }

    private HashSet<string> Entries(string package, string extension)
    {
        using ZipArchive archive = ZipFile.OpenRead(Assert.Single(Directory.GetFiles(feed.Folder, $"{package}.*.{extension}")));
        return [.. archive.Entries.Select(entry => entry.FullName)];
    }

    /// <summary>The first block of code in a language.</summary>
    private static string Block(string markdown, string language) => markdown.Split($"```{language}\n")[1].Split("```")[0];
}
