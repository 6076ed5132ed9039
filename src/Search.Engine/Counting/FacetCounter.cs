using System.Globalization;
using Lucene.Net.Index;
using Lucene.Net.Util;
using Search.Engine.Articles;
using Search.Engine.Searching;
using Search.Vietnamese.Collation;

namespace Search.Engine.Counting;

/// <summary>Counts documents by the values that they have in a field.</summary>
internal static class FacetCounter
{
    /// <summary>The most frequent values among documents of a view.</summary>
    public static Facet Count(IndexReader reader, FacetField field, FixedBitSet documents, int size)
    {
        IEnumerable<FacetValue> values = field == FacetField.Year ? Years(reader, documents) : Values(reader, NameOf(field), documents);
        return new(field, [.. values.OrderByDescending(value => value.Count).ThenBy(value => value.Value, VietnameseComparer.Text).ThenBy(value => value.Value, StringComparer.Ordinal).Take(size)]);
    }

    /// <summary>A filter without its condition on a field.</summary>
    public static ArticleFilter Without(ArticleFilter filter, FacetField field) => field switch
    {
        FacetField.Category when filter.Categories.Count > 0 => filter with { Categories = [] },
        FacetField.Source when filter.Sources.Count > 0 => filter with { Sources = [] },
        FacetField.Author when filter.Authors.Count > 0 => filter with { Authors = [] },
        FacetField.Tag when filter.Tags.Count > 0 => filter with { Tags = [] },
        FacetField.Year when filter.From is not null || filter.To is not null => filter with { From = null, To = null },
        _ => filter,
    };

    /// <summary>The name of a field in the index that holds <see cref="CountedValue"/>s.</summary>
    private static string NameOf(FacetField field) => field switch
    {
        FacetField.Category => ArticleSchema.Category,
        FacetField.Source => ArticleSchema.Source,
        FacetField.Author => ArticleSchema.Author,
        _ => ArticleSchema.Tag,
    };

    private static IEnumerable<FacetValue> Years(IndexReader reader, FixedBitSet documents) =>
        new DayCounts(reader, documents).By(Interval.Year).Select(year => new FacetValue(year.Key.Year.ToString("0000", CultureInfo.InvariantCulture), year.Value));

    private static IEnumerable<FacetValue> Values(IndexReader reader, string field, FixedBitSet documents) =>
        Written(reader, field, documents).Select(each => (Value: CountedValue.Read(each.Key), Count: each.Value))
            .GroupBy(each => each.Value.Canonical, StringComparer.Ordinal)
            .Select(value => new FacetValue(value.OrderByDescending(each => each.Count).ThenBy(each => each.Value.Written, StringComparer.Ordinal).First().Value.Written, value.Sum(each => each.Count)));

    /// <summary>Documents by value as written; numbers of values count within a segment, so they are added up by the values themselves.</summary>
    private static Dictionary<string, int> Written(IndexReader reader, string field, FixedBitSet documents)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (AtomicReaderContext leaf in reader.Leaves)
        {
            if (leaf.AtomicReader.GetSortedSetDocValues(field) is not { } values)
            {
                continue;
            }

            var byOrdinal = new int[values.ValueCount];
            foreach (int document in documents.In(leaf))
            {
                values.SetDocument(document);
                for (long ordinal = values.NextOrd(); ordinal != SortedSetDocValues.NO_MORE_ORDS; ordinal = values.NextOrd())
                {
                    byOrdinal[ordinal]++;
                }
            }

            var term = new BytesRef();
            for (int ordinal = 0; ordinal < byOrdinal.Length; ordinal++)
            {
                if (byOrdinal[ordinal] > 0)
                {
                    values.LookupOrd(ordinal, term);
                    string value = term.Utf8ToString();
                    counts[value] = counts.GetValueOrDefault(value) + byOrdinal[ordinal];
                }
            }
        }

        return counts;
    }
}
