using System.Buffers;
using Search.Vietnamese.Folding;
using Search.Vietnamese.Unicode;

namespace Search.Ingest.Pages;

/// <summary>A line of a text page that is not blank.</summary>
/// <param name="Text">As given, without the white space around it.</param>
/// <param name="BeginsBlock">Whether a blank line, or nothing, stands before it; otherwise it is attached to the line before.</param>
internal sealed record PageLine(string Text, bool BeginsBlock)
{
    private const int LongestHeadline = 20;

    /// <summary>A buffer for the lines of all pages: a page has hundreds.</summary>
    [ThreadStatic]
    private static NormalizedText? t_normalized;

    /// <summary>The text in one Unicode form, with plain quotes and dashes.</summary>
    public string Normalized => field ??= Normalize(Text);

    /// <summary>What is compared: the letters and digits, small and without marks.</summary>
    public string Key => field ??= KeyOf(Normalized);

    /// <summary>Whether it ends as a sentence does, quotation marks and brackets aside.</summary>
    public bool EndsSentence => Normalized.TrimEnd('"', '\'', ')', ']', ' ') is [.., '.' or '!' or '?' or ':' or ';' or ','];

    /// <summary>Whether it ends as text does but a headline does not: headlines may ask and shout.</summary>
    public bool EndsStatement => EndsSentence && Normalized.TrimEnd('"', '\'', ')', ']', ' ') is not [.., '!' or '?'];

    /// <summary>The number of words as spaces part them.</summary>
    public int Words => WordsOf(Normalized);

    /// <summary>Whether there are more words than a headline or subheading has.</summary>
    public bool IsLong => Words > LongestHeadline;

    /// <summary>Whether it is running text rather than a headline, a name or a label.</summary>
    public bool IsParagraph => EndsSentence || IsLong;

    /// <summary>The lines of a text that are not blank.</summary>
    public static List<PageLine> Split(string text)
    {
        var lines = new List<PageLine>();
        bool beginsBlock = true;
        foreach (ReadOnlySpan<char> line in text.AsSpan().EnumerateLines())
        {
            ReadOnlySpan<char> content = line.Trim();
            if (!content.IsEmpty)
            {
                lines.Add(new PageLine(content.ToString(), beginsBlock));
            }

            beginsBlock = content.IsEmpty;
        }

        return lines;
    }

    /// <summary>The number of words of a text as single spaces part them.</summary>
    public static int WordsOf(string text) => text.AsSpan().Count(' ') + 1;

    /// <summary>The letters and digits of a text, small and without marks: <c>Có thể bạn quan tâm:</c> is <c>cothebanquantam</c>.</summary>
    public static string KeyOf(string text)
    {
        NormalizedText normalized = t_normalized ??= new NormalizedText();
        normalized.Set(text);
        char[] buffer = ArrayPool<char>.Shared.Rent(normalized.Length);
        try
        {
            Span<char> key = buffer.AsSpan(0, normalized.Length);
            normalized.Chars.CopyTo(key);
            int length = 0;
            foreach (char c in key[..DiacriticFolding.Fold(key)])
            {
                if (char.IsLetterOrDigit(c))
                {
                    key[length++] = c;
                }
            }

            return new string(key[..length]);
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer);
        }
    }

    private static string Normalize(string text)
    {
        NormalizedText normalized = t_normalized ??= new NormalizedText();
        normalized.Set(text);
        return normalized.Chars.SequenceEqual(text) ? text : normalized.Chars.ToString();
    }
}
