using Search.Vietnamese.Folding;
using Search.Vietnamese.Tokens;
using Search.Vietnamese.Typing;
using Search.Vietnamese.Unicode;

namespace Search.Benchmarks.Quality;

/// <summary>How many texts that nobody typed without an input method are decoded all the same.</summary>
internal static class FalseAlarmMeasure
{
    private const int FewestOccurrences = 5;
    private const int Examples = 25;

    public static void Run(string folder, TextWriter output)
    {
        CollectionFrequencies frequencies = CollectionFrequencies.Count(folder, "news-baomoi-2017");
        var decoder = new TypingDecoder();
        string[] titles = [.. JsonLinesFile.Strings(folder, "news-rss-2025-2026/corpus.jsonl.gz", "title")];
        foreach (Func<string, DecodedQuery?> decode in (Func<string, DecodedQuery?>[])[decoder.DecodeQuery, text => decoder.DecodeQuery(text, frequencies.Of)])
        {
            output.WriteLine(decode == decoder.DecodeQuery ? "The rules alone" : $"Knowing the words of {frequencies.Articles} articles");
            Report("titles", titles, decode, output);
            Report("titles without marks", [.. titles.Select(Unmarked)], decode, output);
            Report("titles in small letters without marks", [.. titles.Select(title => DiacriticFolding.Fold(NormalizedText.Normalize(title)))], decode, output);
            Report("numbers glued to words without marks", [.. titles.SelectMany(Glued)], decode, output);
            Report("foreign words of the list", [.. File.ReadLines(Path.Combine(folder, "../spec/data/telex-english-collisions.tsv")).Skip(1).Select(row => row.Split('\t')[0])], decode, output);
            Report("capitalised words that are no syllables", [.. ForeignNames(folder)], decode, output);
        }
    }

    private static void Report(string name, string[] texts, Func<string, DecodedQuery?> decode, TextWriter output)
    {
        var changed = texts.Select(text => (text, decoded: decode(text))).Where(pair => pair.decoded is not null).ToList();
        output.WriteLine($"  {name}: {changed.Count} of {texts.Length} changed, {10_000.0 * changed.Count / texts.Length:F2} in 10,000");
        var byWord = changed.SelectMany(pair => pair.decoded!.Words.Select(word => $"{pair.text[word.Start..word.End]} {word.Text}"))
            .GroupBy(word => word).OrderByDescending(group => group.Count());
        output.WriteLine($"    {string.Join(", ", byWord.Take(Examples).Select(group => $"{group.Key} ({group.Count()})"))}");
    }

    private static string Unmarked(string text) =>
        string.Concat(NormalizedText.Normalize(text).Select(c => char.IsUpper(c) ? DiacriticFolding.Fold(c.ToString()).ToUpperInvariant() : DiacriticFolding.Fold(c.ToString())));

    /// <summary>A title for each of its words with a number behind it, which are written together: <c>xem tap3 hom nay</c>.</summary>
    private static IEnumerable<string> Glued(string title)
    {
        string[] words = DiacriticFolding.Fold(NormalizedText.Normalize(title)).Split(' ');
        for (int i = 0; i + 1 < words.Length; i++)
        {
            if (words[i].All(char.IsAsciiLetter) && words[i + 1] is [>= '1' and <= '9'])
            {
                yield return string.Join(' ', [.. words[..i], words[i] + words[i + 1], .. words[(i + 2)..]]);
            }
        }
    }

    private static IEnumerable<string> ForeignNames(string folder)
    {
        var scanner = new VietnameseTokenScanner();
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (string text in JsonLinesFile.Strings(folder, "news-football-2025/corpus.jsonl.gz", "body"))
        {
            scanner.Reset(text.AsMemory());
            while (scanner.MoveNext())
            {
                VietnameseToken token = scanner.Current;
                if (token.Type != TokenType.Syllable && char.IsUpper(text[token.Start]) && token.Type is TokenType.Word or TokenType.Acronym)
                {
                    string word = text[token.Start..token.End];
                    counts[word] = counts.GetValueOrDefault(word) + 1;
                }
            }
        }

        return counts.Where(pair => pair.Value >= FewestOccurrences).Select(pair => pair.Key);
    }
}
