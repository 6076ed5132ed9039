using Lucene.Net.Index;
using Lucene.Net.Util;
using Search.Engine.Articles;

namespace Search.Engine.Ranking;

/// <summary>Keeps the best documents offered to it.</summary>
/// <param name="reader">The documents.</param>
/// <param name="order">Which are better.</param>
/// <param name="count">How many are kept.</param>
/// <param name="after">Only documents behind this one are kept; <see langword="null"/> for all.</param>
internal sealed class TopHits(DirectoryReader reader, HitOrder order, int count, PlaceInRanking? after = null)
{
    private readonly PriorityQueue<Candidate, Candidate> _worstFirst = new(new WorstFirst(reader));
    private readonly WorstFirst _comparer = new(reader);
    private readonly Candidate? _after = after is { } place ? CandidateAt(reader, order, place) : null;
    private AtomicReaderContext? _leaf;
    private ArticleDates? _dates;

    /// <summary>Which are better.</summary>
    public HitOrder Order => order;

    /// <summary>What a document must score at least to be kept, if scores decide; infinity where none is kept.</summary>
    public double Least => count == 0 ? double.PositiveInfinity : _worstFirst.Count == count ? _worstFirst.Peek().Key : double.NegativeInfinity;

    /// <summary>Begins the documents of a segment.</summary>
    public void Enter(AtomicReaderContext leaf)
    {
        _leaf = leaf;
        if (order != HitOrder.Relevance)
        {
            _dates = new(leaf.AtomicReader);
        }
    }

    /// <summary>Keeps the document if it is among the best so far.</summary>
    /// <param name="document">The document number in the segment.</param>
    /// <param name="score">What the evidence gave.</param>
    /// <param name="matchesAll">Whether it has every unit.</param>
    public void Offer(int document, float score, bool matchesAll)
    {
        double key = order == HitOrder.Relevance ? score : DateKey(order, _dates![document]);   // Enter was called before
        bool isFull = _worstFirst.Count == count;
        if (count == 0 || (isFull && key < _worstFirst.Peek().Key))
        {
            return;
        }

        var candidate = new Candidate(key, _leaf!.Ord, document, score, matchesAll);   // Enter was called before
        if (_after is { } last && _comparer.Compare(candidate, last) >= 0)
        {
            return;
        }

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

    private static double DateKey(HitOrder order, long? date) =>
        date is not { } known ? double.NegativeInfinity : order == HitOrder.Newest ? known : -known;

    private static Candidate CandidateAt(DirectoryReader reader, HitOrder order, PlaceInRanking place)
    {
        AtomicReaderContext leaf = reader.Leaves[ReaderUtil.SubIndex(place.Document, reader.Leaves)];
        int document = place.Document - leaf.DocBase;
        double key = order == HitOrder.Relevance
            ? place.Score
            : DateKey(order, new ArticleDates(leaf.AtomicReader)[document]);
        return new(key, leaf.Ord, document, place.Score, MatchesAll: false);
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

/// <summary>A document of a view by its place in a ranking.</summary>
/// <param name="Document">The document number in the view.</param>
/// <param name="Score">What the evidence gave.</param>
internal readonly record struct PlaceInRanking(int Document, float Score);
