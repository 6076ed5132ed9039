using Search.Analysis;
using Search.Vietnamese.Tokens;

namespace Search.Engine.Highlighting;

/// <summary>Finds patterns in a stored text by analyzing it as it was indexed. Not thread-safe.</summary>
internal sealed class MatchFinder
{
    private readonly IReadOnlyList<HighlightPattern> _patterns;
    private readonly Dictionary<string, List<int>> _patternsByFirstTerm = new(StringComparer.Ordinal);
    private readonly HashSet<string> _terms;
    private readonly VietnameseTokenScanner _scanner = new();

    public MatchFinder(IReadOnlyList<HighlightPattern> patterns)
    {
        _patterns = patterns;
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

    /// <summary>All matches, by ascending start.</summary>
    public List<TextMatch> Find(string text)
    {
        List<Occurrence> occurrences = Scan(text);
        var matches = new List<TextMatch>();
        for (int i = 0; i < occurrences.Count; i++)
        {
            foreach (int pattern in _patternsByFirstTerm.GetValueOrDefault(occurrences[i].Term) ?? [])
            {
                if (EndOf(_patterns[pattern], occurrences, i) is var end and >= 0)
                {
                    matches.Add(new(occurrences[i].Start, end, pattern));
                }
            }
        }

        return matches;
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
