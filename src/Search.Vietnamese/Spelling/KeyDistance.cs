using Search.Vietnamese.Folding;

namespace Search.Vietnamese.Spelling;

/// <summary>The Damerau-Levenshtein distance of two words with weights for a keyboard: a key beside the right one, two keys in the wrong order and
/// a letter typed twice cost less than other letters.</summary>
/// <remarks>Each pair of letters is transposed once (optimal string alignment). O(n·m), allocates nothing. Source: Damerau 1964; the keyboard is QWERTY.</remarks>
internal static class KeyDistance
{
    /// <summary>Longer words are no slips of each other unless they are the same.</summary>
    public const int LongestWord = 32;

    private static readonly string[] KeyRows = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];

    /// <summary>How far each row of keys is shifted to the right of the first, in keys.</summary>
    private static readonly double[] RowShifts = [0, 0.25, 0.75];

    private static readonly bool[,] AreAdjacent = BuildAdjacency();

    /// <summary>The distance of two words without tones, small letters.</summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="meant">What was meant.</param>
    /// <param name="weighsMarks">Whether a wrong letter mark costs more than one that was left out.</param>
    public static double Between(ReadOnlySpan<char> typed, ReadOnlySpan<char> meant, bool weighsMarks)
    {
        if (typed.SequenceEqual(meant))
        {
            return 0;
        }

        if (Math.Max(typed.Length, meant.Length) > LongestWord)
        {
            return SpellingCosts.Highest;
        }

        Span<double> twoBefore = stackalloc double[LongestWord + 1];
        Span<double> before = stackalloc double[LongestWord + 1];
        Span<double> current = stackalloc double[LongestWord + 1];
        for (int j = 1; j <= meant.Length; j++)
        {
            before[j] = before[j - 1] + LetterMore(meant, j - 1);
        }

        for (int i = 1; i <= typed.Length; i++)
        {
            current[0] = before[0] + LetterMore(typed, i - 1);
            for (int j = 1; j <= meant.Length; j++)
            {
                double best = before[j - 1] + LetterFor(typed[i - 1], meant[j - 1], weighsMarks);
                best = Math.Min(best, before[j] + LetterMore(typed, i - 1));
                best = Math.Min(best, current[j - 1] + LetterMore(meant, j - 1));
                if (i > 1 && j > 1 && Base(typed[i - 1]) == Base(meant[j - 2]) && Base(typed[i - 2]) == Base(meant[j - 1]))
                {
                    double marks = LetterFor(typed[i - 1], meant[j - 2], weighsMarks) + LetterFor(typed[i - 2], meant[j - 1], weighsMarks);
                    best = Math.Min(best, twoBefore[j - 2] + SpellingCosts.Transposition + marks);
                }

                current[j] = best;
            }

            Span<double> free = twoBefore;
            twoBefore = before;
            before = current;
            current = free;
        }

        return before[meant.Length];
    }

    /// <summary>The letters whose keys lie beside that of a letter from a to z.</summary>
    public static IEnumerable<char> KeysBeside(char letter) =>
        Enumerable.Range(0, 26).Where(other => AreAdjacent[letter - 'a', other]).Select(other => (char)('a' + other));

    /// <summary>The letter below its marks; đ is d.</summary>
    public static char Base(char letter)
    {
        Span<char> folded = [letter];
        return DiacriticFolding.Fold(folded) > 0 ? folded[0] : letter;
    }

    /// <summary>One letter in place of another.</summary>
    private static double LetterFor(char typed, char meant, bool weighsMarks)
    {
        if (typed == meant)
        {
            return 0;
        }

        char typedBase = Base(typed);
        char meantBase = Base(meant);
        return typedBase == meantBase ? (weighsMarks ? SpellingCosts.LetterMark(typed, meant, typedBase) : SpellingCosts.MarkLeftOut)
            : char.IsAsciiLetterLower(typedBase) && char.IsAsciiLetterLower(meantBase) && AreAdjacent[typedBase - 'a', meantBase - 'a'] ? SpellingCosts.AdjacentKey
            : SpellingCosts.OtherLetter;
    }

    /// <summary>A letter that the other word lacks.</summary>
    private static double LetterMore(ReadOnlySpan<char> word, int index) =>
        index > 0 && word[index] == word[index - 1] ? SpellingCosts.DoubledLetter : SpellingCosts.InsertionOrDeletion;

    private static bool[,] BuildAdjacency()
    {
        var adjacent = new bool[26, 26];
        (char Key, int Row, double Column)[] keys =
            [.. KeyRows.SelectMany((row, r) => row.Select((key, column) => (key, r, column + RowShifts[r])))];
        foreach ((char key, int row, double column) in keys)
        {
            foreach ((char other, int otherRow, double otherColumn) in keys)
            {
                adjacent[key - 'a', other - 'a'] = key != other && Math.Abs(row - otherRow) <= 1
                    && Math.Abs(column - otherColumn) <= (row == otherRow ? 1 : 0.75);
            }
        }

        return adjacent;
    }
}
