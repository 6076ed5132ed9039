namespace Search.Engine.Ranking;

/// <summary>Finds the documents of a window that have enough of the units, without scoring them. Not thread-safe.</summary>
internal sealed class WindowMatcher
{
    private readonly IReadOnlyList<Evidence> _evidence;
    private readonly int _neededUnits;
    private readonly int _allUnits;
    private readonly UnitCounts _counts = new(Window.Words);
    private readonly ulong[] _unit = new ulong[Window.Words];

    /// <summary>The numbers of the evidence that is a unit.</summary>
    private readonly int[] _units;

    /// <param name="evidence">The evidence of the query.</param>
    /// <param name="neededUnits">The weight of units that a document must have.</param>
    public WindowMatcher(IReadOnlyList<Evidence> evidence, int neededUnits)
    {
        (_evidence, _neededUnits) = (evidence, neededUnits);
        _units = [.. Enumerable.Range(0, evidence.Count).Where(number => evidence[number].UnitWeight > 0)];
        _allUnits = evidence.Sum(static each => each.UnitWeight);
    }

    /// <summary>Finds them.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="window">The window.</param>
    /// <param name="listed">Takes the documents that have enough; empty before.</param>
    /// <param name="matchingAll">Takes those among them that have every unit; empty before.</param>
    public void Match(SegmentEvidence segment, int window, Span<ulong> listed, Span<ulong> matchingAll)
    {
        int possible = 0;
        foreach (int number in _units)
        {
            possible += segment.Most(number, window) > 0 ? _evidence[number].UnitWeight : 0;
        }

        if (possible < _neededUnits)
        {
            return;
        }

        if (_neededUnits == _allUnits)
        {
            MatchAll(segment, window, listed);
            listed.CopyTo(matchingAll);
            return;
        }

        _counts.Clear();
        foreach (int number in _units)
        {
            if (segment.Most(number, window) > 0)
            {
                Array.Clear(_unit);
                segment.Mark(number, window, [], _unit);
                _counts.Add(_unit, _evidence[number].UnitWeight);
            }
        }

        _counts.AtLeast(_neededUnits, listed);
        _counts.AtLeast(_allUnits, matchingAll);
    }

    /// <summary>Finds the documents that have every unit: the rarest first, and of the others only what may be among them.</summary>
    private void MatchAll(SegmentEvidence segment, int window, Span<ulong> documents)
    {
        ReadOnlySpan<int> rarestFirst = segment.RarestFirst(_units);
        segment.Mark(rarestFirst[0], window, [], documents);
        foreach (int number in rarestFirst[1..])
        {
            if (!documents.ContainsAnyExcept(0UL))
            {
                return;
            }

            Array.Clear(_unit);
            segment.Mark(number, window, documents, _unit);
            for (int word = 0; word < documents.Length; word++)
            {
                documents[word] &= _unit[word];
            }
        }
    }
}
