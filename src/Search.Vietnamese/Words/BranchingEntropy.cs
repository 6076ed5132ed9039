namespace Search.Vietnamese.Words;

/// <summary>How uncertain it is what stands before and after a word: the entropy of the syllables beside it.</summary>
/// <remarks>The end of a fragment is another neighbour each time. Source: Jin and Tanaka-Ishii, <i>Unsupervised segmentation of Chinese text by use of
/// branching entropy</i>, COLING/ACL 2006.</remarks>
internal sealed class BranchingEntropy
{
    private readonly Dictionary<int, int> _left = [];
    private readonly Dictionary<int, int> _right = [];
    private int _count;

    /// <summary>The entropy of the side that is less uncertain, in nats; 0 if nothing was counted.</summary>
    public double LeastNats => _count == 0 ? 0 : Math.Min(Nats(_left), Nats(_right));

    /// <summary>Counts an occurrence.</summary>
    /// <param name="left">The syllable before it; negative at the beginning of a fragment.</param>
    /// <param name="right">The syllable after it; negative at the end.</param>
    public void Add(int left, int right)
    {
        _count++;
        Add(_left, left);
        Add(_right, right);
    }

    private static void Add(Dictionary<int, int> counts, int neighbor)
    {
        if (neighbor >= 0)
        {
            counts[neighbor] = counts.GetValueOrDefault(neighbor) + 1;
        }
    }

    /// <summary>Summed in the order of the counts, so that the order of the text plays no part in the last digit.</summary>
    private double Nats(Dictionary<int, int> counts) => Math.Log(_count) - (counts.Values.Order().Sum(count => count * Math.Log(count)) / _count);
}
