using System.Globalization;
using System.Text.RegularExpressions;

namespace Search.Articles;

/// <summary>A date of publication: the text as given and the instant it stands for.</summary>
/// <param name="Text">ISO 8601, a date (<c>2023-11-30</c>) or a date and time with or without an offset, as given.</param>
/// <param name="Instant">The moment meant, to 100 ns: without an offset in Vietnam time (+07:00), without a time at midnight there.</param>
public readonly partial record struct ArticleDate(string Text, DateTimeOffset Instant)
{
    /// <summary>Vietnam has kept this one offset since 1975 and knows no summer time.</summary>
    public static readonly TimeSpan VietnamOffset = TimeSpan.FromHours(7);

    /// <summary>Reads an ISO 8601 date or date and time in the extended form, with <c>-</c> and <c>:</c>.</summary>
    /// <remarks>Seconds and their fraction may be absent; an offset is <c>Z</c>, <c>+07</c>, <c>+0700</c> or <c>+07:00</c>.</remarks>
    /// <returns><see langword="false"/> if <paramref name="text"/> is neither, or names no day of the calendar.</returns>
    public static bool TryParse(string? text, out ArticleDate date)
    {
        date = default;
        Match form = Iso8601().Match(text ?? "");
        if (text is null || !form.Success)
        {
            return false;
        }

        string seconds = form.Groups["seconds"] is { Success: true, Value: var given } ? given : "00";
        string fraction = form.Groups["fraction"].Value.PadRight(7, '0')[..7];
        string time = form.Groups["time"] is { Success: true, Value: var clock } ? clock : "00:00";
        if (!DateTime.TryParseExact(
                $"{form.Groups["day"].Value} {time}:{seconds}.{fraction}", "yyyy-MM-dd HH:mm:ss.fffffff", CultureInfo.InvariantCulture,
                DateTimeStyles.None, out DateTime local)
            || Offset(form) is not { } offset
            || (local - DateTime.MinValue) < offset || (DateTime.MaxValue - local) < -offset)
        {
            return false;
        }

        date = new(text, new(local, offset));
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => Text;

    private static TimeSpan? Offset(Match form)
    {
        if (form.Groups["hours"] is not { Success: true, Value: var hours })
        {
            return form.Groups["utc"].Success ? TimeSpan.Zero : VietnamOffset;
        }

        int minutes = form.Groups["minutes"] is { Success: true, Value: var given } ? int.Parse(given, CultureInfo.InvariantCulture) : 0;
        TimeSpan offset = new(int.Parse(hours, CultureInfo.InvariantCulture), minutes, 0);
        bool exists = minutes < 60 && offset <= TimeSpan.FromHours(14);   // Kiribati is the farthest
        return exists ? (form.Groups["sign"].Value == "-" ? -offset : offset) : null;
    }

    [GeneratedRegex(
        """
        ^(?<day>[0-9]{4}-[0-9]{2}-[0-9]{2})
        (T(?<time>[0-9]{2}:[0-9]{2}) (:(?<seconds>[0-9]{2})([.,](?<fraction>[0-9]+))?)?
          ((?<utc>Z) | (?<sign>[+-])(?<hours>[0-9]{2})(:?(?<minutes>[0-9]{2}))?)?
        )?\z
        """,
        RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex Iso8601();
}
