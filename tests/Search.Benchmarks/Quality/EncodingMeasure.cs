using System.Text.Json;
using Search.Vietnamese.Encodings;
using Search.Vietnamese.Unicode;

namespace Search.Benchmarks.Quality;

/// <summary>How many real texts in old and new encodings are detected and decoded to the original.</summary>
internal static class EncodingMeasure
{
    private static readonly Dictionary<string, TextEncoding> Encodings = new(StringComparer.Ordinal)
    {
        ["tcvn3"] = TextEncoding.Tcvn3,
        ["vni"] = TextEncoding.VniWindows,
        ["viscii"] = TextEncoding.Viscii,
        ["windows-1258"] = TextEncoding.Windows1258,
        ["utf-8-nfd"] = TextEncoding.Utf8,
        ["utf-8-bom"] = TextEncoding.Utf8,
        ["utf-16le-bom"] = TextEncoding.Utf16LittleEndian,
    };

    public static void Run(string folder, TextWriter output)
    {
        var samples = JsonLinesFile.Read(folder, "encodings/samples.jsonl.gz").Select(line => line.Clone()).ToList();
        foreach ((string name, TextEncoding encoding) in Encodings)
        {
            var wrong = samples.Where(sample => !IsRight(sample, name, encoding)).ToList();
            output.WriteLine($"{name}: {samples.Count - wrong.Count} of {samples.Count}");
            foreach (JsonElement sample in wrong)
            {
                DetectedText? detected = EncodingDetector.Detect(sample.GetProperty(name).GetBytesFromBase64());
                output.WriteLine($"  {sample.GetProperty("id").GetString()} {detected?.Encoding.Name ?? "none"}");
            }
        }
    }

    private static bool IsRight(JsonElement sample, string name, TextEncoding encoding)
    {
        string original = sample.GetProperty("utf8").GetString()!;
        if (EncodingDetector.Detect(sample.GetProperty(name).GetBytesFromBase64()) is not { } detected)
        {
            return false;
        }

        return detected.Encoding == encoding && name switch
        {
            "tcvn3" => string.Equals(detected.Text, original, StringComparison.OrdinalIgnoreCase),
            "utf-8-nfd" => NormalizedText.Normalize(detected.Text) == NormalizedText.Normalize(original),
            _ => detected.Text == original,
        };
    }
}
