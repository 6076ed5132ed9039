namespace Search.Vietnamese.Words;

/// <summary>Words of one to four syllables with their probabilities, estimated from text that was never segmented.</summary>
/// <remarks>Syllables are the numbers 0 to n-1. A word of more is a path in a tree of syllables, and its number that of its last node.
/// Expectation is Viterbi segmentation, maximization in <see cref="Estimate"/>.</remarks>
internal sealed class MultigramModel
{
    public const int LongestWord = 4;

    private readonly int _syllables;
    private readonly Dictionary<NumberPair, int> _children = [];
    private readonly List<Node> _nodes = [];
    private readonly WordLattice _lattice = new();
    private readonly List<WordLattice.Arc> _path = [];
    private int[] _nodeAt = [];
    private long _words;

    /// <summary>What is known of a syllable or of a sequence of syllables that may be a word.</summary>
    private sealed class Node
    {
        /// <summary>Occurrences in the text, whatever words they are parts of.</summary>
        public long Total { get; set; }

        /// <summary>Occurrences as a word of the segmentation.</summary>
        public long Free { get; set; }

        /// <summary>Occurrences as two words of the segmentation, its parts, side by side.</summary>
        public long Beside { get; set; }

        /// <summary>The word it begins with; of a syllable, the syllable itself; -1 if it is but on the way to longer words.</summary>
        public int Left { get; init; }

        /// <summary>The word it ends with, as <see cref="Left"/>.</summary>
        public int Right { get; init; }

        /// <summary>Its syllables.</summary>
        public int Length { get; init; }

        /// <summary>Whether it has nodes below it.</summary>
        public bool IsPrefix { get; set; }

        public bool IsWord { get; set; }

        public double LogProbability { get; set; }

        public BranchingEntropy? Neighbors { get; set; }
    }

    /// <summary>Begins with the text cut into syllables.</summary>
    /// <param name="counts">The occurrences of each syllable.</param>
    /// <param name="pairs">The pairs of adjacent syllables that may be words, and their occurrences.</param>
    public MultigramModel(IReadOnlyList<long> counts, IEnumerable<(int First, int Second, int Count)> pairs)
    {
        _syllables = counts.Count;
        _words = counts.Sum();
        _nodes.AddRange(counts.Select((count, syllable) => new Node { Left = syllable, Right = syllable, Length = 1, Total = count, Free = count, IsWord = true }));
        foreach ((int first, int second, int count) in pairs)
        {
            Add(first, second, count);
        }
    }

    /// <summary>All words, each as its syllables.</summary>
    public IEnumerable<(int[] Syllables, double LogProbability)> Words =>
        _nodes.Where(node => node.IsWord).Select(node => (SyllablesOf(node).ToArray(), node.LogProbability));

    /// <summary>Estimates the probabilities from the last segmentation, and decides which sequences are words.</summary>
    public void Estimate(int minCount, double minCohesion, double minCohesionOfLongWords)
    {
        foreach (Node node in _nodes)
        {
            if (node.Length == 1)
            {
                node.LogProbability = LogAlone(node, 0);
            }
            else if (node.Free + node.Beside is var count && count >= minCount)
            {
                node.LogProbability = Math.Log((double)count / _words);
                node.IsWord = Cohesion(node) >= (node.Length == 2 ? minCohesion : minCohesionOfLongWords);
            }
            else
            {
                node.IsWord = false;
            }
        }
    }

    /// <summary>Cuts the text into its most likely words and counts them.</summary>
    /// <param name="text">Fragments of syllables.</param>
    /// <param name="adjacent">Counts adjacent words, two to four syllables together, one of which has two; <see langword="null"/> if not wanted.</param>
    public void Segment(IEnumerable<ReadOnlyMemory<int>> text, PairCounts? adjacent = null)
    {
        _words = 0;
        foreach (Node node in _nodes)
        {
            (node.Free, node.Beside) = (0, 0);
        }

        foreach (ReadOnlyMemory<int> fragment in text)
        {
            Count(fragment.Span, adjacent);
        }
    }

    /// <summary>Makes words of adjacent words, of which one at least is a pair, and watches on both sides which syllables stand beside them.</summary>
    public void AddLongWords(IEnumerable<(int First, int Second, int Count)> adjacent)
    {
        foreach ((int first, int second, int count) in adjacent.OrderByDescending(pair => pair.Count))
        {
            int end = first;
            foreach (int syllable in SyllablesOf(_nodes[second]).ToArray())
            {
                end = Child(end, syllable) is var child and >= 0 ? child : Add(end, syllable, 0);
            }

            if (_nodes[end].Left < 0)   // its end was but a node on the way, or is new
            {
                Node way = _nodes[end];
                _nodes[end] = new Node { Left = first, Right = second, Length = way.Length, IsPrefix = way.IsPrefix, Beside = count, Neighbors = new() };
            }
        }
    }

    /// <summary>Takes back those long words that have too few different neighbours on a side.</summary>
    public void RemoveFragments(double minBranchingEntropy)
    {
        for (int i = 0; i < _nodes.Count; i++)
        {
            Node node = _nodes[i];
            if (node.Neighbors is { } neighbors && neighbors.LeastNats < minBranchingEntropy)
            {
                _nodes[i] = new Node { Left = -1, Right = -1, Length = node.Length, IsPrefix = node.IsPrefix };
            }

            node.Neighbors = null;
        }
    }

    /// <summary>Keeps those compounds without which the text would lose most likelihood.</summary>
    public void Prune(int mostWords)
    {
        foreach (Node node in _nodes.Where(node => node is { IsWord: true, Length: > 1 }).OrderByDescending(Loss).Skip(mostWords))
        {
            node.IsWord = false;
        }
    }

    private double Loss(Node node) => node.Free * (node.LogProbability - _nodes[node.Left].LogProbability - _nodes[node.Right].LogProbability);

    /// <summary>Normalized pointwise mutual information of the parts, where a part counts only as often as it stands alone, this word aside.</summary>
    private double Cohesion(Node node)
    {
        double logJoint = Math.Log((double)(node.Free + node.Beside) / _words);
        long joined = node.Left == node.Right ? 2 * node.Free : node.Free;
        return (logJoint - LogAlone(_nodes[node.Left], joined) - LogAlone(_nodes[node.Right], joined)) / -logJoint;
    }

    /// <summary>The probability of a word times the share of its occurrences that stand alone. Both are as if some compound were no word.</summary>
    /// <param name="part">The word.</param>
    /// <param name="more">Its occurrences in that compound.</param>
    private double LogAlone(Node part, long more)
    {
        double alone = part.Free + more + 1.0;
        return Math.Log(alone / _words) + Math.Log(Math.Min(1, alone / (part.Total + 1)));
    }

    private void Count(ReadOnlySpan<int> fragment, PairCounts? adjacent)
    {
        FindPath(fragment);
        _words += _path.Count;
        int position = 0;
        for (int i = 0; i < _path.Count; i++)
        {
            (int word, int length) = _path[i];
            Node node = _nodes[word];
            node.Free++;
            node.Neighbors?.Add(position > 0 ? fragment[position - 1] : -1, position + length < fragment.Length ? fragment[position + length] : -1);
            if (i + 1 < _path.Count && length + _path[i + 1].Length is var joint && joint <= LongestWord)
            {
                int beside = _nodeAt[(position * LongestWord) + joint - 1];
                if (beside >= 0 && _nodes[beside] is var both && both.Left == word && both.Right == _path[i + 1].Word)
                {
                    both.Beside++;
                }

                if (joint > 2 && length <= 2 && _path[i + 1].Length <= 2)
                {
                    adjacent?.Add(word, _path[i + 1].Word);
                }
            }

            position += length;
        }
    }

    private void FindPath(ReadOnlySpan<int> fragment)
    {
        _lattice.Reset(fragment.Length);
        if (_nodeAt.Length < fragment.Length * LongestWord)
        {
            Array.Resize(ref _nodeAt, fragment.Length * LongestWord);
        }

        for (int start = 0; start < fragment.Length; start++)
        {
            Span<int> nodes = _nodeAt.AsSpan(start * LongestWord, LongestWord);
            nodes.Fill(-1);
            int node = fragment[start];
            for (int length = 1; node >= 0; length++)
            {
                nodes[length - 1] = node;
                if (_nodes[node].IsWord)
                {
                    _lattice.Offer(start, length, _nodes[node].LogProbability, node);
                }

                node = length < LongestWord && start + length < fragment.Length && (length == 1 || _nodes[node].IsPrefix)
                    ? Child(node, fragment[start + length]) : -1;
            }
        }

        _lattice.ReadPath(_path);
    }

    private int Child(int node, int syllable) => _children.GetValueOrDefault(new(node, syllable), -1);

    /// <summary>Adds a node below another; below a syllable it is a pair that may be a word.</summary>
    private int Add(int parent, int syllable, int count)
    {
        bool isPair = parent < _syllables;
        _children.Add(new(parent, syllable), _nodes.Count);
        _nodes[parent].IsPrefix = true;
        _nodes.Add(new Node
        {
            Left = isPair ? parent : -1,
            Right = isPair ? syllable : -1,
            Length = _nodes[parent].Length + 1,
            Total = count,
            Beside = count,
        });
        return _nodes.Count - 1;
    }

    private IEnumerable<int> SyllablesOf(Node node) =>
        node.Length == 1 ? [node.Left] : [.. SyllablesOf(_nodes[node.Left]), .. SyllablesOf(_nodes[node.Right])];
}
