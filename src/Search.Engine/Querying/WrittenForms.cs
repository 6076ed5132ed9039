using System.Globalization;
using Search.Vietnamese.Tokens;

namespace Search.Engine.Querying;

/// <summary>Other ways to write a date, a number or a place: 30/11/2023 and 30 tháng 11 năm 2023, 27.000 and 27 nghìn, TP Vinh and thành phố Vinh.</summary>
internal static class WrittenForms
{
    private const float Weight = 0.9f;

    private static readonly (decimal Value, string[] Words)[] Magnitudes =
        [(1_000_000_000, ["tỷ", "tỉ"]), (1_000_000, ["triệu"]), (1000, ["nghìn", "ngàn"])];

    private static readonly Dictionary<string, string[]> Places = new(StringComparer.Ordinal)
    {
        ["tp"] = ["thành", "phố"],
        ["q"] = ["quận"],
        ["p"] = ["phường"],
    };

    /// <summary>Other forms of one token.</summary>
    public static IEnumerable<Expansion> Of(QueryToken token)
    {
        IEnumerable<string[]> forms = token.Type switch
        {
            TokenType.Date => OfDate(token.Term),
            TokenType.Number when !MayBeYear(token) && decimal.TryParse(token.Term, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number) => OfNumber(number),
            _ => [],
        };
        return forms.Select(words => New(token.Position, token.Position + token.PositionCount, words));
    }

    /// <summary>Other forms of tokens side by side.</summary>
    /// <param name="sequence">What the tokens stand for.</param>
    /// <param name="words">As what they are read.</param>
    /// <param name="text">The query.</param>
    public static IEnumerable<Expansion> Of(IReadOnlyList<Reading> sequence, string[] words, string text)
    {
        for (int i = 0; i < words.Length; i++)
        {
            QueryToken token = sequence[i].Token;
            int At(int count) => sequence[i + count - 1].Token.Position + 1;
            if (DateAt(words.AsSpan(i), out int length) is { } date)
            {
                yield return New(token.Position, At(length), [date]);
            }

            if (i + 1 < words.Length && token.Type == TokenType.Number && ValueOf(words[i], words[i + 1]) is { } value)
            {
                yield return New(token.Position, At(2), [value]);
            }

            if (i + 1 < words.Length && Places.TryGetValue(words[i], out string[]? place) && text[sequence[i + 1].Token.Start] is var first && (char.IsUpper(first) || char.IsDigit(first)))
            {
                yield return New(token.Position, token.Position + 1, place);
            }
        }
    }

    /// <summary>Whether it is four digits without a sign between them: 2000 is a year, 2.000 is two thousand.</summary>
    private static bool MayBeYear(QueryToken token) => token.End - token.Start == 4;

    private static Expansion New(int start, int end, string[] words) => new(QueryReadingKind.Synonym, start, end, words, Weight);

    private static IEnumerable<string[]> OfDate(string date) => date.Split('-') switch
    {
        ["", "", var month, var day] => [[Trim(day), "tháng", Trim(month)]],
        [var year, var month, var day] => [[Trim(day), "tháng", Trim(month), "năm", year]],
        [var year, var month] => [["tháng", Trim(month), "năm", year]],
        _ => [],
    };

    private static IEnumerable<string[]> OfNumber(decimal number)
    {
        foreach ((decimal value, string[] words) in Magnitudes)
        {
            if (number >= value && number % (value / 10) == 0)
            {
                string count = (number / value).ToString("0.#", CultureInfo.InvariantCulture);
                return words.Select(word => new[] { count, word });
            }
        }

        return [];
    }

    /// <summary>The date at the beginning of some words.</summary>
    private static string? DateAt(ReadOnlySpan<string> words, out int length)
    {
        length = 0;
        int? day = words.Length > 2 && words[1] == "tháng" ? Number(words[0], 31) : null;
        ReadOnlySpan<string> rest = day is null ? words : words[1..];
        if (rest is not ["tháng", var monthWord, ..] || Number(monthWord, 12) is not { } month)
        {
            return null;
        }

        int? year = rest is [_, _, "năm", { Length: 4 } yearWord, ..] ? Number(yearWord, 2999) : null;
        length = (day is null ? 2 : 3) + (year is null ? 0 : 2);
        return (year, day) switch
        {
            ({ } y, { } d) => $"{y:0000}-{month:00}-{d:00}",
            ({ } y, null) => $"{y:0000}-{month:00}",
            (null, { } d) => $"--{month:00}-{d:00}",
            _ => null,
        };
    }

    private static int? Number(string digits, int most) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= 1 && number <= most ? number : null;

    private static string? ValueOf(string number, string magnitude)
    {
        foreach ((decimal value, string[] words) in Magnitudes)
        {
            if (words.Contains(magnitude) && decimal.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal count) && count < 1_000_000)
            {
                return (count * value).ToString("0.##########", CultureInfo.InvariantCulture);
            }
        }

        return null;
    }

    private static string Trim(string digits) => digits.TrimStart('0');
}
