using Lucene.Net.Index;
using Lucene.Net.Util;
using Search.Engine.Articles;
using Search.Engine.Indexing;

namespace Search.Engine.Ranking;

/// <summary>Lifts the scores of new articles: by half for one of the time of the commit, and by half as much for each half-life that it is older.</summary>
/// <remarks>The time is that of the commit, not of the search, so that all pages of a state of the archive are ranked alike. Undated articles are not lifted.</remarks>
/// <param name="halfLife">Above zero.</param>
/// <param name="view">The view that is ranked.</param>
internal sealed class Recency(TimeSpan halfLife, IndexView view)
{
    private const double Most = 0.5;

    private readonly long _committed = ArticleSchema.DateValue(CommitStamp.Time(view.CommitData));
    private NumericDocValues? _dates;
    private IBits? _dated;

    /// <summary>Begins the documents of a segment.</summary>
    public void Enter(AtomicReaderContext leaf)
    {
        _dates = leaf.AtomicReader.GetNumericDocValues(ArticleSchema.Date);
        _dated = leaf.AtomicReader.GetDocsWithField(ArticleSchema.Date);
    }

    /// <summary>What the score of a document of the segment is multiplied by: 1 to 1.5.</summary>
    public float Factor(int document)
    {
        if (_dates is null || _dated is null || !_dated.Get(document))
        {
            return 1;
        }

        double age = Math.Max(0, _committed - _dates.Get(document)) / halfLife.TotalMilliseconds;
        return (float)(1 + (Most * Math.Pow(2, -age)));
    }
}
