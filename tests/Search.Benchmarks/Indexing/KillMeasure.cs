using System.Diagnostics;
using System.Globalization;
using Search.Articles;
using Search.Benchmarks.Quality;
using Search.Engine.Searching;

namespace Search.Benchmarks.Indexing;

/// <summary>Whether <c>search index</c>, killed at random moments and started again each time, leaves what an undisturbed run leaves.</summary>
internal static class KillMeasure
{
    private const int Kills = 20;

    /// <summary>A run lives for at most this part of the time that an undisturbed one takes, so that the later kills still find work to disturb.</summary>
    private const int SharePerRun = 4;

    private static readonly string[] Sets = ["news-tags-24h", "news-baomoi-2017"];

    /// <summary>Prints the outcome.</summary>
    /// <param name="folder">The folder of the data sets.</param>
    /// <param name="output">Where it goes.</param>
    /// <returns>0 if the indexes are equal, else 1.</returns>
    public static async Task<int> RunAsync(string folder, TextWriter output)
    {
        DirectoryInfo temporary = Directory.CreateTempSubdirectory("search-measure-");
        try
        {
            string disturbed = Path.Combine(temporary.FullName, "disturbed");
            string whole = Path.Combine(temporary.FullName, "whole");
            string[] files = [.. Sets.Select(set => Path.Combine(folder, set, "corpus.jsonl.gz"))];
            MeasuredProcess undisturbed = MeasuredProcess.RunSearch(["index", .. files, "--index", whole]);
            var random = new Random(20);
            for (int kill = 1; kill <= Kills; kill++)
            {
                using Process process = MeasuredProcess.StartSearch(["index", .. files, "--index", disturbed, "--commit-seconds", "1"]);
                var delay = TimeSpan.FromMilliseconds(random.Next(300, (int)(undisturbed.Time.TotalMilliseconds / SharePerRun)));
                await Task.Delay(delay);
                process.Kill();
                await process.WaitForExitAsync();
                int documents = await DocumentsAsync(disturbed);
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kill}: killed after {delay.TotalSeconds:F1} s, {documents} articles are there"));
            }

            MeasuredProcess.RunSearch(["index", .. files, "--index", disturbed]);
            return await CompareAsync(whole, disturbed, Sets.SelectMany(set => MeasuredIndex.Articles(folder, set)), output);
        }
        finally
        {
            temporary.Delete(recursive: true);
        }
    }

    private static async Task<int> DocumentsAsync(string index)
    {
        if (!Directory.Exists(index) || Directory.GetFiles(index, "segments_*").Length == 0)
        {
            return 0;
        }

        await using SearchEngine engine = SearchEngine.Open(new() { Path = index, ReadOnly = true });
        return (await engine.GetStatusAsync()).Documents;
    }

    private static async Task<int> CompareAsync(string whole, string disturbed, IEnumerable<Article> articles, TextWriter output)
    {
        await using SearchEngine one = SearchEngine.Open(new() { Path = whole, ReadOnly = true });
        await using SearchEngine other = SearchEngine.Open(new() { Path = disturbed, ReadOnly = true });
        int documents = (await one.GetStatusAsync()).Documents;
        int differing = 0;
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (string id in articles.Select(static article => article.Id).Where(ids.Add))
        {
            Article? expected = await one.FindAsync(id);
            Article? found = await other.FindAsync(id);
            differing += expected is not null && found is not null && expected.Json.Span.SequenceEqual(found.Json.Span) ? 0 : 1;
        }

        bool isEqual = differing == 0 && documents == ids.Count && documents == await DocumentsAsync(disturbed);
        output.WriteLine($"{documents} articles undisturbed, {await DocumentsAsync(disturbed)} after {Kills} kills; {differing} of {ids.Count} ids differ in what is stored: {(isEqual ? "equal" : "NOT EQUAL")}");
        return isEqual ? 0 : 1;
    }
}
