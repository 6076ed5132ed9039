using System.Runtime.InteropServices;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using Search.Articles;
using Search.Engine.Articles;

namespace Search.Engine.Counting;

/// <summary>How many of some articles were published on each day, Vietnam time.</summary>
internal sealed class DayCounts
{
    private const long MillisecondsPerDay = 24 * 60 * 60 * 1000;
    private static readonly int UnixDay = DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;

    private readonly Dictionary<int, int> _byDay = [];

    /// <summary>Counts documents of a view.</summary>
    public DayCounts(IndexReader reader, FixedBitSet documents)
    {
        foreach (AtomicReaderContext leaf in reader.Leaves)
        {
            var dates = new ArticleDates(leaf.AtomicReader);
            foreach (int document in documents.In(leaf))
            {
                if (dates[document] is { } date)
                {
                    CollectionsMarshal.GetValueRefOrAddDefault(_byDay, DayNumber(date), out _)++;
                }
                else
                {
                    Undated++;
                }
            }
        }
    }

    /// <summary>Articles without a date.</summary>
    public int Undated { get; }

    /// <summary>Dated articles by the first day of their interval, ascending.</summary>
    public SortedDictionary<DateOnly, int> By(Interval interval)
    {
        var counts = new SortedDictionary<DateOnly, int>();
        foreach ((int day, int count) in _byDay)
        {
            DateOnly start = interval.Start(DateOnly.FromDayNumber(day));
            counts[start] = counts.GetValueOrDefault(start) + count;
        }

        return counts;
    }

    /// <summary>One point for every interval in which anything was published.</summary>
    /// <param name="interval">The interval.</param>
    /// <param name="published">What was published; what is counted here is a part of it.</param>
    public IReadOnlyList<IntervalCount> Histogram(Interval interval, DayCounts published)
    {
        SortedDictionary<DateOnly, int> counts = By(interval);
        return [.. published.By(interval).Select(each => new IntervalCount(each.Key, counts.GetValueOrDefault(each.Key), each.Value))];
    }

    /// <summary>The number of the day, Vietnam time, of a value of <see cref="ArticleSchema.DateValue"/>.</summary>
    public static int DayNumber(long dateValue)
    {
        long local = dateValue + (long)ArticleDate.VietnamOffset.TotalMilliseconds;
        long day = UnixDay + ((local - (((local % MillisecondsPerDay) + MillisecondsPerDay) % MillisecondsPerDay)) / MillisecondsPerDay);
        return (int)Math.Clamp(day, DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber);   // the last hours of the last day are the next in Vietnam
    }
}

/// <summary>The documents of a set segment by segment.</summary>
internal static class SegmentDocuments
{
    /// <summary>Their numbers in the segment, ascending.</summary>
    public static IEnumerable<int> In(this FixedBitSet documents, AtomicReaderContext leaf)
    {
        int end = leaf.DocBase + leaf.AtomicReader.MaxDoc;
        for (int document = Next(documents, leaf.DocBase, end); document < end; document = Next(documents, document + 1, end))
        {
            yield return document - leaf.DocBase;
        }
    }

    private static int Next(FixedBitSet documents, int from, int end) =>
        from < end && documents.NextSetBit(from) is var next and >= 0 ? next : DocIdSetIterator.NO_MORE_DOCS;
}
