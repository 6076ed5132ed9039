using System.Buffers;

namespace Search.Engine.Querying;

/// <summary>The signs and words that the analysts' language keeps for itself; all in normalized form.</summary>
internal static class QuerySigns
{
    /// <summary>Makes the character behind it part of a word.</summary>
    public const char Escape = '\\';

    /// <summary>End a word. So does <c>&amp;&amp;</c>.</summary>
    private static readonly SearchValues<char> Delimiters = SearchValues.Create(" ()\"|^~[]{}");

    private static readonly SearchValues<char> Special = SearchValues.Create(" ()\"|^~[]{}:*?\\");

    private static readonly string[] AndWords = ["AND", "VÀ", "&"];
    private static readonly string[] OrWords = ["OR", "HOẶC"];
    private static readonly string[] NotWords = ["NOT", "KHÔNG"];

    /// <summary>Words before <c>/5</c>.</summary>
    private static readonly string[] NearWords = ["NEAR", "GẦN"];
    private static readonly string[] OrderedNearWords = ["BEFORE", "ONEAR", "TRƯỚC"];

    public static bool IsAnd(ReadOnlySpan<char> word) => IsAny(AndWords, word);

    public static bool IsOr(ReadOnlySpan<char> word) => IsAny(OrWords, word);

    public static bool IsNot(ReadOnlySpan<char> word) => IsAny(NotWords, word);

    /// <summary>Whether a word is <c>NEAR/…</c> or <c>BEFORE/…</c>, in English also without the distance, which is then missing.</summary>
    /// <param name="word">The word.</param>
    /// <param name="isOrdered">Whether it is <c>BEFORE</c>.</param>
    /// <param name="distance">What stands behind the slash; empty if nothing does.</param>
    public static bool IsNear(ReadOnlySpan<char> word, out bool isOrdered, out ReadOnlySpan<char> distance)
    {
        int slash = word.IndexOf('/');
        ReadOnlySpan<char> name = slash < 0 ? word : word[..slash];
        distance = slash < 0 ? [] : word[(slash + 1)..];
        isOrdered = IsAny(OrderedNearWords, name);
        return slash < 0 ? name is "NEAR" or "ONEAR" : isOrdered || IsAny(NearWords, name);
    }

    /// <summary>Whether a word outside of quotation marks is an operator.</summary>
    public static bool IsOperator(ReadOnlySpan<char> word) => IsAnd(word) || IsOr(word) || IsNot(word) || IsNear(word, out _, out _);

    /// <summary>Whether a character before a word says something about it.</summary>
    public static bool IsPrefix(char c) => c is '-' or '+' or '!' or '=';

    /// <summary>Whether a character needs a backslash to be part of a word, wherever it stands. So does each of <c>&amp;&amp;</c>.</summary>
    public static bool IsSpecial(char c) => Special.Contains(c);

    /// <summary>The characters of the word that a text begins with.</summary>
    public static int LengthOfWord(ReadOnlySpan<char> text)
    {
        int i = 0;
        while (i < text.Length && !Delimiters.Contains(text[i]) && !text[i..].StartsWith("&&", StringComparison.Ordinal))
        {
            i += text[i] == Escape ? 2 : 1;
        }

        return Math.Min(i, text.Length);
    }

    /// <summary>Whether a word has wildcards that are none of its letters.</summary>
    public static bool HasWildcards(ReadOnlySpan<char> word)
    {
        for (int i = 0; i < word.Length; i++)
        {
            if (Wildcards.IsWildcard(word[i]))
            {
                return true;
            }

            i += word[i] == Escape ? 1 : 0;
        }

        return false;
    }

    private static bool IsAny(string[] words, ReadOnlySpan<char> word)
    {
        foreach (string each in words)
        {
            if (word.SequenceEqual(each))
            {
                return true;
            }
        }

        return false;
    }
}
