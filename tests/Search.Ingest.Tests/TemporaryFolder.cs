using System.IO.Compression;
using System.Text;
using Search.Articles;

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

    /// <summary>Reads paths of this folder, or all of it; a line for each input: <c>name = title</c> or <c>name ! reason</c>. What is passed over is left out.</summary>
    public string[] Read(params string[] names) => Read(new IngestOptions(), names);

    public string[] Read(IngestFormat format, params string[] names) => Read(new IngestOptions { Format = format }, names);

    public string[] Read(IngestOptions options, params string[] names) => [.. Inputs(options, names).Where(static input => input is not IngestedInput.PassedOver).Select(Line)];

    /// <summary>What is passed over, a line for each input: <c>name - reason</c>.</summary>
    public string[] PassedOver(params string[] names) => [.. Inputs(new IngestOptions(), names).OfType<IngestedInput.PassedOver>().Select(Line)];

    public List<IngestedInput> Inputs(IngestFormat format, params string[] names) =>
        [.. Inputs(new IngestOptions { Format = format }, names).Where(static input => input is not IngestedInput.PassedOver)];

    public List<IngestedInput> Inputs(IngestOptions options, params string[] names) =>
        [.. ArticleSource.Read(names is [] ? [Path] : names.Select(At), options, CancellationToken.None)];

    public Article[] Articles(params string[] names) =>
        [.. Inputs(new IngestOptions(), names).OfType<IngestedInput.Accepted>().Select(static input => input.Article)];

    public void Dispose() => Directory.Delete(Path, recursive: true);

    private string Line(IngestedInput input) => Name(input) + input switch
    {
        IngestedInput.Accepted { Article.Title: var title } => $" = {title}",
        IngestedInput.Rejected { Reason: var reason } => $" ! {reason}",
        IngestedInput.PassedOver { Reason: var reason } => $" - {reason}",
        _ => "",
    };

    private string Name(IngestedInput input) => System.IO.Path.GetRelativePath(Path, input.Name).Replace('\\', '/');
}
