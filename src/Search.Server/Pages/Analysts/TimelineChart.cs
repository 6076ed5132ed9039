using System.Globalization;
using System.Text;
using Search.Engine.Counting;

namespace Search.Server.Pages.Analysts;

/// <summary>The geometry of a timeline, in units of the picture.</summary>
/// <param name="Series">At least one; all with the same intervals.</param>
/// <param name="Interval">By what articles are counted.</param>
/// <param name="IsShare">Whether the height is a share of what was published.</param>
public sealed record TimelineChart(IReadOnlyList<TimelineSeries> Series, Interval Interval, bool IsShare)
{
    /// <summary>The width of the picture.</summary>
    public const int Width = 960;
    /// <summary>Its height.</summary>
    public const int Height = 300;
    /// <summary>Where the time begins.</summary>
    public const int Left = 56;
    /// <summary>Where the time ends.</summary>
    public const int Right = 944;
    /// <summary>The height of the highest label.</summary>
    public const int Top = 16;
    /// <summary>The height of 0.</summary>
    public const int Bottom = 268;

    /// <summary>With more points than this, lines say more than marks.</summary>
    private const int MostMarks = 150;

    private const int MostDateLabels = 9;

    /// <summary>Colours that differ in lightness, too, with a contrast of 4.5 to 1 against white.</summary>
    public static IReadOnlyList<string> Colours { get; } = ["#17457f", "#b3410e", "#1f6b3a", "#7b3fa0"];

    /// <summary>Dashes of the lines.</summary>
    public static IReadOnlyList<string> Dashes { get; } = ["none", "7 4", "2 4", "10 3 2 3"];

    /// <summary>The first days of all intervals from the first to the last, whether anything was published in them or not.</summary>
    public IReadOnlyList<DateOnly> Starts { get; } = AllStarts(Series, Interval);

    private Dictionary<DateOnly, int> Places => field ??= Starts.Index().ToDictionary(static start => start.Item, static start => start.Index);

    /// <summary>The highest label of the height, a round number above all values.</summary>
    public double Highest => field > 0 ? field : field = RoundAbove(Series.SelectMany(static series => series.Points).Select(Value).DefaultIfEmpty().Max(), IsShare ? 0.004 : 4);

    /// <summary>Whether each point gets a mark.</summary>
    public bool HasMarks => Starts.Count <= MostMarks;

    /// <summary>The middle of an interval.</summary>
    public double X(DateOnly start) => Left + ((Places[start] + 0.5) * (Right - Left) / Starts.Count);

    /// <summary>The height of a point.</summary>
    public double Y(IntervalCount point) => Bottom - (Value(point) / Highest * (Bottom - Top));

    /// <summary>What a point shows: articles, or per cent.</summary>
    public double Value(IntervalCount point) => IsShare ? point.Published == 0 ? 0 : 100.0 * point.Count / point.Published : point.Count;

    /// <summary>The line of a series, broken where nothing was published.</summary>
    public string Line(TimelineSeries series)
    {
        var path = new StringBuilder();
        int last = -2;
        foreach (IntervalCount point in series.Points)
        {
            int place = Places[point.From];
            path.Append(CultureInfo.InvariantCulture, $"{(place == last + 1 ? 'L' : 'M')}{X(point.From):0.#} {Y(point):0.#}");
            last = place;
        }

        return path.ToString();
    }

    /// <summary>The mark of a series at a point: a circle, a square, a triangle or a diamond.</summary>
    public static string Mark(int series, double x, double y)
    {
        FormattableString mark = series switch
        {
            0 => $"M{x - 3:0.#} {y:0.#}a3 3 0 1 0 6 0a3 3 0 1 0-6 0z",
            1 => $"M{x - 3:0.#} {y - 3:0.#}h6v6h-6z",
            2 => $"M{x:0.#} {y - 4:0.#}l4 7h-8z",
            _ => $"M{x:0.#} {y - 4:0.#}l4 4l-4 4l-4-4z",
        };
        return FormattableString.Invariant(mark);
    }

    /// <summary>Runs of intervals in which nothing was published at all: where they begin, and how wide they are.</summary>
    public IEnumerable<(double X, double Width)> Gaps
    {
        get
        {
            HashSet<DateOnly> published = [.. Series.SelectMany(static series => series.Points).Select(static point => point.From)];
            double step = (double)(Right - Left) / Math.Max(1, Starts.Count);
            for (int i = 0; i < Starts.Count; i++)
            {
                int first = i;
                while (i < Starts.Count && !published.Contains(Starts[i]))
                {
                    i++;
                }

                if (i > first)
                {
                    yield return (Left + (first * step), (i - first) * step);
                }
            }
        }
    }

    /// <summary>Labels of the height, from 0 up.</summary>
    public IEnumerable<(double Value, double Y)> Heights => Enumerable.Range(0, 5).Select(i => (Highest * i / 4, Bottom - (i / 4.0 * (Bottom - Top))));

    /// <summary>Labels of the time.</summary>
    public IEnumerable<(string Text, double X)> Dates => Starts.Where((_, i) => i % (((Starts.Count - 1) / MostDateLabels) + 1) == 0).Select(start => (Label(start), X(start)));

    /// <summary>An interval as readers call it.</summary>
    public string Label(DateOnly start) => Interval switch
    {
        Interval.Year => start.ToString("yyyy", CultureInfo.InvariantCulture),
        Interval.Quarter => string.Create(CultureInfo.InvariantCulture, $"Q{((start.Month - 1) / 3) + 1}/{start.Year}"),
        Interval.Month => start.ToString("MM'/'yyyy", CultureInfo.InvariantCulture),
        _ => start.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture),
    };

    /// <summary>The first day of the next interval.</summary>
    public static DateOnly Next(Interval interval, DateOnly start) => interval switch
    {
        Interval.Day => start.AddDays(1),
        Interval.Week => start.AddDays(7),
        Interval.Month => start.AddMonths(1),
        Interval.Quarter => start.AddMonths(3),
        _ => start.AddYears(1),
    };

    private static List<DateOnly> AllStarts(IReadOnlyList<TimelineSeries> series, Interval interval)
    {
        List<DateOnly> days = [.. series.SelectMany(static each => each.Points).Select(static point => point.From)];
        List<DateOnly> all = [];
        if (days.Count > 0)
        {
            DateOnly last = days.Max();
            for (DateOnly start = days.Min(); start <= last; start = Next(interval, start))
            {
                all.Add(start);
            }
        }

        return all;
    }

    /// <summary>4, 8, 20 or 40 times a power of ten, so that a quarter of it is a number that can be read; of counts no less than 4.</summary>
    private static double RoundAbove(double value, double least)
    {
        double round = least;
        for (int i = 0; round < value; i++)
        {
            round = least * (i % 3 == 0 ? 2 : i % 3 == 1 ? 5 : 10) * Math.Pow(10, i / 3);
        }

        return round;
    }
}
