using Search.Vietnamese.Syllables;
using Search.Vietnamese.Unicode;

namespace Search.Vietnamese.Spelling;

/// <summary>Reads words in which one Telex key was left over, because the input method was off for it: <c>thanhf</c> is thành,
/// <c>đuowng</c> is đương.</summary>
internal static class LeftOverKey
{
    /// <summary>The keys of the tones, in the order of their numbers from 1.</summary>
    private const string ToneKeys = "sfrxj";

    /// <summary>The key of a tone mark.</summary>
    public static char KeyOf(ToneMark tone) => ToneKeys[(int)tone - 1];

    /// <summary>The key that makes a letter of its base letter; <c>'\0'</c> for a letter without a letter mark.</summary>
    public static char KeyOf(char marked) => marked switch
    {
        'â' => 'a',
        'ê' => 'e',
        'ô' => 'o',
        'ă' or 'ơ' or 'ư' => 'w',
        'đ' => 'd',
        _ => '\0',
    };

    /// <summary>The syllable that a word was meant to be.</summary>
    /// <param name="typed">A canonical word.</param>
    /// <param name="cost">What the mistake costs.</param>
    /// <returns><see langword="null"/> if no key is left over in it.</returns>
    public static string? Read(ReadOnlySpan<char> typed, out double cost)
    {
        cost = SpellingCosts.LeftOverToneKey;
        if (typed.Length is < 2 or > SpelledSyllable.LongestSyllable + 1)
        {
            return null;
        }

        if (ReadTone(typed) is { } toned)
        {
            return toned;
        }

        cost = SpellingCosts.LeftOverMarkKey;
        for (int i = 1; i < typed.Length; i++)
        {
            if (ReadMark(typed, i) is { } marked)
            {
                return marked;
            }
        }

        return null;
    }

    private static string? ReadTone(ReadOnlySpan<char> typed)
    {
        int key = ToneKeys.IndexOf(typed[^1], StringComparison.Ordinal);
        if (key < 0 || !SpelledSyllable.TryParse(typed[..^1], out SpelledSyllable stem) || stem.Tone != ToneMark.None)
        {
            return null;
        }

        string toned = (stem with { Tone = (ToneMark)(key + 1) }).ToString();
        return Syllable.IsSyllable(toned) ? toned : null;
    }

    /// <summary>Takes a key away and puts its letter mark on the letter before it, or on both of uo.</summary>
    private static string? ReadMark(ReadOnlySpan<char> typed, int at)
    {
        Span<char> letters = [.. typed[..at], .. typed[(at + 1)..]];
        char key = typed[at];
        char bare = KeyDistance.Base(letters[at - 1]);
        char marked = "ăâêôơưđ".FirstOrDefault(letter => KeyOf(letter) == key && KeyDistance.Base(letter) == bare);
        if (marked == '\0' || !Mark(ref letters[at - 1], marked))
        {
            return null;
        }

        if (marked == 'ơ' && at > 1 && KeyDistance.Base(letters[at - 2]) == 'u')
        {
            Mark(ref letters[at - 2], 'ư');
        }

        return TonePlacement.Place(letters) ? letters.ToString() : null;
    }

    /// <summary>Puts a letter with a letter mark in the place of one without; the tone stays.</summary>
    private static bool Mark(ref char letter, char marked)
    {
        int parts = Letters.Parts(letter);
        bool isPlain = Letters.CodeOf(parts) == Letters.Code(KeyDistance.Base(marked));
        letter = isPlain ? Letters.Compose(Letters.Code(marked), Letters.ToneOf(parts), upper: false) : letter;
        return isPlain;
    }
}
