using System.CommandLine;
using System.Globalization;
using Search.Benchmarks.Peers;

namespace Search.Benchmarks.Growth;

/// <summary><c>growth SIZE…</c>: how latency and memory grow with the collection.</summary>
internal static class GrowthCommand
{
    private const int Seed = 8;

    private static readonly string[] ByDefault = ["engine", "ranking", "equal", "lucenenet-equal", PeerKind.Java];

    /// <summary>The operations whose growth is measured.</summary>
    private static readonly Operation[] Measured = [Operation.Or, Operation.And, Operation.Unmarked, Operation.Count];

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var sizes = new Argument<int[]>("SIZE") { Description = "How many articles, two sizes or more, the smallest first.", Arity = new ArgumentArity(2, 100) };
        var corpus = new Option<string[]>("--corpus") { HelpName = "FILE", Description = "Real articles that others are made of, JSON lines.", Required = true };
        var queries = new Option<string[]>("--queries") { HelpName = "FILE", Description = "Further queries, JSON lines with a text; called after the folder of the file.", DefaultValueFactory = static _ => [] };
        Option<PeerKind[]> peers = PeersCommand.Peers(static kind => ByDefault.Contains(kind.Name));
        Option<int> most = PeersCommand.Most();
        Option<int> rounds = PeersCommand.Rounds();
        Option<int> patience = PeersCommand.Patience();
        Option<string?> report = PeersCommand.Out();
        var command = new Command("growth", "Measures collections of generated articles of several sizes.") { sizes, corpus, queries, peers, most, rounds, patience, report };
        command.SetAction(parsed =>
        {
            List<PeerKind> kinds = [.. parsed.GetRequiredValue(peers).Where(static kind => kind.Version() is not null)];
            var measured = new List<(int Size, List<PeerFigures> Peers)>();
            IReadOnlyList<QueryClass>? classes = null;
            foreach (int size in parsed.GetRequiredValue(sizes))
            {
                PeersCommand.WithFolder(folder =>
                {
                    var generator = new ArticleGenerator(PeerCorpus.Articles(parsed.GetRequiredValue(corpus)), Seed);
                    PeerCorpus articles = PeerCorpus.Write(generator.Articles().Take(size), Path.Combine(folder, "articles.tsv"));
                    classes ??= [.. new QueryClasses(parsed.GetValue(most)).Of(articles.Titles, parsed.GetRequiredValue(queries)).Where(static each => Measured.Contains(each.Operation))];   // of the articles that all sizes have
                    measured.Add((size, PeerComparison.Run(kinds, articles, classes, parsed.GetValue(rounds), TimeSpan.FromSeconds(parsed.GetValue(patience)), folder, Console.Error)));
                });
            }

            PeersCommand.WriteTo(parsed.GetValue(report), output => Write(output, measured, classes ?? []));
        });
        return command;
    }

    private static void Write(TextWriter output, List<(int Size, List<PeerFigures> Peers)> measured, IReadOnlyList<QueryClass> classes)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"# Growth, {DateTime.UtcNow:yyyy-MM-dd}\n"));
        PeerReport.Machine(output);
        output.WriteLine("Generated articles, the same queries at every size: mean and 99th percentile in milliseconds, and the exponent with which the mean grows (least squares of the logarithms).\n");
        string[] columns = [.. measured.Select(static each => each.Size.ToString("N0", CultureInfo.InvariantCulture))];
        output.WriteLine($"| queries | peer | {string.Join(" | ", columns)} | exponent |\n|---|---|{string.Concat(Enumerable.Repeat("---:|", columns.Length + 1))}");
        foreach (QueryClass queries in classes)
        {
            for (int i = 0; i < measured[0].Peers.Count; i++)
            {
                int asked = measured.Min(size => size.Peers[i].Asked(queries.Name));
                if (asked > 0)
                {
                    Latencies[] latencies = [.. measured.Select(size => size.Peers[i].Of(queries.Name, asked))];
                    Row(output, queries.Name, measured, i, [.. latencies.Select(static each => each.Mean)], [.. latencies.Select(static each => string.Create(CultureInfo.InvariantCulture, $"{each.Mean:F3} ({each.Quantile(0.99):F3})"))]);
                }
            }
        }

        for (int i = 0; i < measured[0].Peers.Count; i++)
        {
            RowOfBytes(output, "peak memory answering, MiB", measured, i, static peer => peer.PeakBytes);
            if (measured[0].Peers[i].Kind.SearchesIndexOf is null)
            {
                RowOfBytes(output, "index, MiB", measured, i, static peer => peer.Indexing.Bytes);
            }
        }
    }

    private static void RowOfBytes(TextWriter output, string name, List<(int Size, List<PeerFigures> Peers)> measured, int peer, Func<PeerFigures, long> bytes)
    {
        long[] values = [.. measured.Select(size => bytes(size.Peers[peer]))];
        Row(output, name, measured, peer, [.. values.Select(static value => (double)value)], [.. values.Select(static value => (value >> 20).ToString(CultureInfo.InvariantCulture))]);
    }

    private static void Row(TextWriter output, string name, List<(int Size, List<PeerFigures> Peers)> measured, int peer, double[] values, string[] cells) =>
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {measured[0].Peers[peer].Kind.Title} | {string.Join(" | ", cells)} | {Exponent([.. measured.Select(static each => (double)each.Size)], values):F2} |"));

    /// <summary>The slope of the line through the logarithms, by least squares.</summary>
    private static double Exponent(double[] sizes, double[] values)
    {
        double[] x = [.. sizes.Select(static each => Math.Log(each))];
        double[] y = [.. values.Select(static each => Math.Log(each))];
        (double meanX, double meanY) = (x.Average(), y.Average());
        return x.Zip(y, (each, other) => (each - meanX) * (other - meanY)).Sum() / x.Sum(each => (each - meanX) * (each - meanX));
    }
}
