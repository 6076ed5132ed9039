using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace Search.Benchmarks.Quality;

/// <summary>A file of the data sets that has one JSON object a line, perhaps compressed (<c>.gz</c>).</summary>
internal static class JsonLinesFile
{
    /// <summary>Its objects, lazily.</summary>
    public static IEnumerable<JsonElement> Read(string folder, string file)
    {
        using FileStream stream = File.OpenRead(Path.Combine(folder, file));
        using Stream content = file.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(stream, CompressionMode.Decompress) : stream;
        using var reader = new StreamReader(content, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            using var document = JsonDocument.Parse(line);
            yield return document.RootElement;
        }
    }

    /// <summary>One string of every object that has it.</summary>
    public static IEnumerable<string> Strings(string folder, string file, string property) =>
        Read(folder, file).Where(line => line.TryGetProperty(property, out _)).Select(line => line.GetProperty(property).GetString() ?? "");
}
