using Search.Vietnamese.Syllables;
using Search.Vietnamese.Unicode;

namespace Search.Vietnamese.Spelling;

/// <summary>How far a typed word is from the word that was meant, by the mistakes that Vietnamese writers make.</summary>
/// <remarks>
/// <para>0 is the same word; a tone or letter mark left out costs 0.15, ch for tr 0.25, another tone 0.4, a wrong letter 1, and nothing more than 2.
/// Syllables are compared by onset, rhyme and tone; other words letter by letter as on a keyboard. The distance is symmetric but for marks: to leave
/// one out is cheaper than to put a wrong one. Levenshtein's distance would find ma as near to mạ as to mo, and see nothing of tr and ch.</para>
/// <para>Thread-safe. Source: the table <c>spelling-costs.tsv</c>, after the VSEC corpus (2021) and Vietnamese dialectology.</para>
/// <code>
/// SpellingDistance.Between("trung", "chung");   // 0.25: the north says them alike
/// SpellingDistance.Between("sữa", "sửa");       // 0.15: the south does
/// SpellingDistance.Between("nghành", "ngành");  // 0.1: a rule of spelling
/// </code>
/// </remarks>
public static class SpellingDistance
{
    /// <summary>The distance of a typed word from a meant one, both in canonical form: 0 to 2.</summary>
    public static double Between(ReadOnlySpan<char> typed, ReadOnlySpan<char> meant) => new TypedSpelling(typed).To(meant).Cost;
}

/// <summary>A typed word made ready to be compared with many.</summary>
internal readonly ref struct TypedSpelling
{
    private readonly ReadOnlySpan<char> _typed;
    private readonly bool _isSpelled;
    private readonly SpelledSyllable _syllable;
    private readonly SpelledSyllable _keyRead;
    private readonly double _keyCost;

    /// <param name="typed">A canonical word.</param>
    public TypedSpelling(ReadOnlySpan<char> typed)
    {
        _typed = typed;
        _isSpelled = SpelledSyllable.TryParse(typed, out _syllable);
        _keyCost = SpellingCosts.Highest;
        if (!Syllable.IsSyllable(typed) && LeftOverKey.Read(typed, out double cost) is { } read && SpelledSyllable.TryParse(read, out _keyRead))
        {
            _keyCost = cost;
        }
    }

    /// <summary>What is to be changed to make the typed word a canonical one; the cost is 2 at most.</summary>
    public SpellingDifference To(ReadOnlySpan<char> meant)
    {
        if (_typed.SequenceEqual(meant))
        {
            return default;
        }

        bool isMeantSpelled = SpelledSyllable.TryParse(meant, out SpelledSyllable syllable);
        SpellingDifference difference = _isSpelled && isMeantSpelled ? SyllableDistance.Between(_syllable, syllable) : WordDifference(_typed, meant);
        if (isMeantSpelled && _keyCost < SpellingCosts.Highest)
        {
            (double cost, int mistakes) = SyllableDistance.Between(_keyRead, syllable);
            difference = _keyCost + cost < difference.Cost ? new(_keyCost + cost, 1 + mistakes) : difference;
        }

        return difference with { Cost = Math.Min(difference.Cost, SpellingCosts.Highest) };
    }

    private static SpellingDifference WordDifference(ReadOnlySpan<char> typed, ReadOnlySpan<char> meant)
    {
        if (Math.Max(typed.Length, meant.Length) > KeyDistance.LongestWord)
        {
            return new(SpellingCosts.Highest, 1);
        }

        Span<char> typedLetters = stackalloc char[typed.Length];
        Span<char> meantLetters = stackalloc char[meant.Length];
        bool differInTone = TakeTones(typed, typedLetters) != TakeTones(meant, meantLetters);
        double letters = KeyDistance.Between(typedLetters, meantLetters, weighsMarks: false);
        return new(letters + (differInTone ? SpellingCosts.MarkLeftOut : 0), (letters > 0 ? 1 : 0) + (differInTone ? 1 : 0));
    }

    /// <summary>Copies the letters without their tones.</summary>
    /// <returns>The tones, in order, as digits.</returns>
    private static long TakeTones(ReadOnlySpan<char> word, Span<char> letters)
    {
        long tones = 0;
        for (int i = 0; i < word.Length; i++)
        {
            int parts = Letters.Parts(word[i]);
            letters[i] = parts == 0 ? word[i] : Letters.Compose(Letters.CodeOf(parts), 0, upper: false);
            tones = Letters.ToneOf(parts) is var tone and not 0 ? (tones * 10) + tone : tones;
        }

        return tones;
    }
}
