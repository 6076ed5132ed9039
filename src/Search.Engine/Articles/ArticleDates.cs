using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Search.Engine.Articles;

/// <summary>The dates of the articles of one segment, by document number.</summary>
internal sealed class ArticleDates(AtomicReader segment)
{
    private readonly NumericDocValues? _dates = segment.GetNumericDocValues(ArticleSchema.Date);
    private readonly IBits? _dated = segment.GetDocsWithField(ArticleSchema.Date);

    /// <summary>The <see cref="ArticleSchema.DateValue"/> of a document; <see langword="null"/> for an undated one.</summary>
    public long? this[int document] => _dates is not null && _dated is not null && _dated.Get(document) ? _dates.Get(document) : null;
}
