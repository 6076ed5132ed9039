using Search.Vietnamese.Syllables;
using Search.Vietnamese.Unicode;

namespace Search.Vietnamese.Folding;

/// <summary>How a word of a query stands to a word of a text that has the same letters below its marks.</summary>
public enum MarkRelation
{
    /// <summary>Another word: <c>tán</c> for <c>tấn</c>, <c>nam</c> for <c>nem</c>.</summary>
    None,

    /// <summary>The text has every mark that was typed and more: <c>doi</c>, <c>đoi</c> and <c>đôi</c> for <c>đối</c>.</summary>
    Compatible,

    /// <summary>The same word.</summary>
    Exact,
}

/// <summary>Decides the <see cref="MarkRelation"/> of two words.</summary>
/// <remarks>Marks that were typed must be there; marks that were not typed may be anything. A complete syllable with a tone stands only for
/// itself, for every typing method gives the letter marks before the tone or with it. The relation is not symmetric.</remarks>
public static class MarkRelations
{
    /// <summary>The relation of a query word to a text word, both in canonical form.</summary>
    public static MarkRelation Between(string query, string text)
    {
        if (string.Equals(query, text, StringComparison.Ordinal))
        {
            return MarkRelation.Exact;
        }

        (List<Letter> queryLetters, int queryTone) = TakeApart(query);
        (List<Letter> textLetters, int textTone) = TakeApart(text);
        if (queryLetters.Count != textLetters.Count
            || (queryTone != 0 && (queryTone != textTone || Syllable.IsSyllable(query))))
        {
            return MarkRelation.None;
        }

        for (int i = 0; i < queryLetters.Count; i++)
        {
            Letter asked = queryLetters[i];
            Letter given = textLetters[i];
            if (asked.Base != given.Base || (asked.Marks.Length > 0 && asked.Marks != given.Marks))
            {
                return MarkRelation.None;
            }
        }

        return MarkRelation.Compatible;
    }

    private readonly record struct Letter(char Base, string Marks);

    /// <summary>The letters below the marks, each with its marks other than tones, and the last tone (0 if none).</summary>
    private static (List<Letter> Letters, int Tone) TakeApart(string word)
    {
        var letters = new List<Letter>();
        var parts = new List<char>();
        int tone = 0;
        foreach (char c in word)
        {
            Composition.Decompose(c, parts);
        }

        foreach (char part in parts)
        {
            int toneOfMark = "\u0301\u0300\u0309\u0303\u0323".IndexOf(part, StringComparison.Ordinal) + 1;
            if (toneOfMark > 0)
            {
                tone = toneOfMark;
            }
            else if (CharClasses.Of(part) == CharClass.Mark && letters.Count > 0)
            {
                letters[^1] = letters[^1] with { Marks = letters[^1].Marks + part };
            }
            else
            {
                letters.Add(part == 'đ' ? new('d', "\u0335") : new(part, ""));
            }
        }

        return (letters, tone);
    }
}
