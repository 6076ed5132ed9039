using Search.Vietnamese.Unicode;

namespace Search.Vietnamese.Words;

/// <summary>Finds the places of a text that define an acronym: <c>Bảo hiểm xã hội (BHXH)</c>, <c>BHXH (bảo hiểm xã hội)</c>.</summary>
/// <remarks>
/// <para>The short form stands in brackets after the long one or right before brackets that hold it. Its letters must be the first letters of
/// syllables; what cannot be aligned so defines nothing: <c>Tổ chức Y tế Thế giới (WHO)</c>, <c>(TTXVN) - Ngày 5/6</c>.</para>
/// <para>An instance is a reusable buffer. Not thread-safe. Source: Schwartz and Hearst, <i>A simple algorithm for identifying abbreviation
/// definitions in biomedical text</i>, PSB 2003, with syllables for letters.</para>
/// <code>
/// foreach (AcronymDefinition found in new AcronymMiner().Mine("Sở Giáo dục và Đào tạo (GD&amp;ĐT)"))
/// {
///     Console.WriteLine($"{found.Acronym} = {found.LongForm}");   // GD&amp;ĐT = Giáo dục và Đào tạo
/// }
/// </code>
/// </remarks>
public sealed class AcronymMiner
{
    private const int ShortestContent = 2;
    private const int LongestContent = 60;

    /// <summary>What may introduce the short form inside the brackets; of two that fit, the longer stands first.</summary>
    private static readonly string[] Introductions =
    [
        "sau đây viết tắt là ", "sau đây gọi tắt là ", "sau đây gọi là ", "viết tắt là ", "gọi tắt là ", "viết tắt ", "gọi tắt ",
    ];

    private readonly NormalizedText _text = new();
    private readonly List<Range> _words = [];

    /// <summary>The definitions of a text in their order. O(n).</summary>
    /// <param name="text">Any text; it is normalized inside.</param>
    public IReadOnlyList<AcronymDefinition> Mine(ReadOnlySpan<char> text)
    {
        if (text.IndexOfAny('(', '（') < 0)
        {
            return [];
        }

        var definitions = new List<AcronymDefinition>();
        _text.Set(text);
        ReadOnlySpan<char> chars = _text.Chars;
        int open = chars.IndexOf('(');
        while (open >= 0)
        {
            int next = chars[(open + 1)..].IndexOfAny('(', ')');
            if (next < 0)
            {
                break;
            }

            int close = open + 1 + next;
            if (chars[close] == ')' && next is >= ShortestContent and <= LongestContent && Define(text, open, close) is { } definition)
            {
                definitions.Add(definition);
            }

            next = chars[close..].IndexOf('(');
            open = next < 0 ? -1 : close + next;
        }

        return definitions;
    }

    private AcronymDefinition? Define(ReadOnlySpan<char> original, int open, int close)
    {
        ReadOnlySpan<char> chars = _text.Chars;
        if (ShortForm.TryParse(WithoutIntroduction(chars[(open + 1)..close].Trim(' ')), out ShortForm inside))
        {
            ReadWordsBefore(original, open, (2 * inside.Units.Count) + 4);
            return inside.Align(chars, _words, mustBeginAtFirst: false);
        }

        if (!ShortForm.TryParse(TokenBefore(open), out ShortForm before))
        {
            return null;
        }

        ReadWords(open + 1, close);
        return _words.Count >= 2 && _words.Count <= (2 * before.Units.Count) + 2 ? before.Align(chars, _words, mustBeginAtFirst: true) : null;
    }

    private static ReadOnlySpan<char> WithoutIntroduction(ReadOnlySpan<char> content)
    {
        Span<char> lower = stackalloc char[LongestContent];
        lower = lower[..content.Length];
        content.CopyTo(lower);
        NormalizedText.Lower(lower);
        foreach (string introduction in Introductions)
        {
            if (lower.StartsWith(introduction, StringComparison.Ordinal))
            {
                return content[introduction.Length..].TrimStart(' ');
            }
        }

        return content;
    }

    /// <summary>The characters between an opening bracket and the white space, sign or bracket before them that no short form can hold.</summary>
    private ReadOnlySpan<char> TokenBefore(int open)
    {
        ReadOnlySpan<char> before = _text.Chars[..open].TrimEnd(' ');
        int start = before.Length;
        while (start > 0 && before.Length - start <= ShortForm.LongestText && ShortForm.MayHold(before[start - 1]))
        {
            start--;
        }

        return before[start..];
    }

    /// <summary>Reads the last words before an index, back to the end of the sentence, clause, quotation or line before them.</summary>
    private void ReadWordsBefore(ReadOnlySpan<char> original, int end, int most)
    {
        ReadOnlySpan<char> chars = _text.Chars;
        _words.Clear();
        int wordEnd = end;
        for (int i = end - 1; i >= -1; i--)
        {
            if (i >= 0 && IsWordChar(chars, i))
            {
                continue;
            }

            if (i + 1 < wordEnd)
            {
                _words.Add((i + 1)..wordEnd);
            }

            wordEnd = i;
            if (i < 0 || _words.Count == most || chars[i] is '.' or '!' or '?' or ';' or ':' or '(' or ')' or '[' or ']' or '"'
                || original[_text.StartOf(i)] is '\n' or '\r' or '\u2028' or '\u2029' or '\u0085')
            {
                break;
            }
        }

        _words.Reverse();
    }

    private void ReadWords(int start, int end)
    {
        ReadOnlySpan<char> chars = _text.Chars[..end];
        _words.Clear();
        int wordStart = start;
        for (int i = start; i <= end; i++)
        {
            if (i < end && IsWordChar(chars, i))
            {
                continue;
            }

            if (wordStart < i)
            {
                _words.Add(wordStart..i);
            }

            wordStart = i + 1;
        }
    }

    /// <summary>Letters, digits and marks, and an apostrophe between letters.</summary>
    private static bool IsWordChar(ReadOnlySpan<char> chars, int i) => CharClasses.Of(chars[i]) switch
    {
        CharClass.Letter or CharClass.UpperLetter or CharClass.Digit or CharClass.Mark or CharClass.Han => true,
        _ => chars[i] == '\'' && i > 0 && i + 1 < chars.Length
            && CharClasses.IsLetter(CharClasses.Of(chars[i - 1])) && CharClasses.IsLetter(CharClasses.Of(chars[i + 1])),
    };
}
