using Search.Vietnamese.Folding;
using Search.Vietnamese.Spelling;
using Search.Vietnamese.Syllables;

namespace Search.Benchmarks.Quality;

/// <summary>Spelling on mistakes that people made: candidates for single words and the choice in whole sentences; and on slips made by rule.</summary>
/// <remarks>Vocabulary and counts are those of <c>news-baomoi-2017</c>; the mistakes those of <c>spelling</c>.</remarks>
internal static class SpellingQuality
{
    private const int Shown = 5;

    public static void Measure(string folder, TextWriter output)
    {
        NewsCounts counts = NewsCounts.Read(Path.Combine(folder, "news-baomoi-2017", "corpus.jsonl.gz"));
        var vocabulary = new SpellingVocabulary(counts.Terms.Select(term => new TermFrequency(term.Term, term.Frequency)));
        var candidates = new SpellingCandidates(vocabulary.Alike);
        output.WriteLine($"news-baomoi-2017: {counts.Length} tokens, {vocabulary.Count} terms");
        MeasureCandidates(ReadPairs(Path.Combine(folder, "spelling", "pairs.tsv"), counts), candidates, output);
        var model = new PairModel(counts.PairFrequency, counts.Length);
        SentenceSpelling.Measure(Path.Combine(folder, "spelling", "viwiki.jsonl"), candidates, model, output);
        SlipRepair.Measure(Path.Combine(folder, "news-baomoi-2017", "headline-queries.jsonl"), new QuerySpelling(candidates, model), output);
    }

    private readonly record struct Pair(string Typed, string Meant, int Count);

    /// <summary>The pairs of single words whose right form is a syllable of the news and another term than the wrong one.</summary>
    private static List<Pair> ReadPairs(string path, NewsCounts counts) =>
        [.. File.ReadLines(path)
            .Select(line => line.Split('\t'))
            .Where(cells => cells.Length == 3 && !cells[0].Contains(' ') && Syllable.IsSyllable(TonePlacement.Canonical(cells[1])))
            .Select(cells => new Pair(TonePlacement.Canonical(cells[0]), TonePlacement.Canonical(cells[1]), int.Parse(cells[2], null)))
            .Where(pair => pair.Typed != pair.Meant && counts.Frequency(pair.Meant) > 0)];

    private static void MeasureCandidates(List<Pair> pairs, SpellingCandidates candidates, TextWriter output)
    {
        var ranked = pairs.ConvertAll(pair => (Pair: pair, Rank: RankOf(pair, candidates), Class: ClassOf(pair)));
        output.WriteLine($"\npairs of words: {"",-10} pairs  hit@1  hit@{Shown}   hit@{Shown} by occurrences");
        foreach (var group in ranked.GroupBy(each => each.Class).OrderByDescending(group => group.Count()).Prepend(ranked.GroupBy(_ => "all").Single()))
        {
            double Share(Func<int, bool> isHit) => 100.0 * group.Count(each => isHit(each.Rank)) / group.Count();
            double byOccurrence = 100.0 * group.Where(each => each.Rank <= Shown).Sum(each => each.Pair.Count) / group.Sum(each => each.Pair.Count);
            output.WriteLine($"{group.Key,-26} {group.Count(),5} {Share(rank => rank == 1),6:F1} {Share(rank => rank <= Shown),6:F1} {byOccurrence,6:F1}");
        }

        foreach (var group in ranked.Where(each => each.Rank > Shown).GroupBy(each => each.Class))
        {
            output.WriteLine($"missed, {group.Key}: {string.Join(", ", group.Select(each => $"{each.Pair.Typed} {each.Pair.Meant}"))}");
        }
    }

    /// <summary>From 1; <see cref="int.MaxValue"/> for no candidate.</summary>
    private static int RankOf(Pair pair, SpellingCandidates candidates)
    {
        IReadOnlyList<SpellingCandidate> found = candidates.For(pair.Typed, int.MaxValue);
        int index = Enumerable.Range(0, found.Count).FirstOrDefault(i => found[i].Term == pair.Meant, -1);
        return index < 0 ? int.MaxValue : index + 1;
    }

    /// <summary>What is wrong in a word.</summary>
    private static string ClassOf(Pair pair)
    {
        if (!Syllable.TryParse(pair.Typed, out Syllable typed) || !Syllable.TryParse(pair.Meant, out Syllable meant))
        {
            return "typed word is no syllable";
        }

        return (typed.Onset != meant.Onset, typed.Rhyme != meant.Rhyme, typed.Tone != meant.Tone) switch
        {
            _ when SpellingDistance.Between(pair.Typed, pair.Meant) >= 2 => "another word",
            (false, false, true) => "tone",
            (true, false, false) => "onset",
            (false, true, false) when DiacriticFolding.Fold(typed.Rhyme) == DiacriticFolding.Fold(meant.Rhyme) => "letter mark",
            (false, true, false) => "rhyme",
            _ => "several parts",
        };
    }
}
