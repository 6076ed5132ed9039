using Search.Engine.Ranking;

namespace Search.Engine.Similarity;

/// <summary>Counts the groups of copies among the articles that a search lists, and knows the listed members of each.</summary>
/// <remarks>An article without copies is a group of its own. Few articles have copies, so what is kept is small. Not thread-safe.</remarks>
internal sealed class ListedCopies(CopyGroups groups)
{
    private const int SpareHits = 10;

    private readonly Dictionary<int, List<int>> _members = [];
    private readonly HashSet<int> _matchingAll = [];

    /// <summary>Listed articles beyond the first of their groups.</summary>
    public int Repeated { get; private set; }

    /// <summary>The same among the articles that have every unit.</summary>
    public int RepeatedMatchingAll { get; private set; }

    /// <summary>Ranks until there are enough groups: the best hit of each, in the order of the ranking.</summary>
    /// <param name="groups">Those of the view.</param>
    /// <param name="count">Hits wanted.</param>
    /// <param name="rank">Ranks a number of hits, and tells what is listed.</param>
    public static (Ranking.Ranking Ranking, ListedCopies Copies) Collapse(CopyGroups groups, int count, Func<int, ListedCopies, Ranking.Ranking> rank)
    {
        for (int ranked = (2 * count) + SpareHits; ; ranked *= 4)
        {
            var copies = new ListedCopies(groups);
            Ranking.Ranking ranking = rank(ranked, copies);
            List<RankedDocument> best = copies.BestOfGroups(ranking.Hits);
            if (best.Count >= count || ranking.Hits.Count == ranking.Listed || ranking.IsPartial)
            {
                return (ranking with { Hits = [.. best.Take(count)] }, copies);
            }
        }
    }

    /// <summary>Takes note of a listed article.</summary>
    public void Add(int document, bool matchesAll)
    {
        int group = groups.Of(document);
        if (group == CopyGroups.None)
        {
            return;
        }

        if (_members.TryGetValue(group, out List<int>? members))
        {
            members.Add(document);
            Repeated++;
        }
        else
        {
            _members.Add(group, [document]);
        }

        RepeatedMatchingAll += matchesAll && !_matchingAll.Add(group) ? 1 : 0;
    }

    /// <summary>The other listed articles of a listed article's group.</summary>
    public IEnumerable<int> CopiesOf(int document) =>
        groups.Of(document) is var group and not CopyGroups.None ? _members[group].Where(member => member != document) : [];

    private List<RankedDocument> BestOfGroups(IReadOnlyList<RankedDocument> hits)
    {
        var seen = new HashSet<int>();
        return [.. hits.Where(hit => groups.Of(hit.Document) is var group && (group == CopyGroups.None || seen.Add(group)))];
    }
}
