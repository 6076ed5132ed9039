using Lucene.Net.Index;
using Search.Engine.Articles;
using Search.Engine.Indexing;

namespace Search.Engine.Ranking;

/// <summary>Lifts the scores of new articles, by half at most; undated ones are not lifted.</summary>
internal sealed class Recency(Freshness freshness)
{
    private const double Most = 0.5;

    /// <summary>No <see cref="Factor"/> is greater.</summary>
    public const double MostLift = 1 + Most;

    private ArticleDates? _dates;

    /// <summary>Begins the documents of a segment.</summary>
    public void Enter(AtomicReaderContext leaf) => _dates = new(leaf.AtomicReader);

    /// <summary>What the score of a document of the segment is multiplied by: 1 to 1.5.</summary>
    public float Factor(int document) => (float)(1 + (Most * freshness.Of(_dates![document])));   // Enter was called before
}
