using Lucene.Net.Index;
using Lucene.Net.Util;
using Search.Engine.Articles;
using Search.Engine.Indexing;
using Search.Vietnamese.Collation;

namespace Search.Engine.Counting;

/// <summary>What the archive holds of each source on each day, Vietnam time, and where it holds nothing.</summary>
/// <param name="Sources">In Vietnamese order; last, with an empty name, the articles without a source, if there are any.</param>
public sealed record Coverage(IReadOnlyList<SourceCoverage> Sources)
{
    /// <summary>Counts documents of a view.</summary>
    internal static Coverage Of(IndexView view, FixedBitSet documents)
    {
        var bySource = new Dictionary<string, (Dictionary<string, int> Written, FixedBitSet Documents)>(StringComparer.Ordinal);
        foreach (AtomicReaderContext leaf in view.Reader.Leaves)
        {
            SortedSetDocValues? sources = leaf.AtomicReader.GetSortedSetDocValues(ArticleSchema.Source);
            var values = new CountedValue?[sources?.ValueCount ?? 0];
            foreach (int document in documents.In(leaf))
            {
                CountedValue source = SourceOf(sources, values, document);
                if (!bySource.TryGetValue(source.Canonical, out (Dictionary<string, int> Written, FixedBitSet Documents) own))
                {
                    bySource.Add(source.Canonical, own = (new(StringComparer.Ordinal), new(view.Reader.MaxDoc)));
                }

                own.Documents.Set(leaf.DocBase + document);
                own.Written[source.Written] = own.Written.GetValueOrDefault(source.Written) + 1;
            }
        }

        return new([.. bySource.Values
            .Select(source => SourceCoverage.Of(source.Written.MaxBy(each => each.Value).Key, new DayCounts(view.Reader, source.Documents)))
            .OrderBy(source => source.Source.Length == 0).ThenBy(source => source.Source, VietnameseComparer.Text)]);
    }

    private static CountedValue SourceOf(SortedSetDocValues? sources, CountedValue?[] known, int document)
    {
        if (sources is null)
        {
            return new("", "");
        }

        sources.SetDocument(document);
        long ordinal = sources.NextOrd();
        if (ordinal == SortedSetDocValues.NO_MORE_ORDS)
        {
            return new("", "");
        }

        if (known[ordinal] is not { } value)
        {
            var term = new BytesRef();
            sources.LookupOrd(ordinal, term);
            known[ordinal] = value = CountedValue.Read(term.Utf8ToString());
        }

        return value;
    }
}

/// <summary>What the archive holds of one source.</summary>
/// <param name="Source">Its name; empty for articles that name none.</param>
/// <param name="Count">Articles in all.</param>
/// <param name="Undated">Those without a date.</param>
/// <param name="Days">Days with articles, ascending.</param>
/// <param name="Gaps">The stretches without any between the first and the last day, ascending.</param>
public sealed record SourceCoverage(string Source, int Count, int Undated, IReadOnlyList<DayCount> Days, IReadOnlyList<Gap> Gaps)
{
    internal static SourceCoverage Of(string source, DayCounts counts)
    {
        List<DayCount> days = [.. counts.By(Interval.Day).Select(day => new DayCount(day.Key, day.Value))];
        IEnumerable<Gap> gaps = days.Zip(days.Skip(1)).Where(pair => pair.Second.Day.DayNumber - pair.First.Day.DayNumber > 1)
            .Select(pair => new Gap(pair.First.Day.AddDays(1), pair.Second.Day.AddDays(-1)));
        return new(source, days.Sum(day => day.Count) + counts.Undated, counts.Undated, days, [.. gaps]);
    }
}

/// <summary>The articles of one day.</summary>
/// <param name="Day">Vietnam time.</param>
/// <param name="Count">Articles.</param>
public readonly record struct DayCount(DateOnly Day, int Count);

/// <summary>Days without articles.</summary>
/// <param name="From">The first.</param>
/// <param name="To">The last, inclusive.</param>
public readonly record struct Gap(DateOnly From, DateOnly To)
{
    /// <summary>How many days it has.</summary>
    public int Days => To.DayNumber - From.DayNumber + 1;
}
