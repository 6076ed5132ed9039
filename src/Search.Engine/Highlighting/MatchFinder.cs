using Search.Analysis;
using Search.Engine.Articles;
using Search.Engine.Querying;
using Search.Vietnamese.Tokens;

namespace Search.Engine.Highlighting;

/// <summary>Finds patterns in a stored text by analyzing it as it was indexed. Not thread-safe.</summary>
internal sealed class MatchFinder
{
    private readonly IReadOnlyList<HighlightPattern> _patterns;
    private readonly IReadOnlyList<Proximity> _proximities;
    private readonly Dictionary<string, List<int>> _patternsByFirstTerm = new(StringComparer.Ordinal);
    private readonly HashSet<string> _terms;
    private readonly VietnameseTokenScanner _scanner = new();

    /// <summary>Prepares to find patterns.</summary>
    /// <param name="patterns">The patterns.</param>
    /// <param name="proximities">How near to each other those must stand that have a <see cref="HighlightPattern.Leaf"/>.</param>
    public MatchFinder(IReadOnlyList<HighlightPattern> patterns, IReadOnlyList<Proximity> proximities)
    {
        _patterns = patterns;
        _proximities = proximities;
        _terms = patterns.SelectMany(pattern => pattern.Sequence).SelectMany(terms => terms).ToHashSet(StringComparer.Ordinal);
        for (int i = 0; i < patterns.Count; i++)
        {
            foreach (string term in patterns[i].Sequence[0])
            {
                if (!_patternsByFirstTerm.TryGetValue(term, out List<int>? starting))
                {
                    _patternsByFirstTerm.Add(term, starting = []);
                }

                starting.Add(i);
            }
        }
    }

    private readonly record struct Occurrence(string Term, int Start, int End, int Position, int PositionCount);

    /// <summary>All matches in the text of a field, by ascending start.</summary>
    public List<TextMatch> Find(string text, TextField field)
    {
        List<Occurrence> occurrences = Scan(text);
        var matches = new List<TextMatch>();
        var spans = new List<Proximity.Span>();
        for (int i = 0; i < occurrences.Count; i++)
        {
            foreach (int pattern in _patternsByFirstTerm.GetValueOrDefault(occurrences[i].Term) ?? [])
            {
                if (_patterns[pattern].Fields.Contains(field) && EndOf(_patterns[pattern], occurrences, i) is var end and >= 0)
                {
                    matches.Add(new(occurrences[i].Start, end, pattern));
                    spans.Add(new(occurrences[i].Position, occurrences[i].Position + _patterns[pattern].Sequence.Count));
                }
            }
        }

        return _proximities.Count == 0 ? matches : KeepNear(matches, spans);
    }

    /// <summary>Drops the matches of patterns that must stand near to others and do not.</summary>
    /// <param name="matches">All matches.</param>
    /// <param name="spans">The places of each.</param>
    private List<TextMatch> KeepNear(List<TextMatch> matches, List<Proximity.Span> spans)
    {
        ILookup<Proximity.Leaf?, Proximity.Span> spansByLeaf = matches.Zip(spans).ToLookup(each => _patterns[each.First.Pattern].Leaf, each => each.Second);
        HashSet<Proximity.Span> near =
            [.. _proximities.SelectMany(proximity => proximity.Find(leaf => [.. spansByLeaf[leaf]])).SelectMany(match => match.Leaves)];
        return [.. matches.Where((match, i) => _patterns[match.Pattern].Leaf is null || near.Contains(spans[i]))];
    }

    /// <summary>The tokens of the text that occur in any pattern.</summary>
    private List<Occurrence> Scan(string text)
    {
        var occurrences = new List<Occurrence>();
        HashSet<string>.AlternateLookup<ReadOnlySpan<char>> terms = _terms.GetAlternateLookup<ReadOnlySpan<char>>();
        int gaps = 0;
        _scanner.Reset(text.AsMemory());
        while (_scanner.MoveNext())
        {
            VietnameseToken token = _scanner.Current;
            gaps += VietnameseTokenizer.GapBefore(token.Break);
            if (terms.TryGetValue(VietnameseTokenizer.IndexedPart(_scanner.Term), out string? known))
            {
                occurrences.Add(new(known, token.Start, token.End, token.Position + gaps, token.PositionCount));
            }
        }

        return occurrences;
    }

    /// <summary>Where the pattern that begins with an occurrence ends in the text, or -1.</summary>
    private static int EndOf(HighlightPattern pattern, List<Occurrence> occurrences, int first)
    {
        int last = first;
        for (int step = 1; step < pattern.Sequence.Count; step++)
        {
            int position = occurrences[first].Position + step;
            int next = last + 1;
            while (next < occurrences.Count && (occurrences[next].Position < position
                || (occurrences[next].Position == position && !pattern.Sequence[step].Contains(occurrences[next].Term))))
            {
                next++;
            }

            if (next == occurrences.Count || occurrences[next].Position != position)
            {
                return -1;
            }

            last = next;
        }

        return occurrences[last].End;
    }
}
