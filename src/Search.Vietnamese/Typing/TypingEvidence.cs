using System.Collections.Frozen;
using Search.Vietnamese.Unicode;

namespace Search.Vietnamese.Typing;

/// <summary>What speaks for a token being keys, or a word as it stands: known foreign words, capitals, and the collection.</summary>
/// <param name="foreignWords">Words, small, that are keys of a syllable by chance.</param>
/// <param name="frequency">Of words in the collection; <see langword="null"/> if not known.</param>
internal readonly struct TypingEvidence(FrozenSet<string> foreignWords, DocumentFrequency? frequency)
{
    /// <summary>By itself, a token is keys if what they show is so many times as frequent as the token. Text that was typed
    /// without an input method gets into print: of 34,875 news articles two have <c>banr</c> and 11,480 <c>bản</c>. A foreign word is in
    /// more than that: <c>soo</c> in 54, <c>sô</c> in 74.</summary>
    private const int RatioAlone = 3_000;

    /// <summary>A name that is new to the collection is hardly the keys of a rare word: <c>Hura</c> is no <c>hủa</c>.</summary>
    private const double LeastShare = 0.001;

    /// <summary>As <see cref="LeastShare"/>, for keys in a form that names have too: <c>Dojo</c> is no <c>dộ</c>.</summary>
    private const double LeastShareIfLikely = 0.01;

    /// <summary>Beside keys, nothing speaks for a word as it stands but its being more frequent. A little more than 1, for names do more harm.</summary>
    private const int RatioBesideKeys = 3;

    /// <summary>Abbreviations that are also keys of a syllable have no more letters.</summary>
    private const int LongestAbbreviation = 4;

    /// <summary>What is numbered rather than counted, as people write it in haste: <c>quan1</c> is Quận 1, and only perhaps quán.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NumberedThings =
        ("bai cau chuong hang khoa khoan khoi ki ky loai mau muc mua mung ngay ngo nhom phan phong phuong quan quy so tang tap thang "
        + "thon thu to tram tuan tuyen vong xom").Split(' ').ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _foreignWords =
        foreignWords.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether it is known how often words occur in the collection.</summary>
    public bool KnowsCollection => frequency is not null;

    public bool IsForeign(ReadOnlySpan<char> token)
    {
        Span<char> small = stackalloc char[LetterBuffer.MaxKeys];
        return _foreignWords.Contains(Lower(token, small));
    }

    /// <summary>Whether these letters before a digit are as likely a thing with its number.</summary>
    public static bool IsNumbered(ReadOnlySpan<char> letters)
    {
        Span<char> small = stackalloc char[LetterBuffer.MaxKeys];
        return NumberedThings.Contains(Lower(letters, small));
    }

    /// <summary>Whether the collection lets a token be keys though no other token is.</summary>
    /// <param name="token">The token as typed.</param>
    /// <param name="read">What its keys are taken for.</param>
    public bool AllowsAlone(ReadOnlySpan<char> token, in QueryToken read)
    {
        if (frequency is null)
        {
            return read.Class == TokenClass.Strong;
        }

        (double asTyped, double shown) = Frequencies(frequency, token, read.Word);
        return shown >= (read.Class == TokenClass.Strong ? LeastShare : LeastShareIfLikely) && shown >= RatioAlone * asTyped;
    }

    /// <summary>Whether a token that may be keys is, in a query with others that are.</summary>
    /// <param name="token">The token as typed.</param>
    /// <param name="word">What its keys show.</param>
    /// <param name="isUnclear">Whether more than the collection speaks for the word as it stands.</param>
    public bool AllowsBesideKeys(ReadOnlySpan<char> token, in LetterBuffer word, bool isUnclear)
    {
        if (frequency is null)
        {
            return !isUnclear;
        }

        (double asTyped, double shown) = Frequencies(frequency, token, in word);
        return shown >= RatioBesideKeys * asTyped && (shown > 0 || !isUnclear);
    }

    /// <summary>Capitals where a typist of Vietnamese has none: DDoS, CO2e, ROX in a query of small letters.</summary>
    public static bool IsCasedAsName(ReadOnlySpan<char> token, QueryTraits query)
    {
        int letters = 0;
        int capitals = 0;
        foreach (char c in token)
        {
            letters += char.IsAsciiLetter(c) ? 1 : 0;
            capitals += char.IsAsciiLetterUpper(c) ? 1 : 0;
        }

        if (capitals == letters)
        {
            return letters is > 1 and <= LongestAbbreviation && query.HasSmallLetters;
        }

        int initials = token is ['D', 'D', ..] ? 2 : token is [>= 'A' and <= 'Z', ..] ? 1 : 0;
        return capitals > initials;
    }

    private static (double AsTyped, double Shown) Frequencies(DocumentFrequency frequency, ReadOnlySpan<char> token, in LetterBuffer word)
    {
        Span<char> small = stackalloc char[LetterBuffer.MaxKeys];
        double asTyped = frequency(Lower(token, small));
        return (asTyped, frequency(Lower(word.Text, small)));
    }

    private static ReadOnlySpan<char> Lower(ReadOnlySpan<char> text, Span<char> buffer)
    {
        Span<char> small = buffer[..text.Length];
        text.CopyTo(small);
        NormalizedText.Lower(small);
        return small;
    }
}
