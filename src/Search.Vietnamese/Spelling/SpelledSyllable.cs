using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using Search.Vietnamese.Data;
using Search.Vietnamese.Syllables;
using Search.Vietnamese.Unicode;

namespace Search.Vietnamese.Spelling;

/// <summary>A syllable taken apart without regard to the spelling rules: <c>nghành</c> is ngh + anh, <c>kông</c> is k + ông.</summary>
/// <param name="Onset">Its index in <see cref="Onsets"/>.</param>
/// <param name="Rhyme">Its index in <see cref="Rhymes"/>.</param>
/// <param name="Tone">The tone, which a stop coda may lack.</param>
internal readonly record struct SpelledSyllable(byte Onset, byte Rhyme, ToneMark Tone)
{
    /// <summary>No more letters are an onset and a rhyme.</summary>
    public const int LongestSyllable = 7;

    /// <summary>The vowels without tones.</summary>
    public static readonly SearchValues<char> Vowels = SearchValues.Create("aăâeêioôơuưy");

    private static readonly FrozenDictionary<string, byte>.AlternateLookup<ReadOnlySpan<char>> OnsetIndex;
    private static readonly FrozenDictionary<string, byte>.AlternateLookup<ReadOnlySpan<char>> RhymeIndex;

    /// <summary>The letter of each rhyme that bears the tone.</summary>
    private static readonly int[] ToneLetters;

    static SpelledSyllable()
    {
        ILookup<string, string> toneLetters = EmbeddedTable.Rows("rhymes.tsv").ToLookup(row => row[0], row => row[3]);
        Onsets = [.. EmbeddedTable.Rows("onsets.tsv").Select(row => row[0] == "(none)" ? "" : row[0])];
        Rhymes = [.. EmbeddedTable.Rows("rhymes.tsv").Select(row => row[0]).Distinct(StringComparer.Ordinal)];
        OnsetIndex = Index(Onsets);
        RhymeIndex = Index(Rhymes);
        ToneLetters = [.. Rhymes.Select(rhyme => int.Parse(toneLetters[rhyme].First(), CultureInfo.InvariantCulture))];
    }

    /// <summary>All onsets, <c>qu</c> and <c>gi</c> among them.</summary>
    public static IReadOnlyList<string> Onsets { get; }

    /// <summary>All rhymes, without tones.</summary>
    public static IReadOnlyList<string> Rhymes { get; }

    /// <summary>The index of an onset, or -1.</summary>
    public static int IndexOfOnset(ReadOnlySpan<char> onset) => OnsetIndex.TryGetValue(onset, out byte index) ? index : -1;

    /// <summary>The index of a rhyme, or -1.</summary>
    public static int IndexOfRhyme(ReadOnlySpan<char> rhyme) => RhymeIndex.TryGetValue(rhyme, out byte index) ? index : -1;

    /// <summary>Takes small letters apart.</summary>
    /// <returns><see langword="false"/> if they are no onset and rhyme, or bear two tones.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out SpelledSyllable syllable)
    {
        syllable = default;
        if (text.Length is 0 or > LongestSyllable)
        {
            return false;
        }

        Span<char> letters = stackalloc char[LongestSyllable];
        letters = letters[..text.Length];
        int tone = 0;
        for (int i = 0; i < text.Length; i++)
        {
            int parts = Letters.Parts(text[i]);
            int letterTone = Letters.ToneOf(parts);
            if (parts == 0 || Letters.IsUpper(parts) || (tone != 0 && letterTone != 0))
            {
                return false;
            }

            letters[i] = Letters.Alphabet[Letters.CodeOf(parts) - 1];
            tone |= letterTone;
        }

        (int onsetEnd, int rhymeStart) = letters switch
        {
            ['q', 'u', ..] => (2, 2),
            ['g', 'i'] or ['g', 'i', 'ê' or (not ('a' or 'ă' or 'â' or 'e' or 'o' or 'ô' or 'ơ' or 'u' or 'ư' or 'y')), ..] => (2, 1),   // the i belongs to both
            ['g', 'i', ..] => (2, 2),
            _ => letters.IndexOfAny(Vowels) is var vowel and >= 0 ? (vowel, vowel) : (letters.Length, letters.Length),
        };
        int onset = IndexOfOnset(letters[..onsetEnd]);
        int rhyme = IndexOfRhyme(letters[rhymeStart..]);
        if (rhyme < 0 && rhymeStart < onsetEnd)
        {
            rhyme = IndexOfRhyme(letters[onsetEnd..]);   // Giê-su
        }

        syllable = new((byte)onset, (byte)rhyme, (ToneMark)tone);
        return onset >= 0 && rhyme >= 0;
    }

    /// <summary>The small letters, the tone mark in the place that the rhyme has for it. Spelling rules are not applied.</summary>
    public override string ToString()
    {
        string onset = Onsets[Onset];
        char[] rhyme = Rhymes[Rhyme].ToCharArray();
        ref char bearer = ref rhyme[ToneLetters[Rhyme]];
        bearer = Letters.Compose(Letters.Code(bearer), (int)Tone, upper: false);
        return onset == "gi" && Rhymes[Rhyme].StartsWith('i') ? $"g{new string(rhyme)}" : onset + new string(rhyme);   // giếng: the i is both
    }

    private static FrozenDictionary<string, byte>.AlternateLookup<ReadOnlySpan<char>> Index(IReadOnlyList<string> parts) => parts
        .Select((part, index) => (part, index))
        .ToFrozenDictionary(each => each.part, each => (byte)each.index, StringComparer.Ordinal)
        .GetAlternateLookup<ReadOnlySpan<char>>();
}
