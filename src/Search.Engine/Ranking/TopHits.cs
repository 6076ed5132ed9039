using Lucene.Net.Index;
using Lucene.Net.Util;
using Search.Engine.Articles;

namespace Search.Engine.Ranking;

/// <summary>Keeps the best documents offered to it.</summary>
internal sealed class TopHits(DirectoryReader reader, HitOrder order, int count)
{
    private readonly PriorityQueue<Candidate, Candidate> _worstFirst = new(new WorstFirst(reader));
    private AtomicReaderContext? _leaf;
    private NumericDocValues? _dates;
    private IBits? _dated;

    /// <summary>Begins the documents of a segment.</summary>
    public void Enter(AtomicReaderContext leaf)
    {
        _leaf = leaf;
        if (order != HitOrder.Relevance)
        {
            _dates = leaf.AtomicReader.GetNumericDocValues(ArticleSchema.Date);
            _dated = leaf.AtomicReader.GetDocsWithField(ArticleSchema.Date);
        }
    }

    /// <summary>Keeps the document if it is among the best so far.</summary>
    /// <param name="document">The document number in the segment.</param>
    /// <param name="score">What the evidence gave.</param>
    /// <param name="matchesAll">Whether it has every unit.</param>
    public void Offer(int document, float score, bool matchesAll)
    {
        double key = order == HitOrder.Relevance ? score : DateKey(document);
        bool isFull = _worstFirst.Count == count;
        if (count == 0 || (isFull && key < _worstFirst.Peek().Key))
        {
            return;
        }

        var candidate = new Candidate(key, _leaf!.Ord, document, score, matchesAll);   // Enter was called before
        if (isFull)
        {
            _worstFirst.EnqueueDequeue(candidate, candidate);
        }
        else
        {
            _worstFirst.Enqueue(candidate, candidate);
        }
    }

    /// <summary>The documents kept, best first. Empties the queue.</summary>
    public RankedDocument[] InOrder()
    {
        var hits = new RankedDocument[_worstFirst.Count];
        for (int i = hits.Length - 1; i >= 0; i--)
        {
            Candidate worst = _worstFirst.Dequeue();
            hits[i] = new(reader.Leaves[worst.Leaf].DocBase + worst.Document, worst.Score, worst.MatchesAll);
        }

        return hits;
    }

    private double DateKey(int document)
    {
        if (_dated is null || !_dated.Get(document))
        {
            return double.NegativeInfinity;
        }

        long date = _dates!.Get(document);   // there are dates where documents have the field
        return order == HitOrder.Newest ? date : -date;
    }

    private readonly record struct Candidate(double Key, int Leaf, int Document, float Score, bool MatchesAll);

    /// <summary>Lower keys first; among equal ones, the later article id.</summary>
    private sealed class WorstFirst(DirectoryReader reader) : IComparer<Candidate>
    {
        private readonly BytesRef _first = new();
        private readonly BytesRef _second = new();

        public int Compare(Candidate x, Candidate y)
        {
            int byKey = x.Key.CompareTo(y.Key);
            return byKey != 0 ? byKey : IdOf(y, _second).CompareTo(IdOf(x, _first));
        }

        private BytesRef IdOf(Candidate candidate, BytesRef id)
        {
            reader.Leaves[candidate.Leaf].AtomicReader.GetBinaryDocValues(ArticleSchema.Id).Get(candidate.Document, id);
            return id;
        }
    }
}
