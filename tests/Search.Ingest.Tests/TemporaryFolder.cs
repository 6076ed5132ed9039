using System.IO.Compression;
using System.Text;

namespace Search.Ingest.Tests;

/// <summary>A folder of its own for a test, gone after it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("ingest-").FullName;

    public static byte[] Gzip(string text) => Gzip(Encoding.UTF8.GetBytes(text));

    public static byte[] Gzip(byte[] bytes)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest))
        {
            gzip.Write(bytes);
        }

        return compressed.ToArray();
    }

    public string At(string name) => System.IO.Path.Combine(Path, name);

    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        string path = At(name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path) ?? Path);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    /// <summary>Reads paths of this folder, or all of it; a line for each input: <c>name = title</c> or <c>name ! reason</c>.</summary>
    public string[] Read(params string[] names) => Read(IngestFormat.Auto, names);

    public string[] Read(IngestFormat format, params string[] names) =>
        Inputs(format, names)
            .Select(input => Name(input) + (input is IngestedInput.Rejected rejected
                ? $" ! {rejected.Reason}"
                : $" = {((IngestedInput.Accepted)input).Article.Title}"))
            .ToArray();

    public List<IngestedInput> Inputs(IngestFormat format, params string[] names) =>
        ArticleSource.Read(names is [] ? [Path] : names.Select(At), new IngestOptions { Format = format }, CancellationToken.None).ToList();

    public void Dispose() => Directory.Delete(Path, recursive: true);

    private string Name(IngestedInput input) => System.IO.Path.GetRelativePath(Path, input.Name).Replace('\\', '/');
}
