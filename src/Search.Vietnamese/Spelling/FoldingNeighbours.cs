using Search.Vietnamese.Folding;
using Search.Vietnamese.Syllables;

namespace Search.Vietnamese.Spelling;

/// <summary>Lists what a word may have been below its marks before it was mistyped.</summary>
/// <remarks>Its own folding; those at Damerau distance 1; those of syllables with an onset or a rhyme that is taken for its own; that of the syllable
/// meant where a Telex key was left over. Beside a syllable only foldings of syllables are listed: some 50 rather than 300.</remarks>
internal static class FoldingNeighbours
{
    /// <summary>Longer words are left alone.</summary>
    public const int LongestWord = 24;

    /// <summary>The foldings, each once.</summary>
    /// <param name="typed">A canonical word of at most <see cref="LongestWord"/> characters.</param>
    public static HashSet<string> Of(string typed)
    {
        string folded = DiacriticFolding.Fold(typed);
        bool isSpelled = SpelledSyllable.TryParse(typed, out SpelledSyllable syllable);
        var found = new HashSet<string>(StringComparer.Ordinal) { folded };
        AddEdits(folded, onlySyllables: isSpelled && Syllable.IsShape(folded), found.GetAlternateLookup<ReadOnlySpan<char>>());
        if (isSpelled)
        {
            AddConfusions(syllable, found);
        }

        if (LeftOverKey.Read(typed, out _) is { } read)
        {
            found.Add(DiacriticFolding.Fold(read));
        }

        return found;
    }

    private static void AddEdits(ReadOnlySpan<char> word, bool onlySyllables, HashSet<string>.AlternateLookup<ReadOnlySpan<char>> found)
    {
        Span<char> buffer = stackalloc char[LongestWord + 1];
        void Add(ReadOnlySpan<char> edited)
        {
            if (edited.Length > 0 && (!onlySyllables || Syllable.IsShape(edited)))
            {
                found.Add(edited);
            }
        }

        for (int i = 0; i < word.Length; i++)
        {
            Span<char> shorter = buffer[..(word.Length - 1)];
            word[..i].CopyTo(shorter);
            word[(i + 1)..].CopyTo(shorter[i..]);
            Add(shorter);

            Span<char> same = buffer[..word.Length];
            word.CopyTo(same);
            for (char c = 'a'; c <= 'z'; c++)
            {
                same[i] = c;
                Add(same);
            }

            if (i + 1 < word.Length)
            {
                (same[i], same[i + 1]) = (word[i + 1], word[i]);
                Add(same);
            }
        }

        for (int i = 0; i <= word.Length; i++)
        {
            Span<char> longer = buffer[..(word.Length + 1)];
            word[..i].CopyTo(longer);
            word[i..].CopyTo(longer[(i + 1)..]);
            for (char c = 'a'; c <= 'z'; c++)
            {
                longer[i] = c;
                Add(longer);
            }
        }
    }

    private static void AddConfusions(SpelledSyllable syllable, HashSet<string> found)
    {
        foreach (SpelledSyllable confused in SyllableConfusions.Of(syllable))
        {
            string folded = DiacriticFolding.Fold(confused.ToString());
            if (Syllable.IsShape(folded))
            {
                found.Add(folded);
            }
        }
    }
}
