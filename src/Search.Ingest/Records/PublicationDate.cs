using System.Globalization;
using Search.Articles;

namespace Search.Ingest.Records;

/// <summary>Dates as databases, spreadsheets and feeds write them.</summary>
/// <remarks>The day comes before the month: <c>30/11/2023 14:05</c>. Otherwise <c>2023-11-30 14:05:00</c>, RFC 822
/// (<c>Thu, 30 Nov 2023 14:05:00 +0700</c>), and what is ISO 8601 already.</remarks>
internal static class PublicationDate
{
    private static readonly string[] Days = ["d/M/yyyy", "d-M-yyyy", "d.M.yyyy", "yyyy-M-d", "yyyy/M/d", "d MMM yyyy", "ddd, d MMM yyyy"];

    private static readonly string[] Times = ["", " H:mm", " H:mm:ss", " H:mm:ss.FFFFFFF", ", H:mm", ", H:mm:ss"];

    private static readonly string[] Local = [.. Days.SelectMany(static day => Times.Select(time => day + time))];

    private static readonly string[] WithOffset = [.. Days.SelectMany(static day => Times[1..].Select(time => $"{day}{time} zzz"))];

    /// <summary>The same date in ISO 8601; without an offset if it has none.</summary>
    /// <returns><see langword="null"/> if the text is in none of the forms.</returns>
    public static string? ToIso8601(string? text)
    {
        string given = text?.Trim() ?? "";
        if (ArticleDate.TryParse(given, out _))
        {
            return given;
        }

        if (DateTime.TryParseExact(given, Local, CultureInfo.InvariantCulture, DateTimeStyles.AllowInnerWhite, out DateTime local))
        {
            return local.TimeOfDay == TimeSpan.Zero && !given.Contains(':', StringComparison.Ordinal)
                ? local.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
                : local.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);
        }

        return DateTimeOffset.TryParseExact(Numeric(given), WithOffset, CultureInfo.InvariantCulture, DateTimeStyles.AllowInnerWhite, out DateTimeOffset date)
            ? date.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture)
            : null;
    }

    /// <summary>The offset in digits: <c>GMT</c>, <c>UT</c>, <c>Z</c> are <c>+00:00</c>, <c>ICT</c> and <c>GMT+7</c> are <c>+07:00</c>.</summary>
    private static string Numeric(string text)
    {
        int space = text.LastIndexOf(' ');
        string offset = text[(space + 1)..] switch
        {
            "GMT" or "UTC" or "UT" or "Z" => "+00:00",
            "ICT" or "GMT+7" or "UTC+7" or "+7" => "+07:00",
            var other => other,
        };
        return text[..(space + 1)] + offset;
    }
}
