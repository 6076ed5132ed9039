using System.Runtime.InteropServices;

namespace Search.Vietnamese.Words;

/// <summary>Counts pairs of numbers in bounded memory: when there are too many different ones, the rarest are forgotten.</summary>
/// <remarks>A count is never too high, and too low by the floor at most, which rises by one each time the table is full.
/// Source: Manku and Motwani, <i>Approximate frequency counts over data streams</i>, VLDB 2002 (lossy counting).</remarks>
internal sealed class PairCounts(int mostPairs)
{
    private readonly Dictionary<NumberPair, int> _counts = [];
    private int _floor;

    /// <summary>The pairs that were counted at least so often.</summary>
    public IEnumerable<(int First, int Second, int Count)> AtLeast(int count) =>
        _counts.Where(pair => pair.Value >= count).Select(pair => (pair.Key.First, pair.Key.Second, pair.Value));

    public void Add(int first, int second)
    {
        CollectionsMarshal.GetValueRefOrAddDefault(_counts, new(first, second), out _)++;
        while (_counts.Count > mostPairs)
        {
            _floor++;
            foreach ((NumberPair pair, int count) in _counts)
            {
                if (count <= _floor)
                {
                    _counts.Remove(pair);
                }
            }
        }
    }
}
