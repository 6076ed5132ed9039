using System.Globalization;
using System.Runtime.InteropServices;

namespace Search.Benchmarks.Peers;

/// <summary>Writes a comparison as Markdown.</summary>
internal static class PeerReport
{
    /// <summary>Writes it.</summary>
    /// <param name="output">Where it goes.</param>
    /// <param name="corpus">The articles.</param>
    /// <param name="figures">Those of the peers, this engine's first.</param>
    /// <param name="missing">Peers that were asked for and are not installed.</param>
    /// <param name="classes">The queries.</param>
    /// <param name="rounds">How often each was measured.</param>
    public static void Write(
        TextWriter output, PeerCorpus corpus, IReadOnlyList<PeerFigures> figures, IReadOnlyList<PeerKind> missing, IReadOnlyList<QueryClass> classes, int rounds)
    {
        Line(output, $"# {corpus.Count:N0} articles, {DateTime.UtcNow:yyyy-MM-dd}\n");
        Machine(output);
        Line(output, $"One query at a time, top 10, {rounds} rounds in turns after a warm-up of a second each; milliseconds as the peer itself measures them. Made by `peers`, which `src/docs/measuring.md` describes.\n");
        foreach (PeerKind kind in missing)
        {
            Line(output, $"**Missing: {kind.Title}** (`apt-get install {kind.Needs}`).\n");
        }

        Indexing(output, figures);
        Ratios(output, figures, classes);
        foreach (QueryClass each in classes.Where(each => figures.Any(peer => peer.Asked(each.Name) > 0)))
        {
            Class(output, figures, each);
        }
    }

    /// <summary>Writes what the figures were measured on.</summary>
    public static void Machine(TextWriter output)
    {
        string processor = File.ReadLines("/proc/cpuinfo").FirstOrDefault(static line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim() ?? "unknown processor";
        double gibibytes = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (double)(1 << 30);
        Line(output, $"{processor}, {Environment.ProcessorCount} cores, {gibibytes:F0} GiB, {RuntimeInformation.OSDescription}, .NET {Environment.Version}.\n");
    }

    private static void Indexing(TextWriter output, IReadOnlyList<PeerFigures> figures)
    {
        Line(output, $"| peer | version | index, s | index, MiB | peak memory indexing, MiB | answering, MiB |\n|---|---|---:|---:|---:|---:|");
        foreach (PeerFigures peer in figures)
        {
            string indexing = peer.Kind.SearchesIndexOf is { } other
                ? string.Create(CultureInfo.InvariantCulture, $"that of {other} | |")
                : string.Create(CultureInfo.InvariantCulture, $"{peer.Indexing.Time.TotalSeconds:F1} | {peer.Indexing.Bytes >> 20} | {peer.Indexing.PeakBytes >> 20}");
            Line(output, $"| {peer.Kind.Title} | {peer.Kind.Version()} | {indexing} | {peer.PeakBytes >> 20} |");
        }

        output.WriteLine();
    }

    /// <summary>How many times the latency of this engine each peer has.</summary>
    private static void Ratios(TextWriter output, IReadOnlyList<PeerFigures> figures, IReadOnlyList<QueryClass> classes)
    {
        Line(output, $"How many times the mean (and 99th percentile) of {figures[0].Kind.Title} each takes for the same queries; — is what it cannot do.\n");
        Line(output, $"| queries | {string.Join(" | ", figures.Skip(1).Select(static peer => peer.Kind.Name))} |\n|---|{string.Concat(Enumerable.Repeat("---:|", figures.Count - 1))}");
        foreach (QueryClass each in classes.Where(each => figures[0].Asked(each.Name) > 0))
        {
            Line(output, $"| {each.Name} | {string.Join(" | ", figures.Skip(1).Select(peer => Ratio(peer, figures[0], each.Name)))} |");
        }

        output.WriteLine();
    }

    private static string Ratio(PeerFigures peer, PeerFigures first, string name)
    {
        int queries = Math.Min(peer.Asked(name), first.Asked(name));
        if (queries == 0)
        {
            return "—";
        }

        (Latencies own, Latencies others) = (peer.Of(name, queries), first.Of(name, queries));
        return string.Create(CultureInfo.InvariantCulture, $"{own.Mean / others.Mean:G3} ({own.Quantile(0.99) / others.Quantile(0.99):G3})");
    }

    private static void Class(TextWriter output, IReadOnlyList<PeerFigures> figures, QueryClass queries)
    {
        bool isCount = queries.Operation == Operation.Count;
        PeerFigures? java = figures.FirstOrDefault(peer => peer.Kind.Name == PeerKind.Java && peer.Asked(queries.Name) > 0);
        Line(output, $"## {queries.Name}\n");
        Line(output, $"| peer | queries | mean | p50 | p95 | p99 | {(isCount ? "mean count" : "hits a query")} | of Java's hits |\n|---|---:|---:|---:|---:|---:|---:|---:|");
        foreach (PeerFigures peer in figures)
        {
            if (peer.Asked(queries.Name) is not (> 0 and var asked))
            {
                Line(output, $"| {peer.Kind.Title} | — | | | | | | |");
                continue;
            }

            Latencies latencies = peer.Of(queries.Name, asked);
            string shared = java is null || isCount ? "" : peer.SharedWith(java, queries.Name).ToString("P0", CultureInfo.InvariantCulture);
            Line(output, $"| {peer.Kind.Title} | {asked} | {latencies.Mean:F3} | {latencies.Quantile(0.5):F3} | {latencies.Quantile(0.95):F3} | {latencies.Quantile(0.99):F3} | {peer.MeanHits(queries.Name, isCount):F1} | {shared} |");
        }

        output.WriteLine();
    }

    private static void Line(TextWriter output, FormattableString text) => output.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
