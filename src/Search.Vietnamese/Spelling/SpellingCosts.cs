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

    private static readonly PairTable Onsets = new("onset");
    private static readonly PairTable Codas = new("coda");
    private static readonly PairTable Nuclei = new("nucleus");
    private static readonly double[,] ToneCosts = BuildToneCosts();

    /// <summary>Of a base letter, what a wrong letter mark on it costs.</summary>
    private static readonly FrozenDictionary<char, double> WrongMarks = Rows["quality"].Where(row => row.A != "any").ToFrozenDictionary(row => row.A[0], row => row.Cost);

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
    public static double? Onset(string a, string b) => Onsets.Find(a, b);

    public static double? Coda(string a, string b) => Codas.Find(a, b);

    /// <summary>Of two nuclei, or of two whole rhymes.</summary>
    public static double? Nucleus(string a, string b) => Nuclei.Find(a, b);

    public static double Tone(ToneMark typed, ToneMark meant) => ToneCosts[(int)typed, (int)meant];

    /// <summary>Of two letters with the same base letter.</summary>
    public static double LetterMark(char typed, char meant, char baseLetter) =>
        typed == meant ? 0
        : typed == baseLetter ? MarkLeftOut
        : WrongMarks.GetValueOrDefault(baseLetter, MarkLeftOut);

    /// <summary>The onsets that the table has beside one, in its order.</summary>
    public static IEnumerable<string> OnsetsLike(string onset) => Onsets.Like(onset);

    public static IEnumerable<string> CodasLike(string coda) => Codas.Like(coda);

    /// <summary>The nuclei or whole rhymes that the table has beside one.</summary>
    public static IEnumerable<string> NucleiLike(string nucleus) => Nuclei.Like(nucleus);

    private static double[,] BuildToneCosts()
    {
        var pairs = new PairTable("tone");
        var costs = new double[6, 6];
        for (int typed = 0; typed < 6; typed++)
        {
            for (int meant = 0; meant < 6; meant++)
            {
                costs[typed, meant] = typed == meant ? 0
                    : typed == 0 ? Cost("tone", "any", "0")
                    : pairs.Find($"{typed}", $"{meant}") ?? Cost("tone", "any", "other tone");
            }
        }

        return costs;
    }

    private static double Cost(string part, string a, string b) => Rows[part].Single(row => row.A == a && row.B == b).Cost;

    /// <summary>The rows of one part that name two of its forms, either way round.</summary>
    private sealed class PairTable
    {
        private readonly FrozenDictionary<(string, string), double> _costs;
        private readonly ILookup<string, string> _others;

        public PairTable(string part)
        {
            Row[] rows = [.. Rows[part]
                .Where(row => row.A != "any")
                .Select(row => row with { A = Letters(row.A), B = Letters(row.B) })
                .SelectMany(row => new[] { row, row with { A = row.B, B = row.A } })];
            _costs = rows.ToFrozenDictionary(row => (row.A, row.B), row => row.Cost);
            _others = rows.ToLookup(row => row.A, row => row.B, StringComparer.Ordinal);
        }

        public double? Find(string a, string b) => a == b ? 0 : _costs.TryGetValue((a, b), out double cost) ? cost : null;

        public IEnumerable<string> Like(string form) => _others[form];

        /// <summary>The form as the grammar writes it: the onset <c>q</c> is <c>qu</c>; a remark in brackets says that a medial vowel follows.</summary>
        private static string Letters(string cell) => cell.Split('(')[0] is "q" ? "qu" : cell.Split('(')[0];
    }
}
