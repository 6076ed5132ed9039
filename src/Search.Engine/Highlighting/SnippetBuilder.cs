using Search.Engine.Articles;
using Search.Engine.Querying;
using Search.Vietnamese.Unicode;

namespace Search.Engine.Highlighting;

/// <summary>Chooses the pieces of an article that show most of a query, and marks what matches.</summary>
/// <remarks>Ranges are exact for any stored text, since they come from analyzing that text as it was indexed. Not thread-safe.</remarks>
internal sealed class SnippetBuilder(IReadOnlyList<HighlightPattern> patterns, IReadOnlyList<Proximity> proximities)
{
    /// <summary>UTF-16 code units between the first match and the end of the last match of a snippet.</summary>
    private const int Span = 200;

    /// <summary>UTF-16 code units shown before the first match, at most.</summary>
    private const int Before = 60;

    /// <summary>UTF-16 code units of a snippet, ellipses aside, at least where the text has them.</summary>
    private const int Length = 240;

    private const int MostSnippets = 2;
    private const string Ellipsis = "…";

    /// <summary>What a pair of neighbours in the query adds where they are neighbours in the text.</summary>
    private const float NeighbourBonus = 0.5f;

    private readonly MatchFinder _finder = new(patterns, proximities);

    /// <summary>What matches in a title: ascending ranges that do not touch.</summary>
    public IReadOnlyList<TextRange> Ranges(string title) => Ranges(title, TextField.Title);

    /// <summary>What matches in the text of a field: ascending ranges that do not touch.</summary>
    public IReadOnlyList<TextRange> Ranges(string text, TextField field) => Merge(text, _finder.Find(text, field));

    /// <summary>One or two snippets of an article, best first; its beginning where nothing matches.</summary>
    public IReadOnlyList<Snippet> Build(string lead, string body)
    {
        List<Passage> passages = [.. Passages(TextField.Lead, lead), .. Passages(TextField.Body, body)];
        var snippets = new List<Snippet>();
        var shown = new HashSet<int>();
        while (snippets.Count < MostSnippets && passages.Count > 0)
        {
            Passage best = passages.MaxBy(passage => Worth(passage, shown))!;   // MaxBy of a list that is not empty
            if (snippets.Count > 0 && best.Matches.All(match => shown.Contains(match.Pattern)))
            {
                break;
            }

            snippets.Add(Cut(best));
            shown.UnionWith(best.Matches.Select(match => match.Pattern));
            passages.RemoveAll(passage => passage.Field == best.Field && passage.Matches[0].Start < best.Matches[^1].End && best.Matches[0].Start < passage.Matches[^1].End);
        }

        if (snippets.Count > 0)
        {
            return snippets;
        }

        string text = lead.Length > 0 ? lead : body;
        return text.Length == 0 ? [] : [CutFrom(lead.Length > 0 ? TextField.Lead : TextField.Body, text, 0, [])];
    }

    /// <summary>Matches that fit into one snippet.</summary>
    private sealed record Passage(TextField Field, string Text, IReadOnlyList<TextMatch> Matches);

    private IEnumerable<Passage> Passages(TextField field, string text)
    {
        List<TextMatch> matches = _finder.Find(text, field);
        int end = 0;
        for (int start = 0; start < matches.Count; start++)
        {
            end = Math.Max(end, start);
            int before = end;
            while (end < matches.Count && matches[end].End <= matches[start].Start + Span)
            {
                end++;
            }

            if (end > before || start == 0)   // a later start with the same end shows less
            {
                yield return new(field, text, matches[start..Math.Max(end, start + 1)]);
            }
        }
    }

    private float Worth(Passage passage, HashSet<int> shown)
    {
        float worth = 0;
        var seen = new HashSet<int>();
        for (int i = 0; i < passage.Matches.Count; i++)
        {
            TextMatch match = passage.Matches[i];
            HighlightPattern pattern = patterns[match.Pattern];
            if (seen.Add(match.Pattern) && !shown.Contains(match.Pattern))
            {
                worth += pattern.Weight;
                if (i > 0 && AreNeighbours(passage.Text, passage.Matches[i - 1], match))
                {
                    worth += NeighbourBonus * pattern.Weight;
                }
            }
        }

        return worth;
    }

    private Snippet Cut(Passage passage)
    {
        int first = passage.Matches[0].Start;
        int start = Math.Max(0, first - Before);
        string text = passage.Text;
        if (text.AsSpan(start, first - start).LastIndexOfAny(".!?\n") is var stop and >= 0)
        {
            start += stop + 1;
        }
        else if (start > 0)
        {
            start = text.AsSpan(start, first - start).IndexOf(' ') is var space and >= 0 ? start + space + 1 : first;
        }

        while (start < first && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        return CutFrom(passage.Field, text, start, passage.Matches);
    }

    private Snippet CutFrom(TextField field, string text, int start, IReadOnlyList<TextMatch> matches)
    {
        int least = matches.Count == 0 ? start : matches.Max(match => match.End);
        int end = Math.Min(text.Length, Math.Max(least, start + Length));
        if (end < text.Length)
        {
            end = text.AsSpan(least, end - least).LastIndexOfAny(' ', '\n') is var space and > 0 ? least + space : EndOfWord(text, end);
        }

        string cut = text[start..end].ReplaceLineEndings(" ");
        if (cut.Length != end - start)   // CR LF: keep the offsets
        {
            cut = text[start..end].Replace('\r', ' ').Replace('\n', ' ');
        }

        string before = start > 0 ? Ellipsis + " " : "";
        string after = end < text.Length ? " " + Ellipsis : "";
        int shift = before.Length - start;
        List<TextMatch> inside = [.. _finder.Find(text, field).Where(match => match.Start >= start && match.End <= end)];
        return new(ArticleSchema.TokenFields[(int)field], before + cut + after, [.. Merge(text, inside).Select(range => new TextRange(range.Start + shift, range.End + shift))]);
    }

    private static int EndOfWord(string text, int offset)
    {
        while (offset < text.Length && !char.IsWhiteSpace(text[offset]))
        {
            offset++;
        }

        return offset;
    }

    /// <summary>Neighbours in the query that are neighbours in the text are marked as one; so is what overlaps.</summary>
    private List<TextRange> Merge(string text, List<TextMatch> matches)
    {
        var ranges = new List<TextRange>();
        TextMatch last = default;
        foreach (TextMatch match in matches)
        {
            if (ranges.Count > 0 && (match.Start < ranges[^1].End || AreNeighbours(text, last, match)))
            {
                ranges[^1] = ranges[^1] with { End = Math.Max(ranges[^1].End, match.End) };
            }
            else
            {
                ranges.Add(new(match.Start, match.End));
            }

            last = match;
        }

        return ranges;
    }

    private bool AreNeighbours(string text, TextMatch first, TextMatch second)
    {
        HighlightPattern before = patterns[first.Pattern];
        return patterns[second.Pattern].QueryPosition == before.QueryPosition + before.Sequence.Count
            && second.Start >= first.End && NormalizedText.Normalize(text.AsSpan(first.End, second.Start - first.End)).AsSpan().IsWhiteSpace();   // invisible signs aside
    }
}
