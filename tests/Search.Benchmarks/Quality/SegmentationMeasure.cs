using System.Diagnostics;
using System.Text.Json;
using Search.Vietnamese.Tokens;
using Search.Vietnamese.Words;

namespace Search.Benchmarks.Quality;

/// <summary>Learns a lexicon from a news archive and compares the words it finds in a treebank with those of the annotators.</summary>
/// <remarks>A word is right if both its borders are. Signs and numbers are words that no method can miss, so there are figures without them, too. The
/// thresholds of the lexicon were chosen on the training part.</remarks>
internal static class SegmentationMeasure
{
    private const string Collection = "news-baomoi-2017/corpus.jsonl.gz";

    public static void Run(string folder, TextWriter output)
    {
        Lexicon lexicon = Learn(folder, output);
        foreach (string part in (string[])["train", "dev"])
        {
            List<Sentence> sentences = Read(folder, $"wordseg/ud-vtb-{part}.jsonl", text => text);
            output.WriteLine($"\nud-vtb-{part}, {sentences.Count} sentences:");
            Report(output, "single syllables", sentences, syllables => [.. syllables.Select(_ => 1)]);
            Report(output, "longest match", sentences, syllables => LongestMatch(lexicon, syllables));
            Report(output, "most likely words", sentences, lexicon.Segment);
            Report(output, "  in capitals", Read(folder, $"wordseg/ud-vtb-{part}.jsonl", text => text.ToUpperInvariant()), lexicon.Segment);
            Report(output, "  in small letters", Read(folder, $"wordseg/ud-vtb-{part}.jsonl", text => text.ToLowerInvariant()), lexicon.Segment);
        }
    }

    /// <summary>A sentence of white-space separated pieces.</summary>
    /// <param name="Syllables">The canonical syllable of each piece; <see langword="null"/> for signs, numbers and composites.</param>
    /// <param name="Lengths">The pieces of each word.</param>
    private sealed record Sentence(string?[] Syllables, int[] Lengths);

    private static Lexicon Learn(string folder, TextWriter output)
    {
        var builder = new LexiconBuilder();
        var reading = new Stopwatch();
        int articles = 0;
        foreach (JsonElement article in JsonLinesFile.Read(folder, Collection))
        {
            string title = article.GetProperty("title").GetString()!;
            string body = article.GetProperty("body").GetString()!;
            articles++;
            reading.Start();
            builder.Add(title);
            builder.Add(body);
            reading.Stop();
        }

        var building = Stopwatch.StartNew();
        Lexicon lexicon = builder.Build();
        building.Stop();
        using var saved = new MemoryStream();
        lexicon.Save(saved);
        int[] byLength = [.. lexicon.Words.CountBy(word => word.AsSpan().Count(' ')).OrderBy(pair => pair.Key).Select(pair => pair.Value)];
        output.WriteLine($"{Collection}: {articles} articles read in {reading.Elapsed.TotalSeconds:F1} s, words learned in {building.Elapsed.TotalSeconds:F1} s, "
            + $"peak memory of the process {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MiB");
        output.WriteLine($"words of one, two, … syllables: {string.Join(", ", byLength)}; saved in {saved.Length / 1024} KiB");
        return lexicon;
    }

    private static void Report(TextWriter output, string method, List<Sentence> sentences, Func<IReadOnlyList<string>, IReadOnlyList<int>> segment)
    {
        (int found, int gold, int right) = (0, 0, 0);
        (int foundWords, int goldWords, int rightWords) = (0, 0, 0);
        foreach (Sentence sentence in sentences)
        {
            HashSet<(int, int)> spans = [.. Spans(sentence.Lengths)];
            gold += spans.Count;
            goldWords += spans.Count(span => sentence.Syllables[span.Item1] is not null);
            foreach ((int start, int end) in Spans(Segment(sentence.Syllables, segment)))
            {
                int isRight = spans.Contains((start, end)) ? 1 : 0;
                int isWord = sentence.Syllables[start] is null ? 0 : 1;
                (found, right) = (found + 1, right + isRight);
                (foundWords, rightWords) = (foundWords + isWord, rightWords + (isRight & isWord));
            }
        }

        output.WriteLine($"  {method,-20} {Measures(found, gold, right)}; without signs and numbers {Measures(foundWords, goldWords, rightWords)}");
    }

    private static string Measures(int found, int gold, int right)
    {
        double precision = (double)right / found;
        double recall = (double)right / gold;
        return $"P {precision:F4} R {recall:F4} F1 {2 * precision * recall / (precision + recall):F4}";
    }

    private static IEnumerable<(int Start, int End)> Spans(IEnumerable<int> lengths)
    {
        int start = 0;
        foreach (int length in lengths)
        {
            yield return (start, start + length);
            start += length;
        }
    }

    /// <summary>Segments each run of syllables; every other piece is a word by itself.</summary>
    private static List<int> Segment(string?[] syllables, Func<IReadOnlyList<string>, IReadOnlyList<int>> segment)
    {
        var lengths = new List<int>();
        for (int i = 0; i < syllables.Length;)
        {
            List<string> run = [.. syllables.Skip(i).TakeWhile(syllable => syllable is not null).Select(syllable => syllable!)];
            lengths.AddRange(run.Count == 0 ? [1] : segment(run));
            i += Math.Max(1, run.Count);
        }

        return lengths;
    }

    private static List<int> LongestMatch(Lexicon lexicon, IReadOnlyList<string> syllables)
    {
        const int LongestWord = 4;
        var lengths = new List<int>();
        for (int i = 0; i < syllables.Count; i += lengths[^1])
        {
            int length = Math.Min(LongestWord, syllables.Count - i);
            while (length > 1 && !lexicon.Contains(string.Join(' ', syllables.Skip(i).Take(length))))
            {
                length--;
            }

            lengths.Add(length);
        }

        return lengths;
    }

    private static List<Sentence> Read(string folder, string file, Func<string, string> type)
    {
        var scanner = new VietnameseTokenScanner();
        return
        [
            .. JsonLinesFile.Read(folder, file).Select(line =>
            {
                string[][] words = [.. line.GetProperty("words").EnumerateArray().Select(word => word.GetString()!.Split(' ', StringSplitOptions.RemoveEmptyEntries))];
                return new Sentence([.. words.SelectMany(word => word).Select(piece => SyllableOf(scanner, type(piece)))], [.. words.Select(word => word.Length)]);
            }),
        ];
    }

    private static string? SyllableOf(VietnameseTokenScanner scanner, string piece)
    {
        scanner.Reset(piece.AsMemory());
        bool isSyllable = scanner.MoveNext() && scanner.Current is { Start: 0, PositionCount: 1, Type: TokenType.Syllable or TokenType.Word or TokenType.Acronym }
            && scanner.Current.End == piece.Length;
        return isSyllable ? scanner.Term.ToString() : null;
    }
}
