using Lucene.Net.Index;
using Lucene.Net.Util;
using Search.Engine.Articles;
using Search.Engine.Querying;

namespace Search.Engine.Ranking;

/// <summary>The postings of articles with a date in a period.</summary>
internal sealed class DatedPostings(DocsEnum postings, AtomicReader segment, DatePeriod period) : DocsEnum
{
    private readonly NumericDocValues? _dates = segment.GetNumericDocValues(ArticleSchema.Date);
    private readonly IBits? _dated = segment.GetDocsWithField(ArticleSchema.Date);
    private readonly (long First, long Before) _instants = period.Instants;

    public override int DocID => postings.DocID;

    public override int Freq => postings.Freq;

    public override int NextDoc() => Skip(postings.NextDoc());

    public override int Advance(int target) => Skip(postings.Advance(target));

    public override long GetCost() => postings.GetCost();

    private int Skip(int document)
    {
        while (document != NO_MORE_DOCS && !IsInPeriod(document))
        {
            document = postings.NextDoc();
        }

        return document;
    }

    private bool IsInPeriod(int document) =>
        _dates is not null && _dated is not null && _dated.Get(document) && _dates.Get(document) is var date && date >= _instants.First && date < _instants.Before;
}
