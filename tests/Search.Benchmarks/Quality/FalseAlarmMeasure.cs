using Search.Vietnamese.Folding;
using Search.Vietnamese.Syllables;
using Search.Vietnamese.Tokens;
using Search.Vietnamese.Typing;
using Search.Vietnamese.Unicode;

namespace Search.Benchmarks.Quality;

/// <summary>How many texts that nobody typed without an input method are decoded all the same.</summary>
internal static class FalseAlarmMeasure
{
    private const int FewestOccurrences = 5;
    private const int Examples = 20;

    public static void Run(string folder, TextWriter output)
    {
        CollectionFrequencies frequencies = CollectionFrequencies.Count(folder, "news-baomoi-2017");
        var decoder = new TypingDecoder();
        string[] titles = [.. JsonLinesFile.Strings(folder, "news-rss-2025-2026/corpus.jsonl.gz", "title")];
        (string Name, string[] Texts)[] sets =
        [
            ("titles", titles),
            ("titles without marks", [.. titles.Select(WithoutMarks)]),
            ("titles without marks in small letters", [.. titles.Select(title => WithoutMarks(title).ToLowerInvariant())]),
            ("foreign words of the list", [.. ForeignWords()]),
            ("capitalised words that are no syllables", [.. ForeignNames(folder)]),
        ];
        foreach ((string name, string[] texts) in sets)
        {
            Report($"{name}, by the rules alone", texts, decoder.DecodeQuery, output);
            Report($"{name}, knowing {frequencies.Articles} articles", texts, text => decoder.DecodeQuery(text, frequencies.Of), output);
        }
    }

    private static void Report(string name, string[] texts, Func<string, DecodedQuery?> decode, TextWriter output)
    {
        var changed = texts.Select(text => (Text: text, Decoded: decode(text)!)).Where(pair => pair.Decoded is not null).ToList();
        output.WriteLine($"{name}: {changed.Count} of {texts.Length} changed, {10_000.0 * changed.Count / texts.Length:F2} in 10,000");
        var words = changed.SelectMany(pair => pair.Decoded.Words.Select(word => (pair.Decoded.Method, Keys: pair.Text[word.Start..word.End], word.Text)));
        foreach (var byClass in words.GroupBy(word => $"{word.Method}, {Class(word.Keys)}").OrderByDescending(group => group.Count()))
        {
            var byWord = byClass.GroupBy(word => $"{word.Keys} {word.Text}").OrderByDescending(group => group.Count());
            output.WriteLine($"  {byClass.Key} {byClass.Count()}: {string.Join(", ", byWord.Take(Examples).Select(group => $"{group.Key} ({group.Count()})"))}");
        }
    }

    private static string Class(string keys) =>
        Syllable.IsShape(keys) ? "syllables without marks" : char.IsUpper(keys[0]) ? "names" : "words in small letters";

    private static string WithoutMarks(string text) =>
        string.Concat(NormalizedText.Normalize(text).Select(c => char.IsUpper(c) ? DiacriticFolding.Fold(c.ToString()).ToUpperInvariant() : DiacriticFolding.Fold(c.ToString())));

    private static IEnumerable<string> ForeignWords()
    {
        using Stream table = typeof(TypingDecoder).Assembly.GetManifestResourceStream("telex-english-collisions.tsv")!;
        using var reader = new StreamReader(table);
        reader.ReadLine();
        while (reader.ReadLine()?.Split('\t') is [var word, ..])
        {
            yield return word;
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
                if (token.Type is TokenType.Syllable or TokenType.Word or TokenType.Acronym && char.IsUpper(text[token.Start]) && !Syllable.IsSyllable(scanner.Term))
                {
                    string word = text[token.Start..token.End];
                    counts[word] = counts.GetValueOrDefault(word) + 1;
                }
            }
        }

        return counts.Where(pair => pair.Value >= FewestOccurrences).Select(pair => pair.Key);
    }
}
