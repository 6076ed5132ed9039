using Search.Engine.Searching;

namespace Search.Engine.Tests;

/// <summary>Tests over an index of their own, opened before each of them and removed behind it.</summary>
public abstract class IndexTests : IAsyncLifetime
{
    /// <summary>A folder for the index, and for what else a test needs.</summary>
    protected string Folder { get; } = Directory.CreateTempSubdirectory("search-engine-tests-").FullName;

    /// <summary>The index; a test may close it and open it again.</summary>
    protected SearchEngine Engine { get; set; } = null!;   // InitializeAsync runs before every test

    public async Task InitializeAsync()
    {
        Engine = Open();
        await FillAsync();
    }

    public async Task DisposeAsync()
    {
        await Engine.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    /// <summary>Opens the index.</summary>
    protected virtual SearchEngine Open() => SearchEngine.Open(new() { Path = Folder });

    /// <summary>Writes what all the tests of a class search in.</summary>
    protected virtual Task FillAsync() => Task.CompletedTask;
}
