using Search.Vietnamese.Unicode;

namespace Search.Vietnamese.Tokens;

internal enum RunKind : byte
{
    Letters,
    Digits,
    Mixed,
}

/// <summary>Adjacent letters, marks and digits: indices into normalized text.</summary>
/// <param name="Start">The first character.</param>
/// <param name="TermEnd">After the last character of the term, which leaves a possessive <c>'s</c> out.</param>
/// <param name="End">After the last character.</param>
/// <param name="Kind">Letters, digits or both.</param>
/// <param name="IsUpper">All letters are capitals, and there is one.</param>
/// <param name="HasApostrophe">Letters are joined by an apostrophe that the term leaves out.</param>
/// <param name="Spelling">Of up to eight Vietnamese letters and nothing else (see <see cref="Letters.Spell"/>); otherwise 0.</param>
internal readonly record struct TextRun(int Start, int TermEnd, int End, RunKind Kind, bool IsUpper = false, bool HasApostrophe = false, ulong Spelling = 0)
{
    public static bool IsStart(ReadOnlySpan<char> text, int i) =>
        CharClasses.At(text, i, out _) is CharClass.Letter or CharClass.UpperLetter or CharClass.Digit;

    /// <summary>Reads the run that begins with the letter or digit at an index.</summary>
    public static TextRun Read(ReadOnlySpan<char> text, int start)
    {
        ulong spelling = 0;
        int capitals = 0;
        int i = start;
        while (i < text.Length && Letters.Parts(text[i]) is var parts and not 0)
        {
            spelling = Letters.Append(spelling, parts);
            capitals += Letters.IsUpper(parts) ? 1 : 0;
            i++;
        }

        int length = i - start;
        return length > 0 && IsEnd(text, i)
            ? new(start, i, i, RunKind.Letters, capitals == length, Spelling: length <= Letters.LongestSpelling ? spelling : 0)
            : ReadAny(text, start);
    }

    /// <summary>Reads a run of any letters and digits, without its spelling: most runs are Vietnamese letters alone and need no such care.</summary>
    public static TextRun ReadAny(ReadOnlySpan<char> text, int start)
    {
        bool hasLower = false;
        bool hasUpper = false;
        bool hasDigits = false;
        bool hasApostrophe = false;
        int termEnd = -1;
        int i = start;
        while (i < text.Length)
        {
            CharClass found = CharClasses.At(text, i, out int length);
            if (found == CharClass.UpperLetter)
            {
                hasUpper = true;
            }
            else if (found == CharClass.Letter)
            {
                hasLower = true;
            }
            else if (found == CharClass.Digit)
            {
                hasDigits = true;
            }
            else if (text[i] == '\'' && JoinsLetters(text, i))
            {
                if (IsPossessive(text, i))
                {
                    termEnd = i;
                    i += 2;
                    break;
                }

                hasApostrophe = true;
            }
            else if (found != CharClass.Mark)
            {
                break;
            }

            i += length;
        }

        RunKind kind = !hasDigits ? RunKind.Letters : hasLower || hasUpper ? RunKind.Mixed : RunKind.Digits;
        return new(start, termEnd < 0 ? i : termEnd, i, kind, hasUpper && !hasLower, hasApostrophe);
    }

    /// <summary>Where this mixed run falls into two parts that say something each: Covid|19, 10|kg, 15|iphone. Otherwise -1.</summary>
    public int FindBorder(ReadOnlySpan<char> text)
    {
        bool startsWithDigits = CharClasses.At(text, Start, out _) == CharClass.Digit;
        int border = EndOfKind(text, Start, TermEnd, startsWithDigits);
        if (EndOfKind(text, border, TermEnd, !startsWithDigits) != TermEnd)
        {
            return -1;
        }

        int headLength = border - Start;
        int tailLength = TermEnd - border;
        bool splits = !startsWithDigits
            ? headLength >= 3
            : tailLength >= 3 || (tailLength == 2 && CharClasses.Of(text[border]) == CharClass.Letter && CharClasses.Of(text[border + 1]) == CharClass.Letter);
        return splits ? border : -1;
    }

    private static int EndOfKind(ReadOnlySpan<char> text, int start, int end, bool digits)
    {
        int i = start;
        while (i < end)
        {
            CharClass found = CharClasses.At(text, i, out int length);
            if (found != CharClass.Mark && (found == CharClass.Digit) != digits)
            {
                break;
            }

            i += length;
        }

        return i;
    }

    private static bool IsEnd(ReadOnlySpan<char> text, int i) =>
        i == text.Length || text[i] == ' ' || (text[i] != '\'' && CharClasses.Of(text[i]) is CharClass.Other or CharClass.Space);

    private static bool JoinsLetters(ReadOnlySpan<char> text, int apostrophe) =>
        apostrophe > 0 && apostrophe + 1 < text.Length
        && CharClasses.Of(text[apostrophe - 1]) is CharClass.Letter or CharClass.UpperLetter or CharClass.Mark
        && CharClasses.IsLetter(CharClasses.Of(text[apostrophe + 1]));

    private static bool IsPossessive(ReadOnlySpan<char> text, int apostrophe) =>
        text[apostrophe + 1] is 's' or 'S'
        && (apostrophe + 2 == text.Length || CharClasses.Of(text[apostrophe + 2]) is not (CharClass.Letter or CharClass.UpperLetter or CharClass.Digit or CharClass.Mark));
}
