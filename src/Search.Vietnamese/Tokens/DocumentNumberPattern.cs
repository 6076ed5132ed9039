using Search.Vietnamese.Unicode;

namespace Search.Vietnamese.Tokens;

/// <summary>Finds the numbers of Vietnamese documents: 15/NQ-BCH, 16-KL/TW, 45/2019/QH14, 30/2020/NĐ-CP.</summary>
internal static class DocumentNumberPattern
{
    private const int LongestNumber = 5;
    private const int FirstPartLetters = 6;
    private const int LaterPartLetters = 7;
    private const int PartDigits = 3;

    /// <summary>The end of the document number that begins at a digit of normalized text, or -1.</summary>
    public static int Match(ReadOnlySpan<char> text, int start)
    {
        int i = NumberPattern.EndOfDigits(text, start);
        if (i == start || i - start > LongestNumber || (start > 0 && (IsWordChar(text, start - 1) || text[start - 1] == '/')))
        {
            return -1;
        }

        if (i < text.Length && IsLetter(text[i]))
        {
            i++;
        }

        if (i + 5 < text.Length && text[i] == '/' && NumberPattern.EndOfDigits(text, i + 1) == i + 5 && text[i + 5] is '/' or '-')
        {
            i += 5;
        }

        if (i >= text.Length || text[i] is not ('/' or '-'))
        {
            return -1;
        }

        bool isHyphen = text[i] == '-';
        int firstPart = i + 1;
        int end = MatchPart(text, firstPart, FirstPartLetters);
        if (end < 0)
        {
            return -1;
        }

        int parts = 1;
        while (end < text.Length && text[end] is '-' or '/' or '&' or '.' && MatchPart(text, end + 1, LaterPartLetters) is var next and >= 0)
        {
            end = next;
            parts++;
        }

        bool isNumberAndWord = isHyphen && parts == 1 && IsCapitalizedWord(text[firstPart..end]);
        return isNumberAndWord ? -1 : end;
    }

    /// <summary>A capital, more letters, digits, and then no further word character.</summary>
    private static int MatchPart(ReadOnlySpan<char> text, int start, int mostLetters)
    {
        int i = start;
        while (i < text.Length && IsLetter(text[i]))
        {
            i++;
        }

        if (i == start || i - start > mostLetters || CharClasses.Of(text[start]) != CharClass.UpperLetter)
        {
            return -1;
        }

        int digits = i;
        i = NumberPattern.EndOfDigits(text, i);
        return i - digits > PartDigits || (i < text.Length && IsWordChar(text, i)) ? -1 : i;
    }

    /// <summary>5-Sao is a number and a word.</summary>
    private static bool IsCapitalizedWord(ReadOnlySpan<char> part)
    {
        foreach (char c in part[1..])
        {
            if (CharClasses.Of(c) != CharClass.Letter)
            {
                return false;
            }
        }

        return part.Length > 1;
    }

    private static bool IsLetter(char c) => CharClasses.IsLetter(CharClasses.Of(c));

    private static bool IsWordChar(ReadOnlySpan<char> text, int i) =>
        text[i] == '_' || CharClasses.Of(text[i]) is CharClass.Letter or CharClass.UpperLetter or CharClass.Digit or CharClass.Mark;
}
