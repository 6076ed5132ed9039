using System.Collections.Frozen;
using System.Globalization;
using Search.Vietnamese.Unicode;

namespace Search.Vietnamese.Tokens;

/// <summary>Reads dates, numbers and Roman numerals as Vietnamese writes them.</summary>
internal static class NumberPattern
{
    /// <summary>Words before which one letter I, V or X is a number: khóa X.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> RomanIntroductions =
        new[]
        {
            "khóa", "thứ", "hội", "kỳ", "kì", "chương", "phần", "quý", "quí", "loại", "cấp", "hạng", "tập", "khu", "vùng", "kỷ", "kỉ",
            "lần", "mục", "điều", "bảng", "nhóm",
        }.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    public readonly record struct Date(int Year, int Month, int Day)
    {
        /// <summary>Characters of the longest form.</summary>
        public const int LongestForm = 10;

        /// <summary>Writes ISO 8601: yyyy-mm-dd, yyyy-mm where there is no day, --mm-dd where there is no year (as in ISO 8601:2000).</summary>
        /// <param name="destination">At least <see cref="LongestForm"/> characters.</param>
        /// <returns>The length written.</returns>
        public int Write(Span<char> destination)
        {
            int length = 0;
            if (Year > 0)
            {
                length = WriteDigits(Year, "D4", destination);
            }
            else
            {
                destination[length++] = '-';
            }

            destination[length++] = '-';
            length += WriteDigits(Month, "D2", destination[length..]);
            if (Day > 0)
            {
                destination[length++] = '-';
                length += WriteDigits(Day, "D2", destination[length..]);
            }

            return length;
        }

        private static int WriteDigits(int value, string format, Span<char> destination)
        {
            value.TryFormat(destination, out int length, format, CultureInfo.InvariantCulture);
            return length;
        }
    }

    /// <summary>The end of the date that begins at a digit of normalized text, or -1.</summary>
    public static int MatchDate(ReadOnlySpan<char> text, int start, out Date date)
    {
        date = default;
        if (start > 0 && (IsWordChar(text[start - 1]) || text[start - 1] is '/' or '.' or ',' or '-'))
        {
            return -1;
        }

        int first = ReadNumber(text, start, out int firstEnd);
        if (firstEnd == start || firstEnd >= text.Length || text[firstEnd] is not ('/' or '-' or '.'))
        {
            return -1;
        }

        char sign = text[firstEnd];
        int second = ReadNumber(text, firstEnd + 1, out int secondEnd);
        if (secondEnd == firstEnd + 1)
        {
            return -1;
        }

        int firstDigits = firstEnd - start;
        int secondDigits = secondEnd - firstEnd - 1;
        int end = secondEnd;
        if (secondEnd < text.Length && text[secondEnd] == sign && ReadNumber(text, secondEnd + 1, out int thirdEnd) is var third && thirdEnd > secondEnd + 1)
        {
            end = thirdEnd;
            int thirdDigits = thirdEnd - secondEnd - 1;
            date = firstDigits <= 2 && secondDigits <= 2 && thirdDigits == 4 ? new(third, second, first)
                : sign == '-' && firstDigits == 4 && secondDigits == 2 && thirdDigits == 2 ? new(first, second, third)
                : default;
            if (date.Day is < 1 or > 31 || date.Year is < 1000 or > 2999)
            {
                return -1;
            }
        }
        else if (sign == '/' && firstDigits <= 2 && secondDigits == 4)
        {
            date = new(second, first, 0);
            if (date.Year is < 1000 or > 2999)
            {
                return -1;
            }
        }
        else if (sign == '/' && firstDigits <= 2 && secondDigits <= 2)
        {
            date = new(0, second, first);
            if (date.Day is < 1 or > 31)
            {
                return -1;
            }
        }

        return date.Month is >= 1 and <= 12 && IsEndOfDate(text, end) ? end : -1;
    }

    /// <summary>The end of the ASCII digits from an index, which is the index if there are none.</summary>
    public static int EndOfDigits(ReadOnlySpan<char> text, int start)
    {
        int end = start;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        return end;
    }

    /// <summary>The end of digits in groups with <c>.</c> or <c>,</c> between them (<c>27.000</c>, <c>81,2</c>, <c>2.0.1</c>); without a group, the end of the digits.</summary>
    public static int MatchGroups(ReadOnlySpan<char> text, int start)
    {
        int end = EndOfDigits(text, start);
        while (end + 1 < text.Length && text[end] is '.' or ',' && char.IsAsciiDigit(text[end + 1]))
        {
            end = EndOfDigits(text, end + 1);
        }

        return end;
    }

    /// <summary>Writes the canonical form: no thousands signs, a point before decimals.</summary>
    /// <param name="number">ASCII digits, with or without groups.</param>
    /// <param name="canonical">At least as long as <paramref name="number"/>.</param>
    /// <returns>The length written, or -1 for dotted digits that are no number.</returns>
    public static int Canonicalize(ReadOnlySpan<char> number, Span<char> canonical)
    {
        int sign = number.IndexOfAny('.', ',');
        if (sign < 0)
        {
            ReadOnlySpan<char> digits = number is ['0', >= '0' and <= '9'] ? number[1..] : number;   // a mark may follow, which is no digit
            digits.CopyTo(canonical);
            return digits.Length;
        }

        char thousands = number[sign];
        char decimals = thousands == '.' ? ',' : '.';
        int decimalSign = number.LastIndexOf(decimals);
        ReadOnlySpan<char> whole = decimalSign > sign ? number[..decimalSign] : number;
        if (HasThousands(whole, thousands))
        {
            return Join(whole, thousands, decimalSign > sign ? number[(decimalSign + 1)..] : [], canonical);
        }

        return number.LastIndexOfAny('.', ',') == sign ? Join(number[..sign], '\0', number[(sign + 1)..], canonical) : -1;
    }

    /// <summary>The value of a Roman numeral from I to XXXIX in proper form, or 0.</summary>
    public static int RomanValue(ReadOnlySpan<char> capitals)
    {
        int tens = 0;
        while (tens < capitals.Length && capitals[tens] == 'X')
        {
            tens++;
        }

        if (tens > 3)
        {
            return 0;
        }

        int ones = capitals[tens..] switch
        {
            "" => 0,
            "I" => 1,
            "II" => 2,
            "III" => 3,
            "IV" => 4,
            "V" => 5,
            "VI" => 6,
            "VII" => 7,
            "VIII" => 8,
            "IX" => 9,
            _ => -1,
        };
        return ones < 0 ? 0 : (10 * tens) + ones;
    }

    /// <summary>Whether a single I, V or X after this word is a number.</summary>
    public static bool IntroducesRoman(ReadOnlySpan<char> canonicalTerm) => RomanIntroductions.Contains(canonicalTerm);

    /// <summary>Groups of three after a first group of one to three that is not a mere 0.</summary>
    private static bool HasThousands(ReadOnlySpan<char> number, char sign)
    {
        int first = number.IndexOf(sign);
        if (first is < 1 or > 3 || number is ['0', '.' or ',', ..] || (number.Length - first) % 4 != 0)
        {
            return false;
        }

        for (int i = first; i < number.Length; i++)
        {
            if ((i - first) % 4 == 0 ? number[i] != sign : !char.IsAsciiDigit(number[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static int Join(ReadOnlySpan<char> whole, char thousands, ReadOnlySpan<char> decimals, Span<char> canonical)
    {
        int length = 0;
        foreach (char c in whole)
        {
            if (c != thousands)
            {
                canonical[length++] = c;
            }
        }

        if (decimals.Length > 0)
        {
            canonical[length++] = '.';
            decimals.CopyTo(canonical[length..]);
            length += decimals.Length;
        }

        return length;
    }

    private static bool IsEndOfDate(ReadOnlySpan<char> text, int end) =>
        end == text.Length
        || !(IsWordChar(text[end]) || text[end] == '/' || (text[end] is '.' or ',' or '-' && end + 1 < text.Length && CharClasses.Of(text[end + 1]) == CharClass.Digit));

    /// <summary>At most four digits; -1 where there are more.</summary>
    private static int ReadNumber(ReadOnlySpan<char> text, int start, out int end)
    {
        end = EndOfDigits(text, start);
        return end - start > 4 ? -1 : ParseDigits(text[start..end]);
    }

    private static int ParseDigits(ReadOnlySpan<char> digits)
    {
        int value = 0;
        foreach (char digit in digits)
        {
            value = (10 * value) + (digit - '0');
        }

        return value;
    }

    private static bool IsWordChar(char c) =>
        c == '_' || CharClasses.Of(c) is CharClass.Letter or CharClass.UpperLetter or CharClass.Digit or CharClass.Mark;
}
