using System.Globalization;
using Microsoft.AspNetCore.Components;
using Search.Answers;
using Search.Articles;
using Search.Server.Languages;

namespace Search.Server.Pages;

/// <summary>What all components of pages share: the reader's language.</summary>
public abstract class LocalizedPage : ComponentBase
{
    private static readonly NumberFormatInfo VietnameseNumbers = new() { NumberGroupSeparator = ".", NumberDecimalSeparator = "," };

    /// <summary>The request that the page answers.</summary>
    [CascadingParameter] public HttpContext? Http { get; set; }

    /// <summary>The language that the reader has chosen.</summary>
    protected Language Language => Http is null ? Language.Vietnamese : PageLanguage.Of(Http.Request);

    private NumberFormatInfo Numbers => Language == Language.Vietnamese ? VietnameseNumbers : NumberFormatInfo.InvariantInfo;

    /// <summary>The words in the reader's language.</summary>
    protected string T(string vietnamese, string english) => Language == Language.Vietnamese ? vietnamese : english;

    /// <inheritdoc cref="T(string, string)"/>
    protected string T(Wording wording) => wording.In(Language);

    /// <summary>A count: <c>34.875</c>, in English <c>34,875</c>.</summary>
    protected string Count(long number) => number.ToString("N0", Numbers);

    /// <summary>A day: <c>30/11/2023</c>, in Vietnam time.</summary>
    protected static string Day(ArticleDate date) => InVietnam(date).ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture);

    /// <summary>A day and, where the date has one, a time: <c>30/11/2023 14:05</c>, in Vietnam time.</summary>
    protected static string DayAndTime(ArticleDate date) =>
        date.Text.Contains('T', StringComparison.Ordinal) ? DayAndTime(date.Instant) : Day(date);

    /// <summary>A day and time, in Vietnam time.</summary>
    protected static string DayAndTime(DateTimeOffset instant) =>
        instant.ToOffset(ArticleDate.VietnamOffset).ToString("dd'/'MM'/'yyyy HH':'mm", CultureInfo.InvariantCulture);

    /// <summary>A size in mebibytes: <c>419,2 MiB</c>.</summary>
    protected string Size(long bytes) => string.Create(Numbers, $"{bytes / (double)(1 << 20):0.0} MiB");

    /// <summary>A duration in milliseconds or seconds: <c>12 ms</c>, <c>1,3 giây</c>.</summary>
    protected string Duration(TimeSpan duration) => duration.TotalMilliseconds switch
    {
        < 1 => T("dưới 1 ms", "under 1 ms"),
        < 1000 => string.Create(Numbers, $"{duration.TotalMilliseconds:0} ms"),
        _ => string.Create(Numbers, $"{duration.TotalSeconds:0.0} {T("giây", "s")}"),
    };

    private static DateTimeOffset InVietnam(ArticleDate date) => date.Instant.ToOffset(ArticleDate.VietnamOffset);
}
