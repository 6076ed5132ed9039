using Lucene.Net.Index;
using Lucene.Net.Search;
using Search.Articles;
using Search.Engine.Articles;

namespace Search.Engine.Searching;

/// <summary>Turns an <see cref="ArticleFilter"/> into a Lucene query.</summary>
internal static class FilterQuery
{
    /// <summary>The query, or <see langword="null"/> for no condition.</summary>
    public static Query? Of(ArticleFilter filter)
    {
        var all = new BooleanQuery();
        if (filter.From is not null || filter.To is not null)
        {
            long? from = filter.From is { } first ? ArticleSchema.DateValue(Midnight(first)) : null;
            long? before = filter.To is { } last && last < DateOnly.MaxValue ? ArticleSchema.DateValue(Midnight(last.AddDays(1))) : null;
            all.Add(NumericRangeQuery.NewInt64Range(ArticleSchema.Date, from, before, minInclusive: true, maxInclusive: false), Occur.MUST);
        }

        AddAny(all, ArticleSchema.Category, filter.Categories);
        AddAny(all, ArticleSchema.Source, filter.Sources);
        AddAny(all, ArticleSchema.Author, filter.Authors);
        AddAny(all, ArticleSchema.Tag, filter.Tags);
        return all.Clauses.Count == 0 ? null : all;
    }

    private static DateTimeOffset Midnight(DateOnly day) => new(day, TimeOnly.MinValue, ArticleDate.VietnamOffset);

    private static void AddAny(BooleanQuery all, string field, IReadOnlyList<string> values)
    {
        if (values.Count > 0)
        {
            var any = new BooleanQuery();
            foreach (string value in values)
            {
                any.Add(new TermQuery(new Term(field, ArticleSchema.Shorten(ArticleSchema.CanonicalValue(value)))), Occur.SHOULD);
            }

            all.Add(any, Occur.MUST);
        }
    }
}
