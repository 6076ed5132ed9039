using Search.Vietnamese.Unicode;

namespace Search.Vietnamese.Folding;

/// <summary>Drops every mark: ẵ → a, đ → d. What two words have in common when one was typed without marks.</summary>
public static class DiacriticFolding
{
    private const char Dropped = '\0';

    private static readonly char[] Table = BuildTable();

    /// <summary>Makes the letters small and drops their marks, in place.</summary>
    /// <param name="text">Normalized text.</param>
    /// <returns>The length of the folded text: the same, but for marks that have no composed letter.</returns>
    public static int Fold(Span<char> text)
    {
        int length = 0;
        foreach (char c in text)
        {
            char folded = c < Table.Length ? Table[c] : char.ToLowerInvariant(c);
            if (folded != Dropped || c == '\0')
            {
                text[length++] = folded;
            }
        }

        return length;
    }

    /// <summary>The folded form of normalized text.</summary>
    public static string Fold(string text)
    {
        Span<char> folded = text.ToCharArray();
        return folded[..Fold(folded)].ToString();
    }

    /// <summary>Whether folding would change more than the case.</summary>
    /// <param name="text">Normalized text.</param>
    public static bool HasDiacritics(ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            if (c >= 0x80 && c < Table.Length && Table[c] != NormalizedText.Lower(c))
            {
                return true;
            }
        }

        return false;
    }

    private static char[] BuildTable()
    {
        var table = new char[0x1F00];
        var parts = new List<char>();
        for (int c = 0; c < table.Length; c++)
        {
            parts.Clear();
            Composition.Decompose((char)c, parts);
            table[c] = CharClasses.Of((char)c) == CharClass.Mark ? Dropped
                : parts[0] is 'đ' or 'Đ' ? 'd'
                : NormalizedText.Lower(parts[0]);
        }

        return table;
    }
}
