using System.Buffers;
using Search.Vietnamese.Syllables;
using Search.Vietnamese.Unicode;

namespace Search.Vietnamese.Encodings;

/// <summary>How far a text reads as Vietnamese: how many of its words with marks are syllables.</summary>
/// <param name="Syllables">Words with marks that are syllables, wherever the tone mark stands.</param>
/// <param name="LongSyllables">Those of two letters and more: one letter is a syllable by chance.</param>
/// <param name="MarkedWords">Runs of letters with a letter that is not ASCII.</param>
/// <param name="BadChars">U+FFFD and control characters, which no text holds on purpose.</param>
internal readonly record struct SyllableEvidence(int Syllables, int LongSyllables, int MarkedWords, int BadChars)
{
    private const int LongestSyllable = 7;

    /// <summary>The vowels that are words of running text. Others are what another code page has for a dash or a bullet: in VN1 <c>–</c> of TCVN3 is Ọ.</summary>
    private static readonly SearchValues<char> OneLetterWords = SearchValues.Create("ởýôáổàảêạưồủứơếỷỉìỞÝÔÁỔÀẢÊẠƯỒỦỨƠẾỶỈÌ");

    /// <summary>The share of syllables, 0 to 1; 0 for a text without marks.</summary>
    public double Score => MarkedWords + BadChars == 0 ? 0 : (double)Syllables / (MarkedWords + BadChars);

    /// <summary>The evidence of composed text that was decoded from bytes.</summary>
    public static SyllableEvidence Of(ReadOnlySpan<char> text) => Of(text, countsSymbols: false);

    /// <summary>The evidence of any text: marks may be combining, đ may be the Icelandic ð.</summary>
    /// <param name="text">Text as it came.</param>
    /// <param name="countsSymbols">Whether signs such as « and ® are letters too, of words that are never syllables: it is how
    /// letters of the old encodings look when their bytes are shown as Latin-1.</param>
    public static SyllableEvidence OfUnicode(ReadOnlySpan<char> text, bool countsSymbols = false)
    {
        char[] buffer = ArrayPool<char>.Shared.Rent(text.Length);
        try
        {
            text.CopyTo(buffer);
            Span<char> composed = buffer.AsSpan(0, MarkComposition.Compose(buffer.AsSpan(0, text.Length)));
            composed.Replace('Ð', 'Đ');
            composed.Replace('ð', 'đ');
            return Of(composed, countsSymbols);
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer);
        }
    }

    /// <summary>Whether a higher share, or with equal shares more syllables, speaks for this text.</summary>
    public bool IsBetterThan(SyllableEvidence other) => Score > other.Score || (Score == other.Score && Syllables > other.Syllables);

    public static SyllableEvidence operator +(SyllableEvidence a, SyllableEvidence b) =>
        new(a.Syllables + b.Syllables, a.LongSyllables + b.LongSyllables, a.MarkedWords + b.MarkedWords, a.BadChars + b.BadChars);

    private static SyllableEvidence Of(ReadOnlySpan<char> text, bool countsSymbols)
    {
        int syllables = 0, longSyllables = 0, words = 0, bad = 0;
        int i = 0;
        while (i < text.Length)
        {
            int start = i;
            bool isMarked = false;
            while (i < text.Length && IsWordChar(text[i], countsSymbols))
            {
                isMarked |= text[i] >= 0x80;
                i++;
            }

            if (isMarked)
            {
                words++;
                int found = IsSyllable(text[start..i]) ? 1 : 0;
                syllables += found;
                longSyllables += i - start > 1 ? found : 0;
            }
            else if (i == start)
            {
                bad += IsBad(text[i]) ? 1 : 0;
                i++;
            }
        }

        return new(syllables, longSyllables, words, bad);
    }

    private static bool IsWordChar(char c, bool countsSymbols) =>
        CharClasses.Of(c) is CharClass.Letter or CharClass.UpperLetter or CharClass.Mark
        || (countsSymbols && c is (>= '\u00A1' and <= '\u00BF') or '×' or '÷');

    private static bool IsBad(char c) => c == '\uFFFD' || (char.IsControl(c) && c is < '\t' or > '\r');

    private static bool IsSyllable(ReadOnlySpan<char> word)
    {
        if (word.Length == 1)
        {
            return OneLetterWords.Contains(word[0]);
        }

        if (word.Length > LongestSyllable || !HasProperCase(word))
        {
            return false;
        }

        Span<char> letters = stackalloc char[LongestSyllable];
        word.CopyTo(letters);
        return TonePlacement.Place(letters[..word.Length]);
    }

    /// <summary>Whether somebody may have written capitals and small letters so: Việt, VIỆT, and in TCVN3 ủY. <c>vỔ</c> and <c>MEõ</c> show
    /// that the code page is another one.</summary>
    private static bool HasProperCase(ReadOnlySpan<char> word)
    {
        for (int i = 1; i < word.Length; i++)
        {
            bool isUpper = IsUpper(word[i]);
            if (isUpper ? char.IsAsciiLetterLower(word[i - 1]) : i > 1 && IsUpper(word[i - 1]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsUpper(char c) => CharClasses.Of(c) == CharClass.UpperLetter;
}
