using Search.Vietnamese.Folding;

namespace Search.Engine.Suggesting;

/// <summary>Compares the beginning of a word with a word, marks and all.</summary>
/// <remarks>The tone belongs to the syllable: while it is typed, its mark may stand on another letter than in the end (<c>hò</c>, <c>hòa</c>, <c>hoàn</c>).</remarks>
internal static class MarkedPrefix
{
    /// <summary>Each vowel with its tones.</summary>
    private static readonly string[] Tones =
        ["aáàảãạ", "ăắằẳẵặ", "âấầẩẫậ", "eéèẻẽẹ", "êếềểễệ", "iíìỉĩị", "oóòỏõọ", "ôốồổỗộ", "ơớờởỡợ", "uúùủũụ", "ưứừửữự", "yýỳỷỹỵ"];

    private static readonly Dictionary<char, (char Letter, int Tone)> Toned =
        Tones.SelectMany(row => row.Skip(1).Select((letter, i) => (letter, row[0], i + 1))).ToDictionary(each => each.letter, each => (each.Item2, each.Item3));

    /// <summary>Whether a word may be what somebody begins to type: it has the letters, and every mark that was typed.</summary>
    /// <param name="word">Canonical.</param>
    /// <param name="beginning">Small letters, composed.</param>
    public static bool Begins(string word, string beginning)
    {
        if (beginning.Length > word.Length)
        {
            return false;
        }

        int tone = 0;
        int typedTone = 0;
        for (int i = 0; i < word.Length; i++)
        {
            (char letter, int ofLetter) = TakeApart(word[i]);
            tone = Math.Max(tone, ofLetter);
            if (i < beginning.Length)
            {
                (char typed, int ofTyped) = TakeApart(beginning[i]);
                typedTone = Math.Max(typedTone, ofTyped);
                if (typed != letter && typed != FoldedLetter(letter))
                {
                    return false;
                }
            }
        }

        return typedTone == 0 || typedTone == tone;
    }

    /// <summary>The word without its tone mark.</summary>
    public static string WithoutTone(string word) => string.Concat(word.Select(c => char.IsUpper(c)
        ? char.ToUpperInvariant(TakeApart(char.ToLowerInvariant(c)).Letter)
        : TakeApart(c).Letter));

    private static (char Letter, int Tone) TakeApart(char c) => Toned.TryGetValue(c, out (char Letter, int Tone) toned) ? toned : (c, 0);

    private static char FoldedLetter(char letter)
    {
        Span<char> folded = [letter];
        return DiacriticFolding.Fold(folded) == 1 ? folded[0] : letter;
    }
}
