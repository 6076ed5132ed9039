using Search.Vietnamese.Unicode;

namespace Search.Vietnamese.Tokens;

/// <summary>Finds tags and their parts: #CôngĐoàn, #covid_19.</summary>
internal static class TagPattern
{
    /// <summary>Whether the sign at an index of normalized text begins a tag: a letter follows, and no letter or digit stands before.</summary>
    public static bool IsStart(ReadOnlySpan<char> text, int sign) =>
        text[sign] == '#' && sign + 1 < text.Length && CharClasses.IsLetter(CharClasses.At(text, sign + 1, out _))
        && (sign == 0 || CharClasses.Of(text[sign - 1]) is not (CharClass.Letter or CharClass.UpperLetter or CharClass.Digit or CharClass.Mark));

    /// <summary>The end of the tag that begins with a sign.</summary>
    public static int Match(ReadOnlySpan<char> text, int sign)
    {
        int end = sign + 1;
        while (end < text.Length)
        {
            CharClass found = CharClasses.At(text, end, out int length);
            if (text[end] != '_' && found is not (CharClass.Letter or CharClass.UpperLetter or CharClass.Digit or CharClass.Mark))
            {
                break;
            }

            end += length;
        }

        return end;
    }

    /// <summary>A part of a tag ends between letter and digit and before a capital that follows a small letter.</summary>
    public static TextRun ReadPart(ReadOnlySpan<char> text, int start)
    {
        TextRun whole = TextRun.Read(text, start);
        CharClass last = CharClasses.At(text, start, out int length);
        bool isDigits = last == CharClass.Digit;
        bool isUpper = last == CharClass.UpperLetter;
        int i = start + length;
        while (i < whole.End)
        {
            CharClass found = CharClasses.At(text, i, out length);
            if (found != CharClass.Mark && ((found == CharClass.Digit) != isDigits || (last == CharClass.Letter && found == CharClass.UpperLetter)))
            {
                break;
            }

            isUpper &= found != CharClass.Letter;
            last = found == CharClass.Mark ? last : found;
            i += length;
        }

        return new(start, i, i, isDigits ? RunKind.Digits : RunKind.Letters, isUpper);
    }
}
