using System.Net;
using System.Text;
using Search.Vietnamese.Data;

namespace Search.Vietnamese.Encodings;

/// <summary>Replaces HTML character references, <c>&amp;#7897;</c> and <c>&amp;ocirc;</c>, by their characters.</summary>
/// <remarks>Source: HTML Standard, sections 13.2.5.72–80. References without their semicolon stay: in running text they are none.</remarks>
internal static class CharacterReferences
{
    private const int LongestBody = 31;   // CounterClockwiseContourIntegral
    private const int TooLarge = 0x110000;

    private static readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Names = EmbeddedTable.Rows("html-entities-vi.tsv")
        .ToDictionary(row => row[0][1..^1], row => ((char)EmbeddedTable.CodePoint(row[1]["U+".Length..])).ToString(), StringComparer.Ordinal)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The text with its references replaced, once; the same instance if there are none.</summary>
    public static string Replace(string text)
    {
        StringBuilder? replaced = null;
        int copied = 0;
        int next = text.IndexOf('&', StringComparison.Ordinal);
        while (next >= 0)
        {
            int body = BodyLength(text.AsSpan(next + 1));
            if (body > 0 && CharactersOf(text.AsSpan(next + 1, body)) is { } characters)
            {
                replaced ??= new StringBuilder(text.Length);
                replaced.Append(text, copied, next - copied).Append(characters);
                copied = next + body + "&;".Length;
            }

            next = text.IndexOf('&', next + 1);
        }

        return replaced is null ? text : replaced.Append(text, copied, text.Length - copied).ToString();
    }

    /// <summary>The length of what stands between <c>&amp;</c> and <c>;</c>, or 0.</summary>
    private static int BodyLength(ReadOnlySpan<char> text)
    {
        int length = 0;
        while (length < text.Length && length <= LongestBody && (char.IsAsciiLetterOrDigit(text[length]) || text[length] == '#'))
        {
            length++;
        }

        return length < text.Length && text[length] == ';' ? length : 0;
    }

    private static string? CharactersOf(ReadOnlySpan<char> body)
    {
        if (body[0] == '#')
        {
            return body.Length > 1 && body[1] is 'x' or 'X' ? CodePoint(body[2..], 16) : CodePoint(body[1..], 10);
        }

        if (Names.TryGetValue(body, out string? characters))
        {
            return characters;
        }

        string reference = $"&{body};";
        string decoded = WebUtility.HtmlDecode(reference);   // the rest of the HTML 4 names
        return decoded == reference ? null : decoded;
    }

    private static int HexValue(char digit) => char.IsAsciiDigit(digit) ? digit - '0' : (digit | 0x20) - 'a' + 10;

    private static string? CodePoint(ReadOnlySpan<char> digits, int radix)
    {
        int number = digits.IsEmpty ? -1 : 0;
        foreach (char c in digits)
        {
            int digit = char.IsAsciiHexDigit(c) ? HexValue(c) : radix;
            if (digit >= radix)
            {
                return null;
            }

            number = Math.Min((number * radix) + digit, TooLarge);
        }

        return number switch
        {
            < 0 => null,
            >= 0x80 and < 0xA0 => Windows1252.CharOf((byte)number).ToString(),   // what authors meant, and what browsers show
            _ when number > 0 && Rune.IsValid(number) => new Rune(number).ToString(),
            _ => "\uFFFD",
        };
    }
}
