using System.Collections.Frozen;
using Search.Vietnamese.Unicode;

namespace Search.Vietnamese.Typing;

/// <summary>What speaks for a token being keys, or a word as it stands: known foreign words, capitals, and the collection.</summary>
/// <param name="foreignWords">Words, small, that are keys of a syllable by chance.</param>
/// <param name="frequency">Of words in the collection; <see langword="null"/> if not known.</param>
internal sealed class TypingEvidence(FrozenSet<string> foreignWords, DocumentFrequency? frequency)
{
    /// <summary>By itself, a token is keys if what they show is in so many times as many documents as the token. Text that was typed
    /// without an input method gets into print: in 34,875 news articles <c>banr</c> is in two and <c>bản</c> in 11,480. A foreign word is in
    /// more than that: <c>soo</c> in 54, <c>sô</c> in 74.</summary>
    private const int RatioAlone = 3_000;

    /// <summary>Beside keys, nothing speaks for a word as it stands but its being more frequent. A little more than 1, for names do more harm.</summary>
    private const int RatioBesideKeys = 3;

    /// <summary>Abbreviations that are also keys of a syllable have no more letters.</summary>
    private const int LongestAbbreviation = 4;

    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _foreignWords =
        foreignWords.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether it is known how often words occur in the collection.</summary>
    public bool KnowsCollection => frequency is not null;

    public bool IsForeign(ReadOnlySpan<char> token)
    {
        Span<char> small = stackalloc char[LetterBuffer.MaxKeys];
        return _foreignWords.Contains(Lower(token, small));
    }

    /// <summary>Whether the collection lets a token be keys though no other token is.</summary>
    public bool AllowsAlone(ReadOnlySpan<char> token, in LetterBuffer word)
    {
        if (frequency is null)
        {
            return true;
        }

        (int asTyped, int shown) = Frequencies(frequency, token, in word);
        return shown > 0 && shown >= (long)RatioAlone * asTyped;
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

        (int asTyped, int shown) = Frequencies(frequency, token, in word);
        return shown >= (long)RatioBesideKeys * asTyped && (shown > 0 || !isUnclear);
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

    private static (int AsTyped, int Shown) Frequencies(DocumentFrequency frequency, ReadOnlySpan<char> token, in LetterBuffer word)
    {
        Span<char> small = stackalloc char[LetterBuffer.MaxKeys];
        int asTyped = frequency(Lower(token, small));
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
