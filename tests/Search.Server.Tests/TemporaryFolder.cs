namespace Search.Server.Tests;

/// <summary>A folder that is gone after use.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("search-server-").FullName;

    /// <summary>The path of something in it.</summary>
    public string this[string name] => Path.Combine(_path, name);

    public void Dispose() => Directory.Delete(_path, recursive: true);
}
