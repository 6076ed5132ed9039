using System.Collections.Frozen;
using System.Globalization;
using Search.Vietnamese.Data;
using Search.Vietnamese.Syllables;

namespace Search.Vietnamese.Spelling;

/// <summary>What mistakes cost: the table <c>spelling-costs.tsv</c>. A cost is 0 for none; 1 is a wrong letter far from the right one.</summary>
/// <remarks>Pairs of onsets, codas, nuclei and rhymes are symmetric. Marks are not: a mark that was left out costs less than one that was put.</remarks>
internal static class SpellingCosts
{
    /// <summary>Distances end here: such words have nothing to do with each other.</summary>
    public const double Highest = 2;

    private static readonly ILookup<string, Row> Rows = EmbeddedTable.Rows("spelling-costs.tsv")
        .ToLookup(row => row[0], row => new Row(row[1], row[2], double.Parse(row[3], CultureInfo.InvariantCulture)));

    private static readonly FrozenDictionary<(string, string), double> Onsets = Pairs("onset");
    private static readonly FrozenDictionary<(string, string), double> Codas = Pairs("coda");
    private static readonly FrozenDictionary<(string, string), double> Nuclei = Pairs("nucleus");
    private static readonly FrozenDictionary<(string, string), double> Tones = Pairs("tone");

    /// <summary>Of a base letter, what a wrong letter mark on it costs.</summary>
    private static readonly FrozenDictionary<char, double> WrongMarks = Rows["quality"].Where(row => row.A != "any").ToFrozenDictionary(row => row.A[0], row => row.Cost);

    private static readonly double ToneLeftOut = Cost("tone", "any", "0");
    private static readonly double OtherTone = Cost("tone", "any", "other tone");

    private readonly record struct Row(string A, string B, double Cost);

    /// <summary>A letter mark that was not typed; any mark that differs in a word that is no syllable.</summary>
    public static double MarkLeftOut { get; } = Cost("quality", "any", "none");

    public static double AdjacentKey { get; } = Cost("key", "adjacent on QWERTY", "");

    public static double Transposition { get; } = Cost("key", "transposition", "");

    public static double DoubledLetter { get; } = Cost("key", "doubled letter", "");

    public static double InsertionOrDeletion { get; } = Cost("key", "insertion or deletion", "");

    public static double OtherLetter { get; } = Cost("key", "other substitution", "");

    public static double LeftOverToneKey { get; } = Cost("telex", "left-over tone key s f r x j at the end", "");

    public static double LeftOverMarkKey { get; } = Cost("telex", "left-over w or doubled vowel", "");

    /// <summary>Of two onsets; <see langword="null"/> where the table does not have them, as those below.</summary>
    public static double? Onset(string a, string b) => Find(Onsets, a, b);

    public static double? Coda(string a, string b) => Find(Codas, a, b);

    /// <summary>Of two nuclei, or of two whole rhymes.</summary>
    public static double? Nucleus(string a, string b) => Find(Nuclei, a, b);

    public static double Tone(ToneMark typed, ToneMark meant) =>
        typed == meant ? 0
        : typed == ToneMark.None ? ToneLeftOut
        : Tones.GetValueOrDefault(($"{(int)typed}", $"{(int)meant}"), OtherTone);

    /// <summary>Of two letters with the same base letter.</summary>
    public static double LetterMark(char typed, char meant, char baseLetter) =>
        typed == meant ? 0
        : typed == baseLetter ? MarkLeftOut
        : WrongMarks.GetValueOrDefault(baseLetter, MarkLeftOut);

    /// <summary>The onsets that the table has beside one.</summary>
    public static IEnumerable<string> OnsetsLike(string onset) => Like(Onsets, onset);

    public static IEnumerable<string> CodasLike(string coda) => Like(Codas, coda);

    /// <summary>The nuclei or whole rhymes that the table has beside one.</summary>
    public static IEnumerable<string> NucleiLike(string nucleus) => Like(Nuclei, nucleus);

    private static IEnumerable<string> Like(FrozenDictionary<(string A, string B), double> pairs, string part) =>
        pairs.Keys.Where(pair => pair.A == part).Select(pair => pair.B);

    private static double? Find(FrozenDictionary<(string, string), double> pairs, string a, string b) =>
        a == b ? 0 : pairs.TryGetValue((a, b), out double cost) ? cost : null;

    private static double Cost(string part, string a, string b) => Rows[part].Single(row => row.A == a && row.B == b).Cost;

    private static FrozenDictionary<(string A, string B), double> Pairs(string part) => Rows[part]
        .Where(row => row.A != "any")
        .Select(row => row with { A = Letters(row.A), B = Letters(row.B) })
        .SelectMany(row => new[] { row, row with { A = row.B, B = row.A } })
        .ToFrozenDictionary(row => (row.A, row.B), row => row.Cost);

    /// <summary>The onset as the grammar writes it: <c>q</c> is <c>qu</c>; a remark in brackets says that a medial vowel follows.</summary>
    private static string Letters(string cell) => cell.Split('(')[0] is "q" ? "qu" : cell.Split('(')[0];
}
