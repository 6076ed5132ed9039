using Lucene.Net.Index;
using Search.Engine.Articles;
using Search.Engine.Querying;

namespace Search.Engine.Ranking;

/// <summary>The postings of articles with a date in a period.</summary>
internal sealed class DatedPostings(DocsEnum postings, AtomicReader segment, DatePeriod period) : DocsEnum
{
    private readonly ArticleDates _dates = new(segment);
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

    private bool IsInPeriod(int document) => _dates[document] is { } date && date >= _instants.First && date < _instants.Before;
}
