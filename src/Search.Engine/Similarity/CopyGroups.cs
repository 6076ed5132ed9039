using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Search.Engine.Similarity;

/// <summary>Which articles of a view are copies of each other: the same story, printed more than once.</summary>
/// <remarks>Two articles are copies if their signatures say that they share more than half of their shingles. That is not transitive, so a group is
/// everything that copies link, through however many (the connected components), among all articles of the view. Groups thus depend on
/// the commit alone, not on the query, and every search of a commit has the same. Immutable and thread-safe.</remarks>
internal sealed class CopyGroups
{
    /// <summary>The group of an article without copies.</summary>
    public const int None = -1;

    /// <summary>The next article on the way to the one that stands for the group; itself for that one.</summary>
    private readonly int[] _towards;
    private readonly bool[] _hasCopies;

    public CopyGroups(IndexReader reader)
    {
        _towards = [.. Enumerable.Range(0, reader.MaxDoc)];
        _hasCopies = new bool[reader.MaxDoc];
        IList<AtomicReaderContext> leaves = reader.Leaves;
        for (int first = 0; first < leaves.Count; first++)
        {
            for (int second = first; second < leaves.Count; second++)
            {
                Link(leaves[first], leaves[second], SegmentSignatures.Copies(leaves[first].AtomicReader, leaves[second].AtomicReader));
            }
        }

        for (int document = 0; document < _towards.Length; document++)
        {
            _towards[document] = Representative(document);   // from here on nothing changes
        }
    }

    /// <summary>A number for the group of an article, below the number of documents; <see cref="None"/> if it has no copy.</summary>
    public int Of(int document) => _hasCopies[document] ? _towards[document] : None;

    private void Link(AtomicReaderContext first, AtomicReaderContext second, IReadOnlyList<(int First, int Second)> copies)
    {
        IBits? liveFirst = first.AtomicReader.LiveDocs;
        IBits? liveSecond = second.AtomicReader.LiveDocs;
        foreach ((int a, int b) in copies)
        {
            if ((liveFirst is null || liveFirst.Get(a)) && (liveSecond is null || liveSecond.Get(b)))
            {
                int one = first.DocBase + a;
                int other = second.DocBase + b;
                _hasCopies[one] = _hasCopies[other] = true;
                _towards[Representative(one)] = Representative(other);
            }
        }
    }

    /// <summary>Union-find with path halving (Tarjan and van Leeuwen, 1984).</summary>
    private int Representative(int document)
    {
        while (_towards[document] != document)
        {
            document = _towards[document] = _towards[_towards[document]];
        }

        return document;
    }
}
