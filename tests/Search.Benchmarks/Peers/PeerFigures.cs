namespace Search.Benchmarks.Peers;

/// <summary>What was measured of one peer.</summary>
/// <param name="Kind">The peer.</param>
/// <param name="Indexing">What indexing took.</param>
internal sealed record PeerFigures(PeerKind Kind, PeerIndexing Indexing)
{
    private readonly Dictionary<string, List<PeerAnswer[]>> _rounds = [];

    /// <summary>Most memory at a time while it answered queries.</summary>
    public long PeakBytes { get; set; }

    /// <summary>Adds a round of a class: answers to its first queries.</summary>
    public void Add(string name, PeerAnswer[] answers)
    {
        if (!_rounds.TryGetValue(name, out List<PeerAnswer[]>? rounds))
        {
            _rounds.Add(name, rounds = []);
        }

        rounds.Add(answers);
    }

    /// <summary>How many queries of a class it was asked; 0 if it cannot do it.</summary>
    public int Asked(string name) => _rounds.TryGetValue(name, out List<PeerAnswer[]>? rounds) ? rounds[0].Length : 0;

    /// <summary>The latencies of the first queries of a class, over all rounds.</summary>
    public Latencies Of(string name, int queries) => new(_rounds[name].SelectMany(round => round.Take(queries)).Select(static answer => answer.Milliseconds));

    /// <summary>How many articles the first queries of a class found, at most those wanted; for counts, the mean count.</summary>
    public double MeanHits(string name, bool isCount) => _rounds[name][0].Average(answer => isCount ? answer.Hits[0] : answer.Hits.Count);

    /// <summary>Which part of the hits of a class the hits of another peer are for the same queries.</summary>
    public double SharedWith(PeerFigures other, string name)
    {
        (PeerAnswer[] own, PeerAnswer[] others) = (_rounds[name][0], other._rounds[name][0]);
        int queries = Math.Min(own.Length, others.Length);
        int all = others.Take(queries).Sum(static answer => answer.Hits.Count);
        return all == 0 ? 1 : (double)Enumerable.Range(0, queries).Sum(i => others[i].Hits.Intersect(own[i].Hits).Count()) / all;
    }
}

/// <summary>Latencies of queries, in milliseconds.</summary>
internal sealed class Latencies
{
    private readonly double[] _ascending;

    /// <param name="milliseconds">At least one.</param>
    public Latencies(IEnumerable<double> milliseconds) => _ascending = [.. milliseconds.Order()];

    /// <summary>The mean.</summary>
    public double Mean => _ascending.Average();

    /// <summary>The latency that this part of the queries does not exceed.</summary>
    /// <param name="part">Above 0, to 1.</param>
    public double Quantile(double part) => _ascending[(int)Math.Ceiling(part * _ascending.Length) - 1];
}
