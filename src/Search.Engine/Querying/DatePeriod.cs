using System.Globalization;
using Search.Articles;
using Search.Engine.Articles;

namespace Search.Engine.Querying;

/// <summary>A year, month or day of the calendar, as a query names it.</summary>
/// <param name="First">Its first day.</param>
/// <param name="Last">Its last day.</param>
internal readonly record struct DatePeriod(DateOnly First, DateOnly Last)
{
    private static readonly string[] Days = ["yyyy-MM-dd", "d/M/yyyy"];
    private static readonly string[] Months = ["yyyy-MM", "M/yyyy"];
    private static readonly string[] Years = ["yyyy"];

    /// <summary>Its first instant and the one after its last, Vietnam time, as <see cref="ArticleSchema.DateValue"/>.</summary>
    public (long First, long Before) Instants =>
        (First == DateOnly.MinValue ? long.MinValue : Midnight(First), Last == DateOnly.MaxValue ? long.MaxValue : Midnight(Last.AddDays(1)));

    /// <summary>Reads <c>2023</c>, <c>2023-11</c>, <c>11/2023</c>, <c>2023-11-30</c> or <c>30/11/2023</c>.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out DatePeriod period)
    {
        DateOnly first;
        if (TryParse(text, Days, out first))
        {
            period = new(first, first);
        }
        else if (TryParse(text, Months, out first))
        {
            period = new(first, new(first.Year, first.Month, DateTime.DaysInMonth(first.Year, first.Month)));
        }
        else if (TryParse(text, Years, out first))
        {
            period = new(first, new(first.Year, 12, 31));
        }
        else
        {
            period = default;
            return false;
        }

        return true;
    }

    private static long Midnight(DateOnly day) => ArticleSchema.DateValue(new DateTimeOffset(day, TimeOnly.MinValue, ArticleDate.VietnamOffset));

    private static bool TryParse(ReadOnlySpan<char> text, string[] formats, out DateOnly day) =>
        DateOnly.TryParseExact(text, formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
