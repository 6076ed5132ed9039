using Search.Vietnamese.Data;
using Search.Vietnamese.Syllables;

namespace Search.Vietnamese.Spelling;

/// <summary>How a typed word differs from a meant one.</summary>
/// <param name="Cost">The sum of what the mistakes cost.</param>
/// <param name="Mistakes">How many there are at least; 0 for the same word.</param>
internal readonly record struct SpellingDifference(double Cost, int Mistakes);

/// <summary>What it costs to take one syllable for another: the sum over onset, rhyme and tone.</summary>
/// <remarks>Thread-safe. A pair of onsets or rhymes that the table of costs does not list has the distance of its letters on a keyboard. Costs of
/// rhymes are computed once for each typed rhyme.</remarks>
internal static class SyllableDistance
{
    /// <param name="Cost">What it costs to have typed one rhyme for another.</param>
    /// <param name="LacksMarks">Whether nothing but marks was left out.</param>
    private readonly record struct RhymeDifference(double Cost, bool LacksMarks);

    private static readonly int Qu = SpelledSyllable.IndexOfOnset("qu");
    private static readonly int D = SpelledSyllable.IndexOfOnset("d");
    private static readonly int StrokedD = SpelledSyllable.IndexOfOnset("đ");
    private static readonly double[,] OnsetCosts = BuildOnsetCosts();
    private static readonly RhymeDifference[]?[] KnownRhymes = new RhymeDifference[SpelledSyllable.Rhymes.Count][];

    /// <summary>The rhyme that follows <c>qu</c> where another onset is followed by this one: <c>a</c> for <c>oa</c>, <c>ôc</c> for <c>uôc</c>;
    /// -1 where there is none.</summary>
    private static readonly int[] AfterQu = BuildAfterQu();

    /// <summary>The difference of two syllables. Each part that differs is a mistake; marks that were left out are one together.</summary>
    public static SpellingDifference Between(SpelledSyllable typed, SpelledSyllable meant)
    {
        RhymeDifference rhyme = RhymesFor(typed.Rhyme)[meant.Rhyme];
        double letters = OnsetCosts[typed.Onset, meant.Onset] + rhyme.Cost;
        if (typed.Onset != meant.Onset && (typed.Onset == Qu || meant.Onset == Qu))
        {
            letters = Math.Min(letters, CostBesideQu(typed, meant));
        }

        if (letters > SpellingCosts.OtherLetter && typed.Onset != meant.Onset && typed.Rhyme != meant.Rhyme)
        {
            letters = Math.Min(letters, Keys(LettersOf(typed), LettersOf(meant)));   // one slip may change both: ác, cá
        }

        bool lacksStroke = typed.Onset == D && meant.Onset == StrokedD;
        bool lacksTone = typed.Tone == ToneMark.None && meant.Tone != ToneMark.None;
        int mistakes = (typed.Onset != meant.Onset && !lacksStroke ? 1 : 0)
            + (typed.Rhyme != meant.Rhyme && !rhyme.LacksMarks ? 1 : 0)
            + (typed.Tone != meant.Tone && !lacksTone ? 1 : 0)
            + (lacksStroke || rhyme.LacksMarks || lacksTone ? 1 : 0);
        return new(letters + SpellingCosts.Tone(typed.Tone, meant.Tone), mistakes);
    }

    /// <summary>The rhymes that follow other onsets where <c>qu</c> is followed by this one.</summary>
    public static IEnumerable<int> WithMedial(int rhymeAfterQu) =>
        Enumerable.Range(0, AfterQu.Length).Where(rhyme => AfterQu[rhyme] == rhymeAfterQu);

    /// <summary>The index of the rhyme that follows <c>qu</c> in place of this one, or -1.</summary>
    public static int WithoutMedial(int rhyme) => AfterQu[rhyme];

    /// <summary>Takes a rhyme apart: <c>iêu</c> is iê + u, <c>oan</c> is oa + n.</summary>
    public static (string Nucleus, string Coda) Split(string rhyme)
    {
        int consonants = rhyme.AsSpan().IndexOfAnyExcept(SpelledSyllable.Vowels);
        bool endsInGlide = consonants < 0 && rhyme.Length > 1 && rhyme != "uy" && rhyme[^1] is 'i' or 'y' or 'u' or 'o';
        int end = consonants >= 0 ? consonants : endsInGlide ? rhyme.Length - 1 : rhyme.Length;
        return (rhyme[..end], rhyme[end..]);
    }

    /// <summary>Where one of two onsets is <c>qu</c>, the medial vowel belongs to it: quả is to hoả as qu + a to h + a.</summary>
    private static double CostBesideQu(SpelledSyllable typed, SpelledSyllable meant)
    {
        int typedRhyme = typed.Onset == Qu ? typed.Rhyme : AfterQu[typed.Rhyme];
        int meantRhyme = meant.Onset == Qu ? meant.Rhyme : AfterQu[meant.Rhyme];
        return typedRhyme < 0 || meantRhyme < 0
            ? SpellingCosts.Highest
            : (SpellingCosts.Onset(SpelledSyllable.Onsets[typed.Onset], SpelledSyllable.Onsets[meant.Onset]) ?? OnsetCosts[typed.Onset, meant.Onset])
                + RhymesFor(typedRhyme)[meantRhyme].Cost;
    }

    /// <summary>What it is to have typed a rhyme for each.</summary>
    private static RhymeDifference[] RhymesFor(int typed)
    {
        RhymeDifference[]? differences = Volatile.Read(ref KnownRhymes[typed]);
        if (differences is null)
        {
            string letters = SpelledSyllable.Rhymes[typed];
            differences = [.. SpelledSyllable.Rhymes.Select(meant => new RhymeDifference(RhymeCost(letters, meant), LacksMarks(letters, meant)))];
            Volatile.Write(ref KnownRhymes[typed], differences);
        }

        return differences;
    }

    /// <summary>Whether a rhyme has the letters of another and not all of its marks.</summary>
    private static bool LacksMarks(string typed, string meant)
    {
        bool lacks = typed.Length == meant.Length && typed != meant;
        for (int i = 0; i < typed.Length && lacks; i++)
        {
            lacks = typed[i] == meant[i] || typed[i] == KeyDistance.Base(meant[i]);
        }

        return lacks;
    }

    private static double RhymeCost(string typed, string meant)
    {
        (string typedNucleus, string typedCoda) = Split(typed);
        (string meantNucleus, string meantCoda) = Split(meant);
        double coda = SpellingCosts.Coda(typedCoda, meantCoda) ?? Keys(typedCoda, meantCoda);
        double byParts = NucleusCost(typedNucleus, meantNucleus) + coda;
        return Math.Min(byParts, SpellingCosts.Nucleus(typed, meant) ?? Keys(typed, meant));
    }

    /// <summary>By the table, else letter by letter, else by keys.</summary>
    private static double NucleusCost(string typed, string meant)
    {
        double? letters = typed.Length == meant.Length ? 0 : null;
        for (int i = 0; i < typed.Length && letters is not null; i++)
        {
            char baseLetter = KeyDistance.Base(typed[i]);
            letters += baseLetter == KeyDistance.Base(meant[i])
                ? SpellingCosts.LetterMark(typed[i], meant[i], baseLetter)
                : SpellingCosts.Nucleus($"{typed[i]}", $"{meant[i]}");
        }

        return SpellingCosts.Nucleus(typed, meant) ?? letters ?? Keys(typed, meant);
    }

    private static double Keys(string typed, string meant) => KeyDistance.Between(typed, meant, weighsMarks: true);

    private static string LettersOf(SpelledSyllable syllable) => (syllable with { Tone = ToneMark.None }).ToString();

    /// <summary>The costs of onsets; those of <c>qu</c> that the table has hold only with the rhyme that it changes, and are left out here.</summary>
    private static double[,] BuildOnsetCosts()
    {
        IReadOnlyList<string> onsets = SpelledSyllable.Onsets;
        var costs = new double[onsets.Count, onsets.Count];
        for (int i = 0; i < onsets.Count; i++)
        {
            for (int j = 0; j < onsets.Count; j++)
            {
                bool changesRhyme = (i == Qu) != (j == Qu);
                costs[i, j] = (changesRhyme ? null : SpellingCosts.Onset(onsets[i], onsets[j])) ?? Keys(onsets[i], onsets[j]);
            }
        }

        return costs;
    }

    private static int[] BuildAfterQu()
    {
        ILookup<string, string> classes = EmbeddedTable.Rows("rhymes.tsv").ToLookup(row => row[0], row => row[1]);
        return [.. SpelledSyllable.Rhymes.Select(rhyme => (Rhyme: rhyme, Bare: rhyme.Remove(0, 1)))
            .Select(each => (classes[each.Rhyme].Contains("medial") || each.Rhyme == "uôc") && classes[each.Bare].Contains("Q") ? SpelledSyllable.IndexOfRhyme(each.Bare) : -1)];
    }
}
