using System.Buffers;
using System.Collections.Frozen;
using Search.Vietnamese.Unicode;

namespace Search.Vietnamese.Tokens;

/// <summary>Finds web and mail addresses. All methods look at normalized text from an offset and return the end of the match, or -1.</summary>
internal static class AddressPattern
{
    /// <summary>RFC 5321, section 4.5.3.1.1; it also bounds the work on long dotted runs.</summary>
    private const int LongestLocalPart = 64;

    /// <summary>RFC 1035, section 2.3.4.</summary>
    private const int LongestHost = 255;

    private static readonly string[] Schemes = ["http://", "https://", "ftp://"];

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> TopLevelDomains =
        new[] { "vn", "com", "net", "org", "info", "edu", "gov", "io", "asia", "me", "tv", "co" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly SearchValues<char> AsciiLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    /// <summary>What ends an address: white space, the delimiters of RFC 3986, appendix C, and control characters, which no address holds.</summary>
    private static readonly SearchValues<char> Delimiters = SearchValues.Create([' ', '<', '>', '"', .. Enumerable.Range(0, 0x20).Select(c => (char)c)]);

    public static int MatchUrl(ReadOnlySpan<char> text, int start)
    {
        int prefix = SchemeLength(text[start..]);
        if (prefix == 0)
        {
            prefix = text[start..].StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? 4 : 0;
        }

        if (prefix > 0)
        {
            int end = Trim(text, start, EndOfAddress(text, start));
            return end > start + prefix && HasWord(text[(start + prefix)..end]) ? end : -1;
        }

        return MatchBareHost(text, start);
    }

    public static int MatchEmail(ReadOnlySpan<char> text, int start)
    {
        int at = start;
        while (at < text.Length && at - start <= LongestLocalPart && (char.IsAsciiLetterOrDigit(text[at]) || text[at] is '.' or '_' or '%' or '+' or '-'))
        {
            at++;
        }

        if (at >= text.Length || text[at] != '@')
        {
            return -1;
        }

        int end = -1;
        int label = at + 1;
        for (int i = label; i <= text.Length && i - at <= LongestHost; i++)
        {
            char c = i < text.Length ? text[i] : ' ';
            if (char.IsAsciiLetterOrDigit(c) || c == '-')
            {
                continue;
            }

            if (i == label)
            {
                break;
            }

            if (label > at + 1 && i - label >= 2 && !text[label..i].ContainsAnyExcept(AsciiLetters))
            {
                end = i;   // so far the last label is a top-level domain
            }

            if (c != '.')
            {
                break;
            }

            label = i + 1;
        }

        return end;
    }

    /// <summary>The code units of <c>http://</c>, <c>https://</c> or <c>ftp://</c> at the beginning, or 0.</summary>
    public static int SchemeLength(ReadOnlySpan<char> address)
    {
        foreach (string scheme in Schemes)
        {
            if (address.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
            {
                return scheme.Length;
            }
        }

        return 0;
    }

    private static int MatchBareHost(ReadOnlySpan<char> text, int start)
    {
        int end = -1;
        int label = start;
        int i = start;
        while (i - start <= LongestHost)
        {
            char c = i < text.Length ? text[i] : ' ';
            if (char.IsAsciiLetterOrDigit(c) || c == '-')
            {
                i++;
                continue;
            }

            if (i == label || c == '@' || c == '_' || char.IsLetterOrDigit(c))
            {
                break;
            }

            if (label > start && IsTopLevelDomain(text[label..i]))
            {
                end = i;
            }

            if (c != '.')
            {
                break;
            }

            label = ++i;
        }

        return end >= 0 && end < text.Length && text[end] == '/' ? Trim(text, start, EndOfAddress(text, end)) : end;
    }

    /// <summary>A capital followed by small letters is the first word of a sentence whose space was lost, not a domain.</summary>
    private static bool IsTopLevelDomain(ReadOnlySpan<char> label) =>
        TopLevelDomains.Contains(label) && (char.IsAsciiLetterLower(label[0]) || char.IsAsciiLetterUpper(label[^1]));

    private static bool HasWord(ReadOnlySpan<char> text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (CharClasses.At(text, i, out _) is CharClass.Letter or CharClass.UpperLetter or CharClass.Digit or CharClass.Han)
            {
                return true;
            }
        }

        return false;
    }

    private static int EndOfAddress(ReadOnlySpan<char> text, int start) =>
        text[start..].IndexOfAny(Delimiters) is var length and >= 0 ? start + length : text.Length;

    private static int Trim(ReadOnlySpan<char> text, int start, int end) =>
        start + text[start..end].TrimEnd(".,;:!?)]}'\"").Length;
}
