using Search.Vietnamese.Folding;

namespace Search.Engine.Querying;

/// <summary>Which terms of a collection a word with wildcards stands for.</summary>
/// <param name="FoldedPrefix">What all of them begin with below their marks.</param>
/// <param name="StandsFor">Whether it stands for a canonical term.</param>
internal sealed record TermPattern(string FoldedPrefix, Predicate<string> StandsFor)
{
    /// <summary>The vowels, each letter mark with its six tones: of a place, the row is the letter, the column the tone.</summary>
    private const string TonedVowels = "aáàảãạăắằẳẵặâấầẩẫậeéèẻẽẹêếềểễệiíìỉĩịoóòỏõọôốồổỗộơớờởỡợuúùủũụưứừửữựyýỳỷỹỵ";
    private const int Tones = 6;

    /// <summary>The pattern of <see cref="Wildcards"/>.</summary>
    /// <remarks>With a tone mark in it all marks count, and the tone may stand on any letter: <c>hoà*</c> finds hòa and hoàn. Without, marks
    /// that were not typed may be anything, as in a word.</remarks>
    /// <param name="wildcards">Small letters; begins with one.</param>
    /// <param name="marks">What marks that were not typed mean.</param>
    public static TermPattern Of(string wildcards, MarksMode marks)
    {
        (string toneless, int tone) = TakeTone(wildcards);
        bool isExact = marks == MarksMode.Exact || (marks == MarksMode.Auto && tone != 0);
        Func<char, char, bool> isSame = isExact ? static (typed, letter) => typed == letter
            : marks == MarksMode.Ignore ? static (typed, letter) => Fold(typed) == Fold(letter)
            : static (typed, letter) => typed == letter || typed == Fold(letter);
        return new(DiacriticFolding.Fold(Wildcards.Prefix(wildcards)), canonical =>
        {
            (string letters, int termTone) = TakeTone(canonical);
            return (!isExact || tone == termTone) && Wildcards.Matches(toneless, letters, isSame);
        });
    }

    private static char Fold(char c)
    {
        Span<char> letter = [c];
        return DiacriticFolding.Fold(letter) == 0 ? c : letter[0];
    }

    /// <summary>A word without its tone mark, and the tone: the last one if there are several, 0 if there is none.</summary>
    private static (string Toneless, int Tone) TakeTone(string word)
    {
        int tone = 0;
        char[] letters = word.ToCharArray();
        foreach (ref char letter in letters.AsSpan())
        {
            if (TonedVowels.IndexOf(letter, StringComparison.Ordinal) is var place and >= 0 && place % Tones > 0)
            {
                tone = place % Tones;
                letter = TonedVowels[place - tone];
            }
        }

        return (new string(letters), tone);
    }
}
