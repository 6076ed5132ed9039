namespace Search.Vietnamese.Words;

/// <summary>Finds the most likely way to cut a sequence of syllables into words, by dynamic programming (Viterbi). A buffer to be reused.</summary>
/// <remarks>Offer the words that begin at the first syllable, then at the second, and so on; every syllable must be offered as a word by itself.
/// Of two equally likely ways the one offered first wins.</remarks>
internal sealed class WordLattice
{
    private double[] _best = new double[64];
    private Arc[] _arcs = new Arc[64];
    private int _length;

    /// <summary>A word on the best way to its end.</summary>
    /// <param name="Word">Whatever names it to the caller.</param>
    /// <param name="Length">Its syllables.</param>
    public readonly record struct Arc(int Word, int Length);

    /// <summary>Begins a sequence.</summary>
    public void Reset(int syllables)
    {
        _length = syllables;
        if (_best.Length <= syllables)
        {
            Array.Resize(ref _best, 2 * syllables);
            Array.Resize(ref _arcs, 2 * syllables);
        }

        _best.AsSpan(1, syllables).Fill(double.NegativeInfinity);
        _best[0] = 0;
    }

    /// <summary>Offers a word.</summary>
    public void Offer(int start, int length, double logProbability, int word)
    {
        double total = _best[start] + logProbability;
        if (total > _best[start + length])
        {
            _best[start + length] = total;
            _arcs[start + length] = new(word, length);
        }
    }

    /// <summary>Reads the best way into a list, replacing what it held.</summary>
    public void ReadPath(List<Arc> path)
    {
        path.Clear();
        for (int end = _length; end > 0; end -= _arcs[end].Length)
        {
            path.Add(_arcs[end]);
        }

        path.Reverse();
    }
}
