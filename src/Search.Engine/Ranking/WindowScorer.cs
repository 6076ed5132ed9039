using System.Numerics;

namespace Search.Engine.Ranking;

/// <summary>Adds up the scores of the documents of a window, as far as they can reach a given score (MaxScore: Turtle and Flood, 1995; by windows: Mallia and others, "Faster
/// dynamic pruning by block-max", 2024). Not thread-safe.</summary>
/// <param name="evidence">The evidence of the query.</param>
/// <param name="neededUnits">Documents with less weight of units may be left out.</param>
/// <param name="weights">The constants of the model.</param>
internal sealed class WindowScorer(IReadOnlyList<Evidence> evidence, int neededUnits, RankingWeights weights)
{
    private readonly float[] _termFrequencies = new float[Window.Size];
    private readonly float[] _widerFrequencies = new float[Window.Size];
    private readonly int[] _scores = new int[Window.Size];
    private readonly int[] _units = new int[Window.Size];
    private readonly ulong[] _touched = new ulong[Window.Words];
    private readonly ulong[] _candidates = new ulong[Window.Words];
    private readonly int[] _order = [.. Enumerable.Range(0, evidence.Count)];
    private readonly int[] _bounds = new int[evidence.Count];
    private readonly (int Start, int End)[] _short = new (int, int)[evidence.Count];

    /// <summary>The documents that may have reached the score that was asked for: a bit for each.</summary>
    public ReadOnlySpan<ulong> Candidates => _candidates;

    /// <summary>The score of a candidate, by its place in the window.</summary>
    public int Score(int place) => _scores[place];

    /// <summary>The weight of the units that a candidate has.</summary>
    public int Units(int place) => _units[place];

    /// <summary>Scores a window.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="window">The window.</param>
    /// <param name="among">The documents to score; empty for all that have any evidence.</param>
    /// <param name="least">Documents that score less may be left out.</param>
    public void Score(SegmentEvidence segment, int window, ReadOnlySpan<ulong> among, double least)
    {
        Array.Clear(_scores);
        Array.Clear(_units);
        bool isOpen = among.Length == 0;   // whether further documents may become candidates
        if (isOpen)
        {
            Array.Clear(_candidates);
        }
        else
        {
            among.CopyTo(_candidates);
        }

        ReadOnlySpan<ReadPosting> postings = segment.Short(window);
        (long left, int unitsLeft) = Prepare(segment, window, postings);
        foreach (int number in _order)
        {
            if (_bounds[number] == 0)
            {
                break;
            }

            isOpen = isOpen && left >= least && unitsLeft >= neededUnits;
            if (!isOpen && !Prune(left, least, unitsLeft))
            {
                break;
            }

            Add(segment, number, window * Window.Size, postings[_short[number].Start.._short[number].End], isOpen);
            left -= _bounds[number];
            unitsLeft -= evidence[number].UnitWeight;
        }
    }

    /// <summary>Orders the evidence by what it can add, most first.</summary>
    /// <returns>What all can add, and the weight of all units.</returns>
    private (long Score, int Units) Prepare(SegmentEvidence segment, int window, ReadOnlySpan<ReadPosting> postings)
    {
        long all = 0;
        int units = 0;
        for (int number = 0, at = 0; number < evidence.Count; number++)
        {
            all += _bounds[number] = segment.Most(number, window);
            units += _bounds[number] > 0 ? evidence[number].UnitWeight : 0;
            int start = at;
            while (at < postings.Length && postings[at].Evidence == number)
            {
                at++;
            }

            _short[number] = (start, at);
        }

        for (int i = 1; i < _order.Length; i++)   // mostly in order from the window before
        {
            int number = _order[i];
            int at = i;
            for (; at > 0 && _bounds[_order[at - 1]] < _bounds[number]; at--)
            {
                _order[at] = _order[at - 1];
            }

            _order[at] = number;
        }

        return (all, units);
    }

    /// <summary>Drops candidates that cannot reach the score or the units any more.</summary>
    /// <returns>Whether any is left.</returns>
    private bool Prune(long left, double least, int unitsLeft)
    {
        ulong any = 0;
        for (int word = 0; word < _candidates.Length; word++)
        {
            ulong kept = _candidates[word];
            for (ulong bits = kept; bits != 0; bits &= bits - 1)
            {
                int place = (word << 6) + BitOperations.TrailingZeroCount(bits);
                if (_scores[place] + left < least || _units[place] + unitsLeft < neededUnits)
                {
                    kept &= ~(bits & (~bits + 1));
                }
            }

            _candidates[word] = kept;
            any |= kept;
        }

        return any != 0;
    }

    private void Add(SegmentEvidence segment, int number, int start, ReadOnlySpan<ReadPosting> postings, bool isOpen)
    {
        Evidence each = evidence[number];
        foreach (ReadPosting posting in postings)
        {
            int place = posting.Document - start;
            if (isOpen || (_candidates[place >> 6] & (1UL << place)) != 0)
            {
                (posting.IsWider ? _widerFrequencies : _termFrequencies)[place] += posting.Worth;
                _touched[place >> 6] |= 1UL << place;
            }
        }

        LongEvidence longOnes = segment.Long(number);
        foreach (LongPostings own in longOnes.Postings)
        {
            own.Add(start, isOpen ? [] : _candidates, _termFrequencies, _touched);
        }

        foreach (LongPostings wider in longOnes.Wider)
        {
            wider.Add(start, isOpen ? [] : _candidates, _widerFrequencies, _touched);
        }

        float widerWeight = each.Wider?.Weight ?? 0;
        for (int word = 0; word < _touched.Length; word++)
        {
            ulong touched = _touched[word];
            if (touched == 0)
            {
                continue;
            }

            _touched[word] = 0;
            _candidates[word] |= touched;   // without effect unless open
            for (; touched != 0; touched &= touched - 1)
            {
                int place = (word << 6) + BitOperations.TrailingZeroCount(touched);
                float frequency = _termFrequencies[place];
                _termFrequencies[place] = 0;
                _units[place] += each.UnitWeight;
                _scores[place] += FixedScore.Of(each.Weight, weights.K1, frequency);
                if (each.Wider is not null)
                {
                    _scores[place] += FixedScore.Of(widerWeight, weights.K1, frequency + _widerFrequencies[place]);
                    _widerFrequencies[place] = 0;
                }
            }
        }
    }
}
