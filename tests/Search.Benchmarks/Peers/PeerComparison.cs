namespace Search.Benchmarks.Peers;

/// <summary>Peers that index the same articles, one after another, and then answer the same queries, in turns: what else the machine does meets all of them.</summary>
internal static class PeerComparison
{
    private const int Tried = 5;

    /// <summary>Compares them.</summary>
    /// <param name="kinds">Those that are compared, installed ones only.</param>
    /// <param name="corpus">The articles.</param>
    /// <param name="classes">The queries.</param>
    /// <param name="rounds">How often each query is measured, after a round that is not.</param>
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
            foreach (QueryClass each in classes)
            {
                Measure(peers, figures, each, rounds, patience);
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

    private static void Measure(List<PeerProcess> peers, List<PeerFigures> figures, QueryClass queries, int rounds, TimeSpan patience)
    {
        List<int> able = [.. Enumerable.Range(0, peers.Count).Where(i => queries.Queries.Count > 0 && peers[i].Operations.Contains(queries.Operation))];
        var counts = new int[peers.Count];
        foreach (int i in able)
        {
            PeerAnswer[] tried = peers[i].Ask(queries.Operation, [.. queries.Queries.Take(Tried)]);
            double affordable = patience.TotalMilliseconds / tried.Average(static answer => answer.Milliseconds);
            counts[i] = (int)Math.Clamp(affordable, tried.Length, queries.Queries.Count);
            peers[i].Ask(queries.Operation, [.. queries.Queries.Take(counts[i])]);   // warms up
        }

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
