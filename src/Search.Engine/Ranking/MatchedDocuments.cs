using Lucene.Net.Util;

namespace Search.Engine.Ranking;

/// <summary>The documents of a view that a ranking lists, to be counted by what they are.</summary>
internal sealed class MatchedDocuments(int maxDocument)
{
    /// <summary>All listed ones.</summary>
    public FixedBitSet Listed { get; } = new(maxDocument);

    /// <summary>Those among them that have every unit.</summary>
    public FixedBitSet MatchingAll { get; } = new(maxDocument);

    /// <summary>Takes note of a listed document.</summary>
    public void Add(int document, bool matchesAll)
    {
        Listed.Set(document);
        if (matchesAll)
        {
            MatchingAll.Set(document);
        }
    }
}
