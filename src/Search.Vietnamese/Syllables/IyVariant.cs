namespace Search.Vietnamese.Syllables;

/// <summary>Spellings that differ only in i and y: kỹ and kĩ, quý and quí.</summary>
/// <remarks>Both are correct and in use; readers type either. Thúy and thúi, tay and tai are different words, and stay so.</remarks>
public static class IyVariant
{
    /// <summary>The same word with i for y or y for i.</summary>
    /// <param name="syllable">In canonical form.</param>
    /// <returns><see langword="null"/> where there is no such spelling.</returns>
    public static string? Of(string syllable)
    {
        if (!Syllable.TryParse(syllable, out Syllable parts))
        {
            return null;
        }

        bool hasVariant = parts.Onset switch
        {
            "h" or "k" or "l" or "m" or "s" or "t" or "v" => parts.Rhyme is "i" or "y",
            "qu" => parts.Rhyme is "i" or "y" or "it" or "yt" or "inh" or "ynh" or "ich" or "ych" or "in" or "yn" or "iu" or "yu",
            _ => false,
        };
        return hasVariant ? Swap(syllable, parts.Onset.Length) : null;
    }

    /// <summary>Whether two words are the same in canonical form, or one is the i/y variant of the other.</summary>
    public static bool AreEquivalent(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        string first = TonePlacement.Canonical(a);
        string second = TonePlacement.Canonical(b);
        return first == second || Of(first) == second || Of(second) == first;
    }

    /// <summary>What the variant of a word counts in a search for it, where the word as typed counts 1.</summary>
    /// <param name="isCapitalized">Whether the word has a capital.</param>
    /// <param name="isAmongCapitalized">Whether a syllable beside it has one, too, as in a personal name: Lý and Lí are different people.</param>
    /// <param name="isQuoted">Whether it stands in quotation marks.</param>
    /// <returns>0 where only the word as typed is meant.</returns>
    public static float Weight(bool isCapitalized, bool isAmongCapitalized, bool isQuoted) => (isCapitalized, isQuoted, isAmongCapitalized) switch
    {
        (true, true, _) => 0,
        (true, _, true) => 0.6f,
        _ => 0.9f,
    };

    private static string Swap(string syllable, int rhymeStart)
    {
        const string WithI = "iíìỉĩị";
        const string WithY = "yýỳỷỹỵ";
        Span<char> swapped = syllable.ToCharArray();
        ref char vowel = ref swapped[rhymeStart];
        vowel = WithI.IndexOf(vowel, StringComparison.Ordinal) is var i and >= 0
            ? WithY[i]
            : WithI[WithY.IndexOf(vowel, StringComparison.Ordinal)];
        TonePlacement.Place(swapped);
        return swapped.ToString();
    }
}
