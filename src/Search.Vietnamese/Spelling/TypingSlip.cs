using System.Text;
using Search.Vietnamese.Syllables;
using Search.Vietnamese.Unicode;

namespace Search.Vietnamese.Spelling;

/// <summary>Puts mistakes into text as Vietnamese writers make them: wrong and missing marks, slips of the keyboard, sounds that a region does not tell
/// apart, rules of spelling. For measuring how a search bears them.</summary>
/// <remarks>The same text and number give the same mistake. Thread-safe. Source: the kinds of mistakes of the VSEC corpus (2021).</remarks>
public static class TypingSlip
{
    /// <summary>The kinds of mistakes; those of marks and of sounds, which are most frequent, stand more than once.</summary>
    private static readonly Func<SpelledSyllable, IEnumerable<string>>[] SyllableKinds =
        [WithoutTone, OtherTones, LikeSounds, OtherMarks, WithKeyLeftOver, Keys, HoiAndNga, LikeSounds, WithoutMark, OtherTones, LikeSounds, Keys];

    /// <summary>The text with one mistake in one of its words.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="hash">Any number; it chooses the word and the mistake.</param>
    /// <returns>The text, normalized, with one word changed to another term, its capitals kept; the normalized text alone if it has no word of two
    /// letters.</returns>
    public static string Apply(string text, uint hash)
    {
        ArgumentNullException.ThrowIfNull(text);
        string normalized = NormalizedText.Normalize(text);
        List<Range> words = Words(normalized);
        for (int i = 0; i < words.Count; i++)
        {
            Range word = words[(int)((hash + (uint)i) % (uint)words.Count)];
            if (Mistype(normalized[word], hash / (uint)words.Count) is { } mistyped)
            {
                return $"{normalized.AsSpan(..word.Start.Value)}{mistyped}{normalized.AsSpan(word.End.Value..)}";
            }
        }

        return normalized;
    }

    /// <summary>The runs of letters.</summary>
    private static List<Range> Words(string text)
    {
        var words = new List<Range>();
        int start = 0;
        for (int i = 0; i <= text.Length; i++)
        {
            if (i == text.Length || !char.IsLetter(text[i]))
            {
                if (i - start > 1)
                {
                    words.Add(start..i);
                }

                start = i + 1;
            }
        }

        return words;
    }

    private static string? Mistype(string word, uint hash)
    {
        string canonical = TonePlacement.Canonical(word);
        bool isSyllable = SpelledSyllable.TryParse(canonical, out SpelledSyllable syllable) && Syllable.IsSyllable(canonical);
        int kinds = isSyllable ? SyllableKinds.Length : 1;
        for (int i = 0; i < kinds; i++)
        {
            IEnumerable<string> mistyped = isSyllable ? SyllableKinds[(hash + (uint)i) % kinds](syllable) : Keys(canonical);
            string[] others = [.. mistyped.Where(other => TonePlacement.Canonical(other) != canonical)];
            if (others.Length > 0)
            {
                return InCaseOf(word, others[hash / (uint)kinds % (uint)others.Length]);
            }
        }

        return null;
    }

    private static IEnumerable<string> WithoutTone(SpelledSyllable syllable) =>
        syllable.Tone == ToneMark.None ? [] : [Write(syllable with { Tone = ToneMark.None })];

    private static IEnumerable<string> OtherTones(SpelledSyllable syllable) => Enum.GetValues<ToneMark>()
        .Where(tone => tone != ToneMark.None && tone != syllable.Tone)
        .Select(tone => Write(syllable with { Tone = tone }))
        .Where(other => Syllable.IsSyllable(other));

    private static IEnumerable<string> HoiAndNga(SpelledSyllable syllable) => syllable.Tone switch
    {
        ToneMark.Hoi => [Write(syllable with { Tone = ToneMark.Nga })],
        ToneMark.Nga => [Write(syllable with { Tone = ToneMark.Hoi })],
        _ => [],
    };

    private static IEnumerable<string> LikeSounds(SpelledSyllable syllable) =>
        SyllableConfusions.OfOnset(syllable).Concat(SyllableConfusions.OfRhyme(syllable)).Where(IsReadable).Select(Write);

    /// <summary>One letter without its letter mark.</summary>
    private static IEnumerable<string> WithoutMark(SpelledSyllable syllable) =>
        Replace(Write(syllable), letter => $"{KeyDistance.Base(letter)}");

    /// <summary>One letter with another letter mark.</summary>
    private static IEnumerable<string> OtherMarks(SpelledSyllable syllable) => Replace(Write(syllable), letter => KeyDistance.Base(letter) switch
    {
        'a' => "aăâ",
        'e' => "eê",
        'o' => "oôơ",
        'u' => "uư",
        'd' => "dđ",
        _ => "",
    });

    /// <summary>A mark whose key was pressed while the input method was off: thành becomes thanhf.</summary>
    private static IEnumerable<string> WithKeyLeftOver(SpelledSyllable syllable)
    {
        if (syllable.Tone != ToneMark.None)
        {
            yield return Write(syllable with { Tone = ToneMark.None }) + LeftOverKey.KeyOf(syllable.Tone);
        }

        string written = Write(syllable);
        for (int i = 0; i < written.Length; i++)
        {
            char marked = Letters.Alphabet[Letters.Code(written[i]) - 1];
            if (LeftOverKey.KeyOf(marked) is var key and not '\0')
            {
                yield return $"{written.AsSpan(..i)}{WithMarkOf(written[i], KeyDistance.Base(marked))}{key}{written.AsSpan((i + 1)..)}";
            }
        }
    }

    private static IEnumerable<string> Keys(SpelledSyllable syllable) => Keys(Write(syllable));

    /// <summary>A key beside the right one, a letter twice or not at all, two letters in the wrong order.</summary>
    private static IEnumerable<string> Keys(string word)
    {
        for (int i = 0; i < word.Length; i++)
        {
            foreach (char other in KeyDistance.KeysBeside(KeyDistance.Base(word[i])))
            {
                yield return $"{word.AsSpan(..i)}{other}{word.AsSpan((i + 1)..)}";
            }

            yield return $"{word.AsSpan(..(i + 1))}{word.AsSpan(i..)}";
            yield return word.Remove(i, 1);
            if (i > 0 && word[i] != word[i - 1])
            {
                yield return $"{word.AsSpan(..(i - 1))}{word[i]}{word[i - 1]}{word.AsSpan((i + 1)..)}";
            }
        }
    }

    private static string Write(SpelledSyllable syllable) => syllable.ToString();

    /// <summary>Whether the letters are taken apart as they were put together: gi + ênh would be read g + iênh.</summary>
    private static bool IsReadable(SpelledSyllable syllable) =>
        SpelledSyllable.TryParse(Write(syllable), out SpelledSyllable read) && read == syllable;

    /// <summary>The word with one letter replaced by another of the same tone.</summary>
    private static IEnumerable<string> Replace(string word, Func<char, string> others)
    {
        for (int i = 0; i < word.Length; i++)
        {
            foreach (char other in others(word[i]))
            {
                yield return $"{word.AsSpan(..i)}{WithMarkOf(word[i], other)}{word.AsSpan((i + 1)..)}";
            }
        }
    }

    /// <summary>Another letter with the tone of a letter.</summary>
    private static char WithMarkOf(char letter, char other) => Letters.Compose(Letters.Code(other), Letters.ToneOf(Letters.Parts(letter)), upper: false);

    private static string InCaseOf(string word, string mistyped)
    {
        var cased = new StringBuilder(mistyped);
        bool isUpper = word.All(char.IsUpper);
        for (int i = 0; i < cased.Length && (isUpper || (i == 0 && char.IsUpper(word[0]))); i++)
        {
            cased[i] = char.ToUpperInvariant(cased[i]);
        }

        return cased.ToString();
    }
}
