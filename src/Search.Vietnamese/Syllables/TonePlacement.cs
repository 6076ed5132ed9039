using Search.Vietnamese.Unicode;

namespace Search.Vietnamese.Syllables;

/// <summary>Where the tone mark stands in the rhymes oa, oe and uy.</summary>
public enum ToneStyle
{
    /// <summary>hòa, thủy, khỏe: what the press writes, and the form of index terms.</summary>
    Old,

    /// <summary>hoà, thuỷ, khoẻ: what schoolbooks write (Decision 1989/QĐ-BGDĐT, 2018).</summary>
    New,
}

/// <summary>Moves the tone mark of a syllable to its proper letter: hoà → hòa, qúy → quý, cuả → của.</summary>
public static class TonePlacement
{
    private static readonly int CodeU = Letters.Code('u');
    private static readonly int CodeUHorn = Letters.Code('ư');
    private static readonly int CodeO = Letters.Code('o');
    private static readonly int CodeOHorn = Letters.Code('ơ');

    /// <summary>The canonical form of a word, the form of index terms: normalized, small letters, old tone style.</summary>
    /// <remarks>What is no syllable (café, Đắk) keeps its marks where they are.</remarks>
    public static string Canonical(ReadOnlySpan<char> word, ToneStyle style = ToneStyle.Old)
    {
        Span<char> letters = NormalizedText.Normalize(word).ToCharArray();
        NormalizedText.Lower(letters);
        Place(letters, style);
        return letters.ToString();
    }

    /// <summary>As <see cref="Canonical"/>, but capitals stay capitals: HOÀ → HÒA.</summary>
    public static string CanonicalKeepingCase(ReadOnlySpan<char> word, ToneStyle style = ToneStyle.Old)
    {
        Span<char> letters = NormalizedText.Normalize(word).ToCharArray();
        Place(letters, style);
        return letters.ToString();
    }

    /// <summary>Moves the tone mark in place; the length never changes. Repairs a half-typed ươ (nguời, trưòng) where that gives a syllable.</summary>
    /// <param name="word">Normalized letters in either case; left as they are if they are no syllable.</param>
    /// <param name="style">Where the mark stands in open oa, oe, uy.</param>
    /// <returns>Whether the word is a syllable.</returns>
    public static bool Place(Span<char> word, ToneStyle style = ToneStyle.Old)
    {
        if (SyllableGrammar.TryParse(word, out Syllable syllable, out int rhymeStart))
        {
            if (SyllableGrammar.IsUnmarkedStop(syllable))
            {
                return false;
            }
        }
        else if (!TryRepair(word, out syllable, out rhymeStart))
        {
            return false;
        }

        SyllableGrammar.RhymeEntry rhyme = SyllableGrammar.Rhyme(syllable.RhymeIndex);
        int bearer = rhymeStart + (style == ToneStyle.Old ? rhyme.ToneLetterOld : rhyme.ToneLetterNew);
        if (syllable.Tone == ToneMark.None || Letters.ToneOf(Letters.Parts(word[bearer])) != 0)
        {
            return true;
        }

        for (int i = 0; i < word.Length; i++)
        {
            int parts = Letters.Parts(word[i]);
            int tone = i == bearer ? (int)syllable.Tone : 0;
            if (Letters.ToneOf(parts) != tone)
            {
                word[i] = Letters.Compose(Letters.CodeOf(parts), tone, Letters.IsUpper(parts));
            }
        }

        return true;
    }

    /// <summary>Makes every uơ and ưo that has a letter after it ươ, and keeps that if it is then a syllable.</summary>
    private static bool TryRepair(Span<char> word, out Syllable syllable, out int rhymeStart)
    {
        Span<char> repaired = stackalloc char[8];
        syllable = default;
        rhymeStart = 0;
        if (word.Length is < 3 or > 8)
        {
            return false;
        }

        repaired = repaired[..word.Length];
        word.CopyTo(repaired);
        bool isChanged = false;
        for (int i = 0; i + 2 < word.Length; i++)
        {
            int first = Letters.Parts(word[i]);
            int second = Letters.Parts(word[i + 1]);
            if ((Letters.CodeOf(first) == CodeU && Letters.CodeOf(second) == CodeOHorn) || (Letters.CodeOf(first) == CodeUHorn && Letters.CodeOf(second) == CodeO))
            {
                repaired[i] = Letters.Compose(CodeUHorn, Letters.ToneOf(first), Letters.IsUpper(first));
                repaired[i + 1] = Letters.Compose(CodeOHorn, Letters.ToneOf(second), Letters.IsUpper(second));
                isChanged = true;
            }
        }

        if (!isChanged || !SyllableGrammar.TryParse(repaired, out syllable, out rhymeStart) || SyllableGrammar.IsUnmarkedStop(syllable))
        {
            return false;
        }

        repaired.CopyTo(word);
        return true;
    }
}
