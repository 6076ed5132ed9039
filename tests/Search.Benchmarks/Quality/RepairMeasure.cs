using System.Net;
using System.Text;
using Search.Vietnamese.Encodings;

namespace Search.Benchmarks.Quality;

/// <summary>How much damaged text comes back, and what becomes of sound text.</summary>
internal static class RepairMeasure
{
    private const int Titles = 5_000;
    private const int Examples = 12;

    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    private static readonly (string Name, Func<string, string> Damage)[] Damages =
    [
        ("UTF-8 read as Windows-1252", ShownAsWindows1252),
        ("UTF-8 read as Windows-1252 twice", text => ShownAsWindows1252(ShownAsWindows1252(text))),
        ("UTF-8 read as Latin-1", text => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text))),
        ("character references", WebUtility.HtmlEncode),
        ("character references, numbers only", text => string.Concat(text.Select(c => c < 0x80 ? c.ToString() : $"&#{(int)c};"))),
        .. new[] { TextEncoding.Tcvn3, TextEncoding.VniWindows, TextEncoding.Viscii, TextEncoding.Vps, TextEncoding.Windows1258, TextEncoding.BkHcm2, TextEncoding.BkHcm1, TextEncoding.Tcvn5712Vn1 }
            .Select(encoding => new LegacyWriter(encoding)).Select(writer => ($"{writer.Encoding} shown as Windows-1252", (Func<string, string>)(text => ShownAsWindows1252(writer.Write(text))))),
    ];

    public static void Run(string folder, TextWriter output)
    {
        string[] openings = [.. JsonLinesFile.Strings(folder, "encodings/samples.jsonl.gz", "utf8")];
        string[] titles = [.. JsonLinesFile.Strings(folder, "news-rss-2025-2026/corpus.jsonl.gz", "title").Where(title => title.Count(c => c >= 0x80) > 1).Take(Titles)];
        foreach ((string name, Func<string, string> damage) in Damages)
        {
            output.WriteLine($"{name}: {Repaired(openings, damage)} openings of {openings.Length}, {Repaired(titles, damage)} titles of {titles.Length}");
        }

        foreach (string set in (string[])["news-rss-2025-2026", "news-baomoi-2017", "news-vietnews", "news-football-2025"])
        {
            string[] texts = [.. JsonLinesFile.Strings(folder, $"{set}/corpus.jsonl.gz", "title"), .. JsonLinesFile.Strings(folder, $"{set}/corpus.jsonl.gz", "body")];
            var changed = texts.Select(text => (text, repaired: TextRepair.Repair(text))).Where(pair => pair.repaired.IsRepaired).ToList();
            output.WriteLine($"{set}: {changed.Count} of {texts.Length} changed");
            foreach (var label in changed.GroupBy(pair => pair.repaired.Label).OrderByDescending(group => group.Count()))
            {
                output.WriteLine($"  {label.Key} {label.Count()}");
                foreach ((string text, RepairedText repaired) in label.Take(Examples))
                {
                    output.WriteLine($"    {Difference(text, repaired.Text)}");
                }
            }
        }
    }

    private static int Repaired(string[] texts, Func<string, string> damage) =>
        texts.Count(text => string.Equals(TextRepair.Repair(damage(text)).Text, text, StringComparison.OrdinalIgnoreCase));

    private static string ShownAsWindows1252(string text) => ShownAsWindows1252(Encoding.UTF8.GetBytes(text));

    private static string ShownAsWindows1252(byte[] bytes) => Windows1252.GetString(bytes);

    /// <summary>Where two texts begin to differ.</summary>
    private static string Difference(string text, string repaired)
    {
        int start = Math.Max(0, text.AsSpan().CommonPrefixLength(repaired) - 20);
        return $"{text[start..Math.Min(text.Length, start + 60)]} => {repaired[start..Math.Min(repaired.Length, start + 60)]}".ReplaceLineEndings(" ");
    }
}
