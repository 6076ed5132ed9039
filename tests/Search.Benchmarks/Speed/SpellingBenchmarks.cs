using System.Buffers;
using BenchmarkDotNet.Attributes;
using Search.Vietnamese.Spelling;
using Search.Vietnamese.Syllables;

namespace Search.Benchmarks.Speed;

/// <summary>Candidates and the choice over a query, in a made-up vocabulary of 100,000 terms: some 10,000 syllables and foreign words.</summary>
[MemoryDiagnoser]
public class SpellingBenchmarks
{
    private const int Terms = 100_000;

    private static readonly SearchValues<char> CodaLetters = SearchValues.Create("chmnpt");

    private readonly QueryWord[] _query = [.. "sử lý nước thãi khu công ngiệp".Split(' ').Select(word => new QueryWord(word, IsFixed: false))];
    private readonly string _typed = "chưỡng";
    private readonly SpellingCandidates _candidates;
    private readonly QuerySpelling _spelling;

    public SpellingBenchmarks()
    {
        var vocabulary = new SpellingVocabulary(MakeTerms().Distinct(StringComparer.Ordinal).Take(Terms)
            .Select((term, i) => new TermFrequency(term, 1 + (2_000_000 / (i + 1)))));
        var pairs = new PairModel((first, second) => (first.Length + (31 * first[0]) + second[0]) % 7 == 0 ? 20 : 0, 20_000_000);
        _candidates = new(vocabulary.Alike);
        _spelling = new(_candidates, pairs);
    }

    /// <summary>A wrong answer has no speed.</summary>
    [GlobalSetup]
    public void Verify()
    {
        if (!_candidates.For("nghành", 20).Any(candidate => candidate.Term == "ngành") || _spelling.BestOther(_query) is null)
        {
            throw new InvalidOperationException("The vocabulary does not answer.");
        }
    }

    /// <summary>One distance of two syllables.</summary>
    [Benchmark]
    public double Distance() => SpellingDistance.Between(_typed, "trưởng");

    /// <summary>The first five candidates of a syllable.</summary>
    [Benchmark]
    public int CandidatesOfSyllable() => _candidates.For(_typed, 5).Count;

    /// <summary>The first five candidates of a word that is no syllable.</summary>
    [Benchmark]
    public int CandidatesOfWord() => _candidates.For("baritonel", 5).Count;

    /// <summary>The best reading of seven words, 20 candidates each.</summary>
    [Benchmark]
    public object? BestReading() => _spelling.BestOther(_query);

    /// <summary>All syllables of simple parts, then words of consonants and vowels in turn.</summary>
    private static IEnumerable<string> MakeTerms()
    {
        string[] onsets = ["", .. "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph r s t th tr v x".Split(' ')];
        string[] rhymes = [.. "a ă â e ê i o ô ơ u ư y iê uô ươ oa uyê".Split(' ').SelectMany(vowel => (string[])[vowel, .. "c ch i m n ng nh p t u y o".Split(' ').Select(coda => vowel + coda)])];
        string[] tones = ["", "\u0301", "\u0300", "\u0309", "\u0303", "\u0323"];
        foreach (string onset in onsets)
        {
            foreach (string rhyme in rhymes)
            {
                int vowels = rhyme.AsSpan().IndexOfAny(CodaLetters) is var coda and >= 0 ? coda : 1;
                foreach (string syllable in tones.Select(tone => TonePlacement.Canonical($"{onset}{rhyme[..vowels]}{tone}{rhyme[vowels..]}")))
                {
                    if (Syllable.IsSyllable(syllable))
                    {
                        yield return syllable;
                    }
                }
            }
        }

        var random = new Random(1);
        while (true)
        {
            yield return string.Concat(Enumerable.Range(0, random.Next(2, 5)).Select(_ => $"{"bcdfghjklmnprstvwz"[random.Next(18)]}{"aeiou"[random.Next(5)]}")) + "nlrst"[random.Next(5)];
        }
    }
}
