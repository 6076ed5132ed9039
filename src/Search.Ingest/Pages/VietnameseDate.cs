using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Search.Articles;
using Search.Vietnamese.Unicode;

namespace Search.Ingest.Pages;

/// <summary>Dates as Vietnamese pages write them: <c>Thứ Năm, 30/11/2023 | 14:05 GMT+7</c>, <c>12:05 ngày 3-4-2019</c>,
/// <c>ngày 14 tháng 2 năm 2012</c>, <c>10h30, 8.1.2024</c>; also ISO 8601 and dates with English months.</summary>
/// <remarks>
/// <para>The day comes before the month, as everywhere in Vietnam. The month comes first only where nothing else can be meant: because no
/// month has the second number (<c>3/23/2015</c>), or because the weekday beside it says so. <c>3/4/2015 8:06:00 AM</c>, the form of American
/// servers, may be either, so it is no date.</para>
/// <para>Years have four digits, 1900 to 2100. Times have 24 hours, or 12 with AM, PM, SA (sáng) or CH (chiều).</para>
/// </remarks>
internal static partial class VietnameseDate
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;

    /// <summary>What longer text holds is no line about the article but part of it.</summary>
    private const int LongestText = 500;

    private const string Weekdays = @"\b(?<weekday>thứ (hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ ?nhật)\b";

    private const string Months = @"(?<month>(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)\.?";

    private const string Clock = @"(?<hour>[01]?\d|2[0-3]) ?(:|h|g|giờ)( ?(?<minute>[0-5]\d)(:(?<seconds>[0-5]\d)(\.\d+)?)?(?!\d))?( ?phút)?( ?(?<half>[AP]M|SA|CH)\b)?"
        + @"( ?\(?(GMT|UTC)? ?(?<sign>[+-]) ?(?<zone>\d{1,2})(:?(?<zoneminutes>[0-5]\d))?(?!\d)\)?| ?(?<utc>Z|UTC|GMT)\b)?";

    private static readonly string[] MonthWords = ["giêng", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười", "mười một", "mười hai"];

    private static readonly string[] EnglishMonths = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>Reads the first date of a text, with the time beside it if there is one.</summary>
    /// <param name="text">A line or attribute of a page, in any Unicode form.</param>
    /// <param name="date">ISO 8601: <c>2012-02-14</c>, or <c>2023-11-30T14:05:00+07:00</c> with the offset as given, else that of Vietnam.</param>
    public static bool TryRead(string? text, out ArticleDate date)
    {
        date = default;
        if (string.IsNullOrWhiteSpace(text) || text.Length > LongestText)
        {
            return false;
        }

        if (ArticleDate.TryParse(text.Trim(), out date))
        {
            return IsPlausible(date.Instant.Year);
        }

        return Find(Plain(text)).Select(static found => found.Iso).FirstOrDefault(static iso => iso is not null) is { } first
            && ArticleDate.TryParse(first, out date);
    }

    /// <summary>What is left of a line without its dates and times, the words that go with them, and the signs around.</summary>
    /// <returns>Normalized; empty if the line says nothing but a date: <c>Cập nhật lúc 10:30, 08/01/2024 (GMT+7)</c>.</returns>
    public static string Without(string line)
    {
        if (line.Length > LongestText)
        {
            return line;
        }

        string text = Plain(line);
        var rest = new StringBuilder();
        int end = 0;
        foreach (Found found in Find(text))
        {
            rest.Append(text, end, found.Start - end).Append('|');
            end = found.End;
        }

        return end == 0 ? text : Edges().Replace(Label().Replace(rest.Append(text, end, text.Length - end).ToString(), "|"), "");
    }

    private static string Plain(string text) => Spaces().Replace(NormalizedText.Normalize(text), " ");

    private static IEnumerable<Found> Find(string text)
    {
        int from = Year().IsMatch(text) ? 0 : text.Length;
        while (DayForm().Match(text, from) is { Success: true } day)
        {
            Match before = ClockBefore().Match(text[from..day.Index]);
            Match clock = before.Groups["hour"].Success ? before : ClockAfter().Match(text[(day.Index + day.Length)..]);
            int start = before.Success ? from + before.Index : day.Index;
            int end = day.Index + day.Length + (ReferenceEquals(clock, before) ? 0 : clock.Length);
            yield return new Found(start, end, Iso(day, before.Groups["weekday"].Value, clock));
            from = end;
        }
    }

    private static string? Iso(Match day, string weekday, Match clock)
    {
        if (Day(day, weekday, clock) is not { } date)
        {
            return null;
        }

        string iso = date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return clock.Groups["hour"].Success
            ? string.Create(CultureInfo.InvariantCulture, $"{iso}T{Hour(clock):00}:{Number(clock, "minute"):00}:{Number(clock, "seconds"):00}{Offset(clock)}")
            : iso;
    }

    private static DateTime? Day(Match day, string weekday, Match clock)
    {
        int year = Number(day, "year");
        int first = Number(day, "first");
        int second = Number(day, "second");
        if (day.Groups["month"] is { Success: true, Value: var month })
        {
            return Calendar(year, MonthOf(month), first);
        }

        if (day.Groups["iso"].Success)
        {
            return Calendar(year, first, second);
        }

        DateTime? dayFirst = Calendar(year, second, first);
        DateTime? monthFirst = day.Groups["separator"].Success ? Calendar(year, first, second) : null;
        if (dayFirst is null || monthFirst is null || first == second)
        {
            return dayFirst ?? monthFirst;
        }

        if (WeekdayOf(weekday) is { } stated)
        {
            return monthFirst.Value.DayOfWeek == stated && dayFirst.Value.DayOfWeek != stated ? monthFirst : dayFirst;
        }

        bool isAmerican = clock.Groups["seconds"].Success && clock.Groups["half"].Value.EndsWith("m", StringComparison.OrdinalIgnoreCase);
        return isAmerican ? null : dayFirst;
    }

    private static DateTime? Calendar(int year, int month, int day) =>
        IsPlausible(year) && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateTime(year, month, day) : null;

    private static bool IsPlausible(int year) => year is >= 1900 and <= 2100;

    private static int MonthOf(string word)
    {
        int vietnamese = Array.FindIndex(MonthWords, name => name.Equals(word, StringComparison.OrdinalIgnoreCase));
        return 1 + (vietnamese >= 0 ? vietnamese : Array.FindIndex(EnglishMonths, name => word.StartsWith(name, StringComparison.OrdinalIgnoreCase)));
    }

    private static DayOfWeek? WeekdayOf(string word) => PageLine.KeyOf(word) switch
    {
        "chunhat" => DayOfWeek.Sunday,
        "thuhai" or "thu2" => DayOfWeek.Monday,
        "thuba" or "thu3" => DayOfWeek.Tuesday,
        "thutu" or "thu4" => DayOfWeek.Wednesday,
        "thunam" or "thu5" => DayOfWeek.Thursday,
        "thusau" or "thu6" => DayOfWeek.Friday,
        "thubay" or "thu7" => DayOfWeek.Saturday,
        _ => null,
    };

    private static int Hour(Match clock)
    {
        int hour = Number(clock, "hour");
        return clock.Groups["half"].Value.ToUpperInvariant() switch
        {
            "PM" or "CH" when hour < 12 => hour + 12,
            "AM" or "SA" when hour == 12 => 0,
            _ => hour,
        };
    }

    private static string Offset(Match clock)
    {
        if (clock.Groups["utc"].Success)
        {
            return "Z";
        }

        return clock.Groups["zone"].Success && Number(clock, "zone") <= 14
            ? string.Create(CultureInfo.InvariantCulture, $"{clock.Groups["sign"].Value}{Number(clock, "zone"):00}:{Number(clock, "zoneminutes"):00}")
            : "+07:00";
    }

    /// <summary>The value of a group that holds a few digits; 0 if it holds nothing.</summary>
    private static int Number(Match match, string group) =>
        match.Groups[group] is { Success: true } given ? int.Parse(given.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;

    /// <summary>A date in a text: <c>first</c> and <c>second</c> are its numbers beside the <c>year</c>, in their order.</summary>
    [GeneratedRegex(
        @"(?<![\d.,/-])(?<iso>(?<year>\d{4}))(?<separator>[/.-])(?<first>\d{1,2})\k<separator>(?<second>\d{1,2})(?!\d|[/.][\d\p{L}]|-\p{L})"
        + @"|(?<![\d.,/-])(?<first>\d{1,2}) ?(?<separator>[/.-]) ?(?<second>\d{1,2}) ?\k<separator> ?(?<year>\d{4})(?!\d|[/.][\d\p{L}]|-\p{L})"
        + @"|(?<!\d)(?<first>\d{1,2}) ?tháng ?((?<second>\d{1,2})|(?<month>mười (một|hai)|giêng|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)) ?(,|năm)? ?(?<year>\d{4})(?!\d)"
        + @"|\b" + Months + @" (?<first>\d{1,2})(st|nd|rd|th)?,? (?<year>\d{4})(?!\d)"
        + @"|(?<!\d)(?<first>\d{1,2})(st|nd|rd|th)? " + Months + @",? (?<year>\d{4})(?!\d)",
        Options)]
    private static partial Regex DayForm();

    [GeneratedRegex(@"\d{4}", Options)]
    private static partial Regex Year();

    /// <summary>What leads to a date: a time, a weekday.</summary>
    [GeneratedRegex(@"((?<![\d:.,/-])" + Clock + @"[ ,;|•·()-]*)?(" + Weekdays + @"[ ,;|•·()-]*)?(\bngày[: ]*)?$", Options)]
    private static partial Regex ClockBefore();

    [GeneratedRegex(@"^(T|[ ,;|•·()-]*((vào )?(lúc|hồi)|at)?[: ]*)" + Clock, Options)]
    private static partial Regex ClockAfter();

    /// <summary>Words that go with a date but do not say it.</summary>
    [GeneratedRegex(@"\b((cập nhật|đăng|xuất bản|phát hành|đăng tải)( lần cuối| lúc| ngày)*|(ngày|thời gian|giờ) (đăng|xuất bản|cập nhật|phát hành|tạo|gửi)|thời gian|lúc|ngày)\s*:?\s*(?=\|)|\(?GMT ?\+ ?7\)?", Options)]
    private static partial Regex Label();

    [GeneratedRegex(@"^[\s|,;:•·()\[\]/-]+|[\s|,;:•·()\[\]/-]+$", Options)]
    private static partial Regex Edges();

    [GeneratedRegex(@"\s+", Options)]
    private static partial Regex Spaces();

    /// <summary>A date in a text, <c>[Start, End)</c>; without an ISO form if it is no day of the calendar, or may be two.</summary>
    private readonly record struct Found(int Start, int End, string? Iso);
}
