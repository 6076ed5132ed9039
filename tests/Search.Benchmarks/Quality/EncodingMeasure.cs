using System.Text.Json;
using Search.Vietnamese.Encodings;
using Search.Vietnamese.Unicode;

namespace Search.Benchmarks.Quality;

/// <summary>How many real texts in old and new encodings are detected and decoded to the original.</summary>
internal static class EncodingMeasure
{
    private const int Titles = 5_000;
    private const int Examples = 6;

    private static readonly Dictionary<string, TextEncoding> Samples = new(StringComparer.Ordinal)
    {
        ["tcvn3"] = TextEncoding.Tcvn3,
        ["vni"] = TextEncoding.VniWindows,
        ["viscii"] = TextEncoding.Viscii,
        ["windows-1258"] = TextEncoding.Windows1258,
        ["utf-8-nfd"] = TextEncoding.Utf8,
        ["utf-8-bom"] = TextEncoding.Utf8,
        ["utf-16le-bom"] = TextEncoding.Utf16LittleEndian,
    };

    private static readonly TextEncoding[] CodePages =
    [
        TextEncoding.Tcvn3, TextEncoding.VniWindows, TextEncoding.Viscii, TextEncoding.Vps, TextEncoding.Windows1258,
        TextEncoding.BkHcm2, TextEncoding.BkHcm1, TextEncoding.Tcvn5712Vn1,
    ];

    public static void Run(string folder, TextWriter output)
    {
        output.WriteLine("The samples");
        foreach ((string name, TextEncoding encoding) in Samples)
        {
            var wrong = JsonLinesFile.Read(folder, "encodings/samples.jsonl.gz").Select(sample => IsRight(sample, name, encoding)).ToList();
            output.WriteLine($"  {name}: {wrong.Count(isRight => isRight)} of {wrong.Count}");
        }

        LegacyWriter[] writers = [.. CodePages.Select(encoding => new LegacyWriter(encoding))];
        string[] openings = [.. JsonLinesFile.Strings(folder, "encodings/samples.jsonl.gz", "utf8")];
        string[] titles = [.. JsonLinesFile.Strings(folder, "news-rss-2025-2026/corpus.jsonl.gz", "title").Take(Titles)];
        Report("Openings of articles", openings, writers, output);
        Report("Openings of articles in capitals", [.. openings.Select(text => text.ToUpperInvariant())], writers, output);
        Report("Titles", titles, writers, output);
        Report("Titles in capitals", [.. titles.Select(text => text.ToUpperInvariant())], writers, output);
        Report("Four words of titles", [.. titles.Select(text => string.Join(' ', text.Split(' ').Take(4)))], writers, output);
        Report("Titles in English pages", [.. titles.Select(text => string.Concat(Enumerable.Repeat("The quick brown fox jumps over the lazy dog. <p class=\"x\">", 20)) + text)], writers, output);
    }

    private static bool IsRight(JsonElement sample, string name, TextEncoding encoding)
    {
        string original = sample.GetProperty("utf8").GetString()!;
        return EncodingDetector.Detect(sample.GetProperty(name).GetBytesFromBase64()) is { } detected && detected.Encoding == encoding && name switch
        {
            "tcvn3" => string.Equals(detected.Text, original, StringComparison.OrdinalIgnoreCase),
            "utf-8-nfd" => NormalizedText.Normalize(detected.Text) == NormalizedText.Normalize(original),
            _ => detected.Text == original,
        };
    }

    /// <summary>Writes texts in every code page and counts those that come back. Where two code pages read a text alike, either is right.</summary>
    private static void Report(string name, string[] texts, LegacyWriter[] writers, TextWriter output)
    {
        output.WriteLine(name);
        foreach (LegacyWriter writer in writers)
        {
            int right = 0;
            int undecided = 0;
            var wrong = new List<string>();
            foreach (string text in texts)
            {
                byte[] bytes = writer.Write(text);
                if (bytes.All(b => b < 0x80))
                {
                    right++;
                    continue;
                }

                string meant = writer.Encoding.Decode(bytes);
                DetectedText? detected = EncodingDetector.Detect(bytes);
                if (detected is null)
                {
                    undecided++;
                }
                else if (string.Equals(detected.Text, meant, StringComparison.OrdinalIgnoreCase))
                {
                    right++;
                }
                else
                {
                    wrong.Add($"{detected.Encoding}: {meant} => {detected.Text}");
                }
            }

            output.WriteLine($"  {writer.Encoding}: {right} of {texts.Length} right, {undecided} undecided, {wrong.Count} wrong");
            foreach (string example in wrong.Take(Examples))
            {
                output.WriteLine($"    {example[Math.Max(0, example.Length - 200)..]}");
            }
        }
    }
}
