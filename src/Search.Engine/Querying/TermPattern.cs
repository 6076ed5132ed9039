using Lucene.Net.Util.Automaton;
using Search.Analysis;
using Search.Vietnamese.Folding;

namespace Search.Engine.Querying;

/// <summary>Which terms of a collection a word with wildcards, or a fuzzy word, stands for.</summary>
/// <param name="Forms">Finds the terms to look at by their form in the index.</param>
/// <param name="Weight">What a canonical term counts; 0 if the pattern does not stand for it.</param>
internal sealed record TermPattern(CompiledAutomaton Forms, Func<string, float> Weight)
{
    /// <summary>What a fuzzy word counts that differs in its marks only.</summary>
    private const float OtherMarks = 0.5f;

    /// <summary>What a fuzzy word counts that differs in a letter.</summary>
    private const float OtherLetter = 0.25f;

    /// <summary>The vowels, each letter mark with its six tones: of a place, the row is the letter, the column the tone.</summary>
    private const string TonedVowels = "aáàảãạăắằẳẵặâấầẩẫậeéèẻẽẹêếềểễệiíìỉĩịoóòỏõọôốồổỗộơớờởỡợuúùủũụưứừửữựyýỳỷỹỵ";
    private const int Tones = 6;

    /// <summary>The words that <see cref="Wildcards"/> stand for.</summary>
    /// <remarks>In a pattern with a tone mark all marks count, and the tone may stand on any letter: <c>hoà*</c> finds hòa and hoàn. In one
    /// without, marks that were not typed may be anything, as in a word.</remarks>
    /// <param name="pattern">Small letters; begins with one.</param>
    /// <param name="marks">What marks that were not typed mean.</param>
    public static TermPattern OfWildcards(string pattern, MarksMode marks)
    {
        (string toneless, int tone) = TakeTone(pattern);
        bool isExact = marks == MarksMode.Exact || (marks == MarksMode.Auto && tone != 0);
        Func<char, char, bool> isSame = isExact ? static (typed, letter) => typed == letter
            : marks == MarksMode.Ignore ? static (typed, letter) => Fold(typed) == Fold(letter)
            : static (typed, letter) => typed == letter || typed == Fold(letter);
        Automaton forms = BasicOperations.Concatenate(
            BasicAutomata.MakeString(DiacriticFolding.Fold(Wildcards.Prefix(pattern))), BasicAutomata.MakeAnyString());
        return new(new CompiledAutomaton(forms), canonical =>
        {
            (string letters, int termTone) = TakeTone(canonical);
            return (!isExact || tone == termTone) && Wildcards.Matches(toneless, letters, isSame) ? 1 : 0;
        });
    }

    /// <summary>A word and those that are spelled much alike: that have the same letters below their marks, or one letter more, less, other or exchanged
    /// with its neighbour (Damerau, 1964).</summary>
    /// <param name="word">Canonical.</param>
    public static TermPattern OfFuzzy(string word)
    {
        string folded = DiacriticFolding.Fold(word);
        Automaton marks = BasicOperations.Optional(
            BasicOperations.Concatenate(BasicAutomata.MakeChar(FoldedOrder.Separator), BasicAutomata.MakeAnyString()));
        Automaton forms = BasicOperations.Concatenate(new LevenshteinAutomata(folded, withTranspositions: true).ToAutomaton(1), marks);
        return new(new CompiledAutomaton(forms), canonical =>
            canonical == word ? 1 : DiacriticFolding.Fold(canonical) == folded ? OtherMarks : OtherLetter);
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
