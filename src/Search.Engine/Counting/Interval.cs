namespace Search.Engine.Counting;

/// <summary>Stretches of the calendar by which articles are counted, in Vietnam time.</summary>
public enum Interval
{
    /// <summary>A day.</summary>
    Day,

    /// <summary>Monday to Sunday.</summary>
    Week,

    /// <summary>A month.</summary>
    Month,

    /// <summary>January to March, and so on.</summary>
    Quarter,

    /// <summary>A year.</summary>
    Year,
}

/// <summary>What was counted in one interval.</summary>
/// <param name="From">Its first day.</param>
/// <param name="Count">Articles that match.</param>
/// <param name="Published">All articles that fulfil the filter, whatever they say.</param>
public readonly record struct IntervalCount(DateOnly From, int Count, int Published);

/// <summary>Articles by the time of their publication.</summary>
/// <param name="Points">Ascending: one for every interval in which anything was published that fulfils the filter. Where there is none, nothing was.</param>
/// <param name="Undated">Articles that match and have no date.</param>
public sealed record Histogram(IReadOnlyList<IntervalCount> Points, int Undated)
{
    /// <summary>Nothing was counted.</summary>
    public static Histogram None { get; } = new([], 0);
}

/// <summary>The calendar of intervals.</summary>
internal static class IntervalDays
{
    /// <summary>The first day of the interval that a day lies in.</summary>
    public static DateOnly Start(this Interval interval, DateOnly day) => interval switch
    {
        Interval.Day => day,
        Interval.Week => DateOnly.FromDayNumber(day.DayNumber - (day.DayNumber % 7)),   // 0001-01-01, number 0, is a Monday
        Interval.Month => new(day.Year, day.Month, 1),
        Interval.Quarter => new(day.Year, ((day.Month - 1) / 3 * 3) + 1, 1),
        _ => new(day.Year, 1, 1),
    };
}
