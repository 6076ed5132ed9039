using System.Globalization;
using System.Text.Json;

namespace Search.Benchmarks.Indexing;

/// <summary>How long <c>search index</c> takes for a news archive, against the least that Lucene.Net would need; both as programs of their own, from their start to
/// their end, each after the other.</summary>
internal static class IndexingMeasure
{
    /// <summary>The argument that makes this program write the bare index.</summary>
    public const string Bare = "bare-index";

    private const int Threads = 2;
    private const int Rounds = 3;

    private static readonly string[] Sets = ["news-baomoi-2017", "news-vietnews"];

    /// <summary>Prints the figures.</summary>
    /// <param name="folder">The folder of the data sets.</param>
    /// <param name="output">Where they go.</param>
    public static void Run(string folder, TextWriter output)
    {
        string[] files = [.. Sets.Select(set => Path.Combine(folder, set, "corpus.jsonl.gz"))];
        var ratios = new List<(double Time, double Processor)>();
        for (int round = 1; round <= Rounds; round++)
        {
            ratios.Add(Compare(files, output, round));
        }

        (double time, double processor) = (Median(ratios.Select(static ratio => ratio.Time)), Median(ratios.Select(static ratio => ratio.Processor)));
        output.WriteLine(Text($"search index takes {time:F2} times the time of the bare index, {processor:F2} times that of its processors (median of {Rounds})"));
    }

    /// <summary>Writes the bare index, as a program of its own.</summary>
    public static void WriteBare(string path, IEnumerable<string> files) => BareIndex.Write(files, path, Threads);

    private static (double Time, double Processor) Compare(string[] files, TextWriter output, int round)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("search-measure-");
        try
        {
            string index = Path.Combine(folder.FullName, "ours");
            MeasuredProcess bare = MeasuredProcess.RunSelf([Bare, Path.Combine(folder.FullName, "bare"), .. files]);
            output.WriteLine($"{round}: bare index     {Text(bare)}");
            string[] arguments = ["index", .. files, "--index", index, "--threads", $"{Threads}", "--json"];
            MeasuredProcess ours = MeasuredProcess.RunSearch(arguments);
            output.WriteLine($"   search index   {Text(ours)}; {Counts(ours.Output)}");
            string[] before = Files(index);
            MeasuredProcess again = MeasuredProcess.RunSearch(arguments);
            output.WriteLine(Text($"   the same again {Text(again)}; {Counts(again.Output)}; {again.Time / ours.Time:P1} of the time; files of the index {(before.SequenceEqual(Files(index)) ? "unchanged" : "CHANGED")}"));
            return (ours.Time / bare.Time, ours.Processor / bare.Processor);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The names, sizes and times of the files of an index.</summary>
    private static string[] Files(string index) =>
        [.. new DirectoryInfo(index).EnumerateFiles().Where(static file => file.Name != "write.lock").Select(static file => $"{file.Name} {file.Length} {file.LastWriteTimeUtc.Ticks}").Order(StringComparer.Ordinal)];

    private static string Text(MeasuredProcess process) =>
        Text($"{process.Time.TotalSeconds,6:F1} s, processors {process.Processor.TotalSeconds,6:F1} s, peak memory {process.PeakBytes >> 20,5} MiB");

    private static string Counts(string report)
    {
        using JsonDocument json = JsonDocument.Parse(report);
        return string.Join(", ", new[] { "created", "updated", "unchanged", "rejected" }.Select(name => $"{name} {json.RootElement.GetProperty(name)}"));
    }

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Rounds / 2);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
