namespace Search.Server.Observing;

/// <summary>Adds the lines of a query log up by query. Not thread-safe.</summary>
internal sealed class QueryTally
{
    private readonly Dictionary<string, Entry> _byQuery = new(StringComparer.OrdinalIgnoreCase);
    private int _searches;
    private int _foundNothing;

    /// <summary>Lines that were no queries.</summary>
    public int BrokenLines { get; set; }

    /// <summary>Whether older lines were left out.</summary>
    public bool IsCut { get; set; }

    private sealed class Entry
    {
        public required LoggedQuery Last { get; set; }
        public int Times { get; set; }
        public double Slowest { get; set; }
        public bool WasPartial { get; set; }
    }

    /// <summary>Adds a line; they may come in any order.</summary>
    public void Add(LoggedQuery query)
    {
        _searches++;
        _foundNothing += query.Total == 0 ? 1 : 0;
        string key = query.Q.Trim();
        if (!_byQuery.TryGetValue(key, out Entry? entry))
        {
            _byQuery.Add(key, entry = new() { Last = query });
        }

        entry.Times++;
        entry.Slowest = Math.Max(entry.Slowest, query.Milliseconds);
        entry.WasPartial |= query.Partial;
        if (query.Time >= entry.Last.Time)   // of one minute the later line
        {
            entry.Last = query;
        }
    }

    /// <summary>What was added.</summary>
    /// <param name="size">Queries in each list.</param>
    public QueryReport Report(int size)
    {
        List<AskedQuery> all = [.. _byQuery.Values.Select(static entry =>
            new AskedQuery(entry.Last.Q.Trim(), entry.Times, entry.Last.Total, TimeSpan.FromMilliseconds(entry.Slowest), entry.WasPartial))];
        return new(
            _searches, _foundNothing, BrokenLines, IsCut,
            MostFrequent(all, size),
            MostFrequent(all.Where(static query => query.Found == 0), size),
            [.. all.OrderByDescending(static query => query.Slowest).ThenBy(static query => query.Q, StringComparer.Ordinal).Take(size)]);
    }

    private static IReadOnlyList<AskedQuery> MostFrequent(IEnumerable<AskedQuery> queries, int size) =>
        [.. queries.OrderByDescending(static query => query.Times).ThenBy(static query => query.Q, StringComparer.Ordinal).Take(size)];
}
