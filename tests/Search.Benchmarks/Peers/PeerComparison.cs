using System.Diagnostics;

namespace Search.Benchmarks.Peers;

/// <summary>Peers that index the same articles, one after another, and then answer the same queries, in turns: what else the machine does meets all of them.</summary>
internal static class PeerComparison
{
    private const int Tried = 5;

    /// <summary>How long each peer is asked the queries of a class before anything is measured: what compiles programs while they run needs it.</summary>
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1);

    /// <summary>Compares them.</summary>
    /// <param name="kinds">Those that are compared, installed ones only.</param>
    /// <param name="corpus">The articles.</param>
    /// <param name="classes">The queries.</param>
    /// <param name="rounds">How often each query is measured, after all have been asked without.</param>
    /// <param name="patience">How long one peer may take for one class in one round; a slower one is asked the first queries only.</param>
    /// <param name="folder">Where indexes are made; deleted by the caller.</param>
    /// <param name="progress">Told what is going on.</param>
    public static List<PeerFigures> Run(
        IReadOnlyList<PeerKind> kinds, PeerCorpus corpus, IReadOnlyList<QueryClass> classes, int rounds, TimeSpan patience, string folder, TextWriter progress)
    {
        var figures = new List<PeerFigures>();
        foreach (PeerKind kind in kinds)
        {
            PeerIndexing indexing = figures.Find(each => each.Kind.Name == kind.SearchesIndexOf)?.Indexing ?? PeerProcess.Index(kind, FolderOf(kind, folder), corpus);
            progress.WriteLine($"{kind.Title}: indexed in {indexing.Time.TotalSeconds:F0} s");
            figures.Add(new(kind, indexing));
        }

        List<PeerProcess> peers = [];
        try
        {
            peers.AddRange(kinds.Select(kind => PeerProcess.Serve(kind, FolderOf(kind, folder), corpus)));
            var asked = classes.Select(each => (Class: each, Counts: peers.ConvertAll(peer => Prepare(peer, each, patience)))).ToList();
            progress.WriteLine("warm");
            foreach ((QueryClass each, List<int> counts) in asked)
            {
                Measure(peers, figures, each, counts, rounds);
                progress.WriteLine(each.Name);
            }

            for (int i = 0; i < peers.Count; i++)
            {
                figures[i].PeakBytes = peers[i].PeakBytes;
            }
        }
        finally
        {
            peers.ForEach(static peer => peer.Dispose());
        }

        return figures;
    }

    /// <summary>Warms a peer up for a class.</summary>
    /// <returns>How many of the queries it can answer in the time it may take.</returns>
    private static int Prepare(PeerProcess peer, QueryClass queries, TimeSpan patience)
    {
        if (queries.Queries.Count == 0 || !peer.Operations.Contains(queries.Operation))
        {
            return 0;
        }

        long started = Stopwatch.GetTimestamp();
        PeerAnswer[] tried;
        do
        {
            tried = peer.Ask(queries.Operation, [.. queries.Queries.Take(Tried)]);
        }
        while (Stopwatch.GetElapsedTime(started) < WarmUp);
        int count = (int)Math.Clamp(patience.TotalMilliseconds / tried.Average(static answer => answer.Milliseconds), tried.Length, queries.Queries.Count);
        peer.Ask(queries.Operation, [.. queries.Queries.Take(count)]);
        return count;
    }

    private static void Measure(List<PeerProcess> peers, List<PeerFigures> figures, QueryClass queries, List<int> counts, int rounds)
    {
        List<int> able = [.. Enumerable.Range(0, peers.Count).Where(i => counts[i] > 0)];
        for (int round = 0; round < rounds; round++)
        {
            foreach (int i in able.Skip(round % able.Count).Concat(able.Take(round % able.Count)))
            {
                figures[i].Add(queries.Name, peers[i].Ask(queries.Operation, [.. queries.Queries.Take(counts[i])]));
            }
        }
    }

    private static string FolderOf(PeerKind kind, string folder) => Path.Combine(folder, kind.SearchesIndexOf ?? kind.Name);
}
