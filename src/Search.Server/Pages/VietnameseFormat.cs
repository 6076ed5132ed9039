using System.Globalization;
using Search.Articles;

namespace Search.Server.Pages;

/// <summary>Numbers and dates as Vietnamese readers write them.</summary>
internal static class VietnameseFormat
{
    private static readonly NumberFormatInfo Numbers = new() { NumberGroupSeparator = ".", NumberDecimalSeparator = "," };

    /// <summary>A count: <c>34.875</c>.</summary>
    public static string Count(int number) => number.ToString("N0", Numbers);

    /// <summary>A day: <c>30/11/2023</c>, in Vietnam time.</summary>
    public static string Day(ArticleDate date) => InVietnam(date).ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture);

    /// <summary>A day and, where the date has one, a time: <c>30/11/2023 14:05</c>, in Vietnam time.</summary>
    public static string DayAndTime(ArticleDate date) =>
        date.Text.Contains('T') ? InVietnam(date).ToString("dd'/'MM'/'yyyy HH':'mm", CultureInfo.InvariantCulture) : Day(date);

    /// <summary>A duration in milliseconds or seconds: <c>12 ms</c>, <c>1,3 giây</c>.</summary>
    public static string Duration(TimeSpan duration) => duration.TotalMilliseconds switch
    {
        < 1 => "dưới 1 ms",
        < 1000 => string.Create(Numbers, $"{duration.TotalMilliseconds:0} ms"),
        _ => string.Create(Numbers, $"{duration.TotalSeconds:0.0} giây"),
    };

    private static DateTimeOffset InVietnam(ArticleDate date) => date.Instant.ToOffset(ArticleDate.VietnamOffset);
}
