using Search.Engine.Counting;

namespace Search.Answers;

/// <summary>Several queries by the time of publication of what they find.</summary>
/// <param name="Series">One for each `q`, in their order, all with the same intervals.</param>
/// <param name="Undated">Articles without a date that any of the queries finds.</param>
public sealed record TimelineResponse(IReadOnlyList<SeriesResponse> Series, int Undated);

/// <summary>One query by time.</summary>
/// <param name="Q">The query as it was sent.</param>
/// <param name="Points">One for every interval in which anything was published that fulfils the filter; where there is none, nothing was.</param>
public sealed record SeriesResponse(string Q, IReadOnlyList<IntervalResponse> Points);

/// <summary>What sets a result apart from the rest of the archive.</summary>
/// <param name="Articles">Articles of the result.</param>
/// <param name="Archive">Articles of the whole archive.</param>
/// <param name="Terms">By descending score.</param>
public sealed record TermsResponse(int Articles, int Archive, IReadOnlyList<TermResponse> Terms);

/// <summary>A word or phrase that is more frequent in the result than elsewhere.</summary>
/// <param name="Text">As most of the articles write it.</param>
/// <param name="Words">How many syllables or other words it has; a phrase has more than one.</param>
/// <param name="Count">Articles of the result that have it.</param>
/// <param name="Background">Articles of the whole archive that have it.</param>
/// <param name="Score">How far that is from chance: the log-likelihood ratio G²; above 10.8 one in a thousand.</param>
public sealed record TermResponse(string Text, int Words, int Count, int Background, double Score);

/// <summary>What the archive holds of each source on each day, Vietnam time.</summary>
/// <param name="Sources">In Vietnamese order.</param>
public sealed record CoverageResponse(IReadOnlyList<SourceResponse> Sources);

/// <summary>What the archive holds of one source.</summary>
/// <param name="Source">Its name; null for the articles that name none.</param>
/// <param name="Count">Articles in all.</param>
/// <param name="Undated">Those without a date.</param>
/// <param name="Days">Days with articles, ascending.</param>
/// <param name="Gaps">The stretches without any between the first and the last day, ascending.</param>
public sealed record SourceResponse(string? Source, int Count, int Undated, IReadOnlyList<DayResponse> Days, IReadOnlyList<GapResponse> Gaps);

/// <summary>The articles of one day.</summary>
/// <param name="Day">The day.</param>
/// <param name="Count">Articles.</param>
public sealed record DayResponse(DateOnly Day, int Count);

/// <summary>Days without articles.</summary>
/// <param name="From">The first.</param>
/// <param name="To">The last, inclusive.</param>
/// <param name="Days">How many they are.</param>
public sealed record GapResponse(DateOnly From, DateOnly To, int Days);

/// <summary>Writes what was counted as answers of the API.</summary>
public static class AnalystAnswers
{
    /// <summary>The answer that shows queries by time.</summary>
    public static TimelineResponse Of(Timeline timeline) =>
        new([.. timeline.Series.Select(static series => new SeriesResponse(WellFormedText.Of(series.Query), Of(series.Points)))], timeline.Undated);

    /// <summary>The answer that shows the terms of a result.</summary>
    public static TermsResponse Of(SignificantTerms terms) => new(terms.Articles, terms.Archive,
        [.. terms.Terms.Select(static term => new TermResponse(WellFormedText.Of(term.Text), term.Words, term.Count, term.Background, Math.Round(term.Score, 2)))]);

    /// <summary>The answer that shows what the archive holds.</summary>
    public static CoverageResponse Of(Coverage coverage) => new([.. coverage.Sources.Select(static source => new SourceResponse(
        source.Source.Length == 0 ? null : WellFormedText.Of(source.Source), source.Count, source.Undated,
        [.. source.Days.Select(static day => new DayResponse(day.Day, day.Count))],
        [.. source.Gaps.Select(static gap => new GapResponse(gap.From, gap.To, gap.Days))]))]);

    internal static IReadOnlyList<IntervalResponse> Of(IReadOnlyList<IntervalCount> points) =>
        [.. points.Select(static point => new IntervalResponse(point.From, point.Count, point.Published))];
}
