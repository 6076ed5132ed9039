using System.Text;

namespace Search.Engine.Querying;

/// <summary>Patterns: letters with <c>*</c> for any letters and <c>?</c> for one; a backslash makes the character behind it a letter.</summary>
internal static class Wildcards
{
    public const char Escape = '\\';

    public static bool IsWildcard(char c) => c is '*' or '?';

    /// <summary>A character as a letter of a pattern.</summary>
    public static string Literal(char c) => IsWildcard(c) || c == Escape ? $"{Escape}{c}" : c.ToString();

    /// <summary>The letters before the first wildcard.</summary>
    public static string Prefix(string pattern)
    {
        var letters = new StringBuilder();
        for (int i = 0; i < pattern.Length && !IsWildcard(pattern[i]); i++)
        {
            letters.Append(pattern[i] == Escape ? pattern[++i] : pattern[i]);
        }

        return letters.ToString();
    }

    /// <summary>Whether a pattern stands for a whole text.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="text">The text.</param>
    /// <param name="isSame">Whether a letter of the pattern, the first, stands for one of the text.</param>
    /// <remarks>O(pattern · text): after a mismatch only the last <c>*</c> takes one letter more.</remarks>
    public static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text, Func<char, char, bool> isSame)
    {
        int at = 0;
        int next = 0;
        int afterStar = -1;
        int taken = 0;
        while (next < text.Length)
        {
            if (at < pattern.Length && pattern[at] == '*')
            {
                afterStar = ++at;
                taken = next;
            }
            else if (at < pattern.Length && Takes(pattern[at..], text[next], isSame))
            {
                at += pattern[at] == Escape ? 2 : 1;
                next++;
            }
            else if (afterStar >= 0)
            {
                at = afterStar;
                next = ++taken;
            }
            else
            {
                return false;
            }
        }

        return pattern[at..].Trim('*').IsEmpty;
    }

    private static bool Takes(ReadOnlySpan<char> pattern, char letter, Func<char, char, bool> isSame) => pattern[0] switch
    {
        '?' => true,
        Escape => isSame(pattern[1], letter),
        _ => isSame(pattern[0], letter),
    };
}
