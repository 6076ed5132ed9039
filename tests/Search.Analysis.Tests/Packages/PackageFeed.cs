using System.Reflection;

namespace Search.Analysis.Tests.Packages;

/// <summary>A temporary folder outside the repository with a feed that holds the packed libraries, as they were built for these tests.</summary>
public sealed class PackageFeed : IDisposable
{
    private static readonly string Configuration = typeof(PackageFeed).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;   // the SDK writes it

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("search-packages-");

    public PackageFeed()
    {
        foreach (string library in (string[])["Search.Vietnamese", "Search.Analysis"])
        {
            Dotnet.Run(_folder.FullName, "pack", Path.Combine(Repository, "src", library), "--no-build", "-c", Configuration, "-o", Folder);
        }

        // Only what is in the feed or in the package cache of this machine: Lucene.Net is there, for these tests were restored.
        Write("nuget.config", $"""
            <configuration>
              <packageSources><clear /><add key="feed" value="{Folder}" /></packageSources>
              <fallbackPackageFolders><add key="cache" value="{Setting("PackageCache")}" /></fallbackPackageFolders>
              <config><add key="globalPackagesFolder" value="{Path.Combine(_folder.FullName, "packages")}" /></config>
            </configuration>
            """);
    }

    public static string Repository => Setting("Repository");

    /// <summary>Where the packages are.</summary>
    public string Folder => Path.Combine(_folder.FullName, "feed");

    /// <summary>Makes a console program that refers to one package, runs it and returns what it printed.</summary>
    public string Run(string package, string program)
    {
        string name = $"Uses.{package}";
        Write($"{name}/{name}.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <UseAppHost>false</UseAppHost>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="{package}" Version="*-*" />
              </ItemGroup>
            </Project>
            """);
        Write($"{name}/Program.cs", program);
        string folder = Path.Combine(_folder.FullName, name);
        Dotnet.Run(folder, "build", "-o", "output");
        return Dotnet.Run(folder, Path.Combine("output", $"{name}.dll"));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static string Setting(string key) =>
        typeof(PackageFeed).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;   // the project file gives a value

    private void Write(string path, string content)
    {
        string file = Path.Combine(_folder.FullName, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);   // the file is in a folder
        File.WriteAllText(file, content);
    }
}
