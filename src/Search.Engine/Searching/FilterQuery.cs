using Lucene.Net.Index;
using Lucene.Net.Search;
using Search.Engine.Articles;
using Search.Engine.Querying;

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
            all.Add(Days(filter.From, filter.To), Occur.MUST);
        }

        AddAny(all, ArticleSchema.Category, filter.Categories);
        AddAny(all, ArticleSchema.Source, filter.Sources);
        AddAny(all, ArticleSchema.Author, filter.Authors);
        AddAny(all, ArticleSchema.Tag, filter.Tags);
        return all.Clauses.Count == 0 ? null : all;
    }

    /// <summary>Both conditions; <see langword="null"/> for no condition.</summary>
    public static Query? Both(Query? first, Query? second) =>
        first is null || second is null ? first ?? second : new BooleanQuery { { first, Occur.MUST }, { second, Occur.MUST } };

    /// <summary>The articles with a date from the first day to the last; <see langword="null"/> for an open end.</summary>
    public static Query Days(DateOnly? first, DateOnly? last)
    {
        (long from, long before) = new DatePeriod(first ?? DateOnly.MinValue, last ?? DateOnly.MaxValue).Instants;
        return NumericRangeQuery.NewInt64Range(
            ArticleSchema.Date, from == long.MinValue ? null : from, before == long.MaxValue ? null : before, minInclusive: true, maxInclusive: false);
    }

    /// <summary>The articles with a category, source, author or tag.</summary>
    public static Query Value(string field, string value) => new TermQuery(new Term(field, ArticleSchema.Shorten(ArticleSchema.CanonicalValue(value))));

    private static void AddAny(BooleanQuery all, string field, IReadOnlyList<string> values)
    {
        if (values.Count > 0)
        {
            var any = new BooleanQuery();
            foreach (string value in values)
            {
                any.Add(Value(field, value), Occur.SHOULD);
            }

            all.Add(any, Occur.MUST);
        }
    }
}
