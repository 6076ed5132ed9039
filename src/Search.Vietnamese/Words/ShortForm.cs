using System.Text;
using Search.Vietnamese.Folding;
using Search.Vietnamese.Unicode;

namespace Search.Vietnamese.Words;

/// <summary>An acronym taken apart into units: each capital with the small letters behind it, digits together.</summary>
/// <param name="Text">The acronym as written.</param>
/// <param name="Units">Two to ten: <c>BCTr</c> has B, C and Tr.</param>
internal readonly record struct ShortForm(string Text, IReadOnlyList<string> Units)
{
    public const int LongestText = 15;

    private const int FewestUnits = 2;
    private const int MostUnits = 10;

    /// <summary>Skipped function words that count nothing.</summary>
    private const int FreeFunctionWords = 3;

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> FunctionWords = new HashSet<string>(
    [
        "và", "của", "về", "các", "cho", "với", "trong", "ở", "tại", "những", "là", "do", "bởi", "hoặc", "hay", "đến", "vào", "theo", "trên",
    ], StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private enum Fit
    {
        None,
        Exact,

        /// <summary>D for đ.</summary>
        Loose,
    }

    public static bool MayHold(char c) => c is '&' or '.' or '-' || CharClasses.Of(c) is CharClass.Letter or CharClass.UpperLetter or CharClass.Digit;

    /// <summary>Parses a token of at most 15 characters that begins with a capital and has another.</summary>
    public static bool TryParse(ReadOnlySpan<char> token, out ShortForm form)
    {
        form = default;
        if (token.Length is < FewestUnits or > LongestText || CharClasses.Of(token[0]) != CharClass.UpperLetter)
        {
            return false;
        }

        var units = new List<StringBuilder>();
        int capitals = 0;
        foreach (char c in token)
        {
            switch (CharClasses.Of(c))
            {
                case CharClass.UpperLetter:
                    capitals++;
                    units.Add(new StringBuilder().Append(c));
                    break;
                case CharClass.Letter when !char.IsAsciiDigit(units[^1][0]):
                    units[^1].Append(c);
                    break;
                case CharClass.Digit when CharClasses.Of(units[^1][0]) == CharClass.Digit:
                    units[^1].Append(c);
                    break;
                case CharClass.Digit:
                    units.Add(new StringBuilder().Append(c));
                    break;
                default:
                    if (c is not ('&' or '.' or '-'))
                    {
                        return false;
                    }

                    break;
            }
        }

        form = new(token.ToString(), [.. units.Select(unit => unit.ToString())]);
        return capitals >= 2 && units.Count <= MostUnits;
    }

    /// <summary>Aligns the units with words so that the last unit stands for the last word.</summary>
    /// <param name="text">Normalized text.</param>
    /// <param name="words">Words of the text in their order.</param>
    /// <param name="mustBeginAtFirst">Whether the first unit must stand for the first word.</param>
    /// <returns>The alignment with fewest skipped words and loose letters, of these the shortest; <see langword="null"/> if there is none.</returns>
    public AcronymDefinition? Align(ReadOnlySpan<char> text, IReadOnlyList<Range> words, bool mustBeginAtFirst)
    {
        var alignment = new Alignment(text, words, Units, mustBeginAtFirst);
        alignment.Place(Units.Count - 1, words.Count - 1, skipped: 0, functionWords: 0, loose: 0);
        if (alignment.First < 0)
        {
            return null;
        }

        var longForm = new StringBuilder();
        foreach (Range word in words.Skip(alignment.First))
        {
            longForm.Append(longForm.Length == 0 ? "" : " ").Append(text[word]);
        }

        return new(Text, longForm.ToString(), alignment.Skipped, alignment.Loose);
    }

    /// <summary>A search, right to left, through all alignments. At most six words can be skipped, so it ends soon.</summary>
    private ref struct Alignment(ReadOnlySpan<char> text, IReadOnlyList<Range> words, IReadOnlyList<string> units, bool mustBeginAtFirst)
    {
        private readonly ReadOnlySpan<char> _text = text;
        private readonly int _mostSkipped = Math.Max(1, units.Count / 3);

        /// <summary>The word of the first unit in the best alignment so far; -1 if there is none.</summary>
        public int First { get; private set; } = -1;

        public int Skipped { get; private set; }

        public int Loose { get; private set; }

        /// <summary>Lets a unit stand for a word, and goes on with the units and words before them.</summary>
        public void Place(int unit, int word, int skipped, int functionWords, int loose)
        {
            Fit fit = word < 0 ? Fit.None : FitOf(units[unit], _text[words[word]]);
            if (fit == Fit.None)
            {
                return;
            }

            loose += fit == Fit.Loose ? 1 : 0;
            if (unit == 0)
            {
                Keep(word, skipped, loose);
                return;
            }

            for (int before = word - 1; before >= 0 && skipped <= _mostSkipped; before--)
            {
                Place(unit - 1, before, skipped, functionWords, loose);
                bool isFree = functionWords < FreeFunctionWords && IsFunctionWord(_text[words[before]]);
                functionWords += isFree ? 1 : 0;
                skipped += isFree ? 0 : 1;
            }
        }

        private void Keep(int first, int skipped, int loose)
        {
            if (mustBeginAtFirst && first != 0)
            {
                return;
            }

            if (First < 0 || skipped + loose < Skipped + Loose || (skipped + loose == Skipped + Loose && first > First))
            {
                (First, Skipped, Loose) = (first, skipped, loose);
            }
        }
    }

    private static bool IsFunctionWord(ReadOnlySpan<char> word)
    {
        Span<char> lower = stackalloc char[5];   // những is the longest
        if (word.Length > lower.Length)
        {
            return false;
        }

        lower = lower[..word.Length];
        word.CopyTo(lower);
        NormalizedText.Lower(lower);
        return FunctionWords.Contains(lower);
    }

    private static Fit FitOf(string unit, ReadOnlySpan<char> word)
    {
        if (CharClasses.Of(unit[0]) == CharClass.Digit)
        {
            return word.SequenceEqual(unit) ? Fit.Exact : Fit.None;
        }

        Fit fit = FitOf(Toneless(unit[0]), Toneless(word[0]));
        int next = 1;
        foreach (char small in unit.AsSpan(1))
        {
            while (next < word.Length && Fold(word[next]) != Fold(small))
            {
                next++;
            }

            if (next++ >= word.Length)
            {
                return Fit.None;
            }
        }

        return fit;
    }

    /// <summary>A letter without marks stands for one with marks, too; đ and the vowels ă â ê ô ơ ư only for themselves.</summary>
    private static Fit FitOf(char capital, char letter) => (capital, letter) switch
    {
        ('d', 'đ') => Fit.Loose,
        ('w', 'ư') => Fit.Exact,   // TW: trung ương
        ('đ' or 'ă' or 'â' or 'ê' or 'ô' or 'ơ' or 'ư', _) => capital == letter ? Fit.Exact : Fit.None,
        _ => letter != 'đ' && Fold(capital) == Fold(letter) ? Fit.Exact : Fit.None,
    };

    private static char Toneless(char letter) => Letters.Code(letter) is var code and > 0 ? Letters.Alphabet[code - 1] : NormalizedText.Lower(letter);

    private static char Fold(char letter)
    {
        Span<char> folded = [letter];
        return DiacriticFolding.Fold(folded) == 0 ? letter : folded[0];
    }
}
