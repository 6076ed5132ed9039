using System.Text.Json;
using Search.Vietnamese.Spelling;
using Search.Vietnamese.Syllables;
using Search.Vietnamese.Tokens;

namespace Search.Benchmarks.Quality;

/// <summary>How many marked mistakes the choice over whole sentences repairs, and how many other words it changes.</summary>
/// <remarks>On the sentences of Wikipedia that have a mistake; their words are often not those of the news. λ was chosen on the even ones; the odd
/// ones say what it is worth.</remarks>
internal static class SentenceSpelling
{
    public static void Measure(string path, SpellingCandidates candidates, PairModel model, TextWriter output)
    {
        List<List<Word>> sentences = [.. File.ReadLines(path).SelectMany(Sentences).Where(sentence => sentence.Exists(word => word.IsMistake))];
        List<List<Word>> even = [.. sentences.Where((_, i) => i % 2 == 0)];
        List<List<Word>> odd = [.. sentences.Where((_, i) => i % 2 == 1)];
        output.WriteLine($"\nsentences with a mistake: {sentences.Count}");
        foreach (double weight in (double[])[4, 8, 12])
        {
            Measure($"even, λ = {weight}", even, new QuerySpelling(candidates, model) { CostWeight = weight }, output);
        }

        Measure("odd", odd, new QuerySpelling(candidates, model), output);
    }

    /// <summary>A word of a sentence.</summary>
    /// <param name="Query">As it stands.</param>
    /// <param name="Right">What it should be, if it is marked as a mistake; else <see langword="null"/>.</param>
    private sealed record Word(QueryWord Query, HashSet<string>? Right)
    {
        /// <summary>Whether one other word is right; what has to be cut in two or is the same term is no mistake here.</summary>
        public bool IsMistake => Right is not null && !Right.Contains(Query.Term) && Right.Any(term => !term.Contains(' '));
    }

    private static void Measure(string name, List<List<Word>> sentences, QuerySpelling spelling, TextWriter output)
    {
        int mistakes = 0, repaired = 0, changedOtherwise = 0, right = 0, broken = 0;
        foreach (List<Word> sentence in sentences)
        {
            QueryReading? reading = spelling.BestOther([.. sentence.Select(word => word.Query)]);
            for (int i = 0; i < sentence.Count; i++)
            {
                Word word = sentence[i];
                string term = reading?.Terms[i] ?? word.Query.Term;
                mistakes += word.IsMistake ? 1 : 0;
                repaired += word.IsMistake && word.Right!.Contains(term) ? 1 : 0;   // a mistake has a right form
                changedOtherwise += word.IsMistake && !word.Right!.Contains(term) && term != word.Query.Term ? 1 : 0;
                right += word.Right is null ? 1 : 0;
                broken += word.Right is null && term != word.Query.Term ? 1 : 0;
            }
        }

        output.WriteLine($"{name}: {repaired} of {mistakes} mistakes repaired ({100.0 * repaired / mistakes:F1} %), {changedOtherwise} made another mistake, "
            + $"{broken} of {right} other words changed ({100.0 * broken / right:F2} %)");
    }

    private static List<List<Word>> Sentences(string line)
    {
        using JsonDocument article = JsonDocument.Parse(line);
        string text = article.RootElement.GetProperty("text").GetString() ?? "";
        var mistakes = article.RootElement.GetProperty("mistakes").EnumerateArray()
            .Select(mistake => (
                Start: mistake.GetProperty("start").GetInt32(),
                Length: mistake.GetProperty("text").GetString()?.Length ?? 0,
                Right: mistake.GetProperty("suggest").EnumerateArray().Select(right => TonePlacement.Canonical(right.GetString())).ToHashSet(StringComparer.Ordinal)))
            .ToList();
        var sentences = new List<List<Word>> { new() };
        var scanner = new VietnameseTokenScanner();
        scanner.Reset(text.AsMemory());
        while (scanner.MoveNext())
        {
            VietnameseToken token = scanner.Current;
            if (!QueryWords.IsWord(token))
            {
                continue;
            }

            if (token.Break != TextBreak.None)
            {
                sentences.Add([]);
            }

            HashSet<string>? right = mistakes.Find(mistake => mistake.Start <= token.Start && token.Start < mistake.Start + mistake.Length).Right;
            sentences[^1].Add(new(QueryWords.Of(scanner, text), right));
        }

        return sentences;
    }
}
