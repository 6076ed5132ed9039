using Search.Analysis;
using Search.Engine.Highlighting;
using Search.Vietnamese.Folding;
using Search.Vietnamese.Tokens;
using Search.Vietnamese.Typing;
using Search.Vietnamese.Unicode;

namespace Search.Engine.Suggesting;

/// <summary>What stands in a search box: whole words, and the beginning of one.</summary>
/// <remarks>Marks that were typed must be there; marks that were not typed may be anything. Not thread-safe.</remarks>
internal sealed class TypedText
{
    private static readonly TypingDecoder Decoder = new();

    private readonly VietnameseTokenScanner _scanner = new();
    private readonly NormalizedText _letters = new();

    private TypedText(IReadOnlyList<string> words, string beginning)
    {
        Words = words;
        Beginning = beginning;
        Folded = DiacriticFolding.Fold(string.Join(' ', words.Append(beginning)));
    }

    /// <summary>The whole words in canonical form.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>The letters of the word that is being typed, small; empty behind a space.</summary>
    public string Beginning { get; }

    /// <summary>All of it without marks, single spaces between words.</summary>
    public string Folded { get; }

    /// <summary>What a text may mean: as it stands, and, where it may be raw Telex or VNI, as that.</summary>
    public static IReadOnlyList<TypedText> Readings(string text)
    {
        string decoded = Decode(text);
        return decoded == text ? [Read(text)] : [Read(text), Read(decoded)];
    }

    /// <summary>The words of a text in canonical form, single spaces between.</summary>
    public static string Canonical(string text) => string.Join(' ', Scan(new VietnameseTokenScanner(), text).Select(word => word.Term));

    /// <summary>Reads a text as it stands.</summary>
    public static TypedText Read(string text)
    {
        var words = new List<string>();
        int end = 0;
        foreach (Word word in Scan(new VietnameseTokenScanner(), text))
        {
            words.Add(word.Term);
            end = word.End;
        }

        bool isTyping = words.Count > 0 && end == text.Length;
        return new(isTyping ? words[..^1] : words, isTyping ? words[^1] : "");
    }

    /// <summary>What was typed from a word on.</summary>
    public TypedText From(int place) => new([.. Words.Skip(place)], Beginning);

    /// <summary>Whether a phrase begins with what was typed.</summary>
    /// <param name="phrase">Canonical words with single spaces between, which are alike without marks.</param>
    public bool Begins(string phrase)
    {
        if (!DiacriticFolding.HasDiacritics(Beginning) && !Words.Any(word => DiacriticFolding.HasDiacritics(word)))
        {
            return true;
        }

        string[] given = phrase.Split(' ');
        return Words.Zip(given).All(pair => IsWord(pair.First, pair.Second))
            && (Beginning.Length == 0 || MarkedPrefix.Begins(given[Words.Count], Beginning));
    }

    /// <summary>Whether a whole word that was typed may be this one.</summary>
    public static bool IsWord(string typed, string word) => typed.Length == word.Length
        && (DiacriticFolding.HasDiacritics(typed) ? MarkRelations.Between(typed, word) != MarkRelation.None : MarkedPrefix.Begins(word, typed));

    /// <summary>Where a text has what was typed, word by word.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="isAtStart">Whether it begins the text.</param>
    /// <returns>Ascending ranges; none if it is nowhere.</returns>
    public IReadOnlyList<TextRange> RangesIn(string text, out bool isAtStart)
    {
        List<Word> words = [.. Scan(_scanner, text)];
        int needed = Words.Count + (Beginning.Length > 0 ? 1 : 0);
        for (int first = 0; first + needed <= words.Count; first++)
        {
            if (Enumerable.Range(0, needed).All(i => MayBe(i, words[first + i].Term)))
            {
                isAtStart = first == 0;
                return [.. Enumerable.Range(0, needed).Select(i => RangeOf(i, text, words[first + i]))];
            }
        }

        isAtStart = false;
        return [];
    }

    private readonly record struct Word(string Term, int Start, int End);

    private static IEnumerable<Word> Scan(VietnameseTokenScanner scanner, string text)
    {
        scanner.Reset(text.AsMemory());
        while (scanner.MoveNext())
        {
            VietnameseToken token = scanner.Current;
            if (SyllablePairFilter.FormsPairs(token.Type, token.PositionCount))
            {
                yield return new(VietnameseTokenizer.IndexedPart(scanner.Term).ToString(), token.Start, token.End);
            }
        }
    }

    private bool MayBe(int place, string word) => place < Words.Count ? IsWord(Words[place], word) : MarkedPrefix.Begins(word, Beginning);

    private TextRange RangeOf(int place, string text, Word word)
    {
        if (place < Words.Count)
        {
            return new(word.Start, word.End);
        }

        _letters.Set(text.AsSpan(word.Start, word.End - word.Start));
        return new(word.Start, Beginning.Length < _letters.Length ? word.Start + _letters.EndOf(Beginning.Length - 1) : word.End);
    }

    /// <summary>The text with its keys decoded, also those of a word that is being typed.</summary>
    private static string Decode(string text)
    {
        DecodedQuery? decoded = Decoder.DecodeQuery(text);
        string shown = decoded?.Text ?? text;
        int last = text.AsSpan().LastIndexOfAny(' ', '\t', '\n') + 1;
        bool isLastDecoded = decoded is not null && decoded.Words[^1].End > last;
        return isLastDecoded ? shown : string.Concat(shown.AsSpan(0, shown.Length - (text.Length - last)), TypedBeginning.Decode(text[last..], decoded?.Method));
    }
}
