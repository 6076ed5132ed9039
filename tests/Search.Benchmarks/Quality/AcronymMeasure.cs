using System.Diagnostics;
using System.Text.Json;
using Search.Vietnamese.Syllables;
using Search.Vietnamese.Words;

namespace Search.Benchmarks.Quality;

/// <summary>Mines the acronyms of a news archive, then of all, and compares them, both ways, with a list that another program mined from all.</summary>
internal static class AcronymMeasure
{
    private const string List = "acronyms/acronyms.tsv";
    private const int SampleStep = 10;

    private static readonly string[] Collections = ["news-baomoi-2017", "news-vietnews", "news-football-2025", "news-rss-2025-2026", "news-tags-24h"];

    public static void Run(string folder, TextWriter output)
    {
        List<(string Acronym, string Phrase, int Count)> list = ReadList(folder);
        var all = new AcronymEvidence();
        foreach (string collection in Collections)
        {
            all.Merge(Mine(folder, collection, output));
            if (collection == Collections[0])
            {
                Compare(all.ToDictionary(), list, output);
            }
        }

        output.WriteLine("\nall together:");
        Describe(all, output);
        Compare(all.ToDictionary(), list, output);
    }

    private static AcronymEvidence Mine(string folder, string collection, TextWriter output)
    {
        var evidence = new AcronymEvidence();
        var watch = new Stopwatch();
        int articles = 0;
        long characters = 0;
        foreach (JsonElement article in JsonLinesFile.Read(folder, $"{collection}/corpus.jsonl.gz"))
        {
            string id = article.GetProperty("id").GetString()!;
            string? source = article.TryGetProperty("source", out JsonElement named) ? named.GetString() : null;
            string title = article.GetProperty("title").GetString()!;
            string body = article.GetProperty("body").GetString()!;
            articles++;
            characters += title.Length + body.Length;
            watch.Start();
            evidence.Add(id, source, title);
            evidence.Add(id, source, body);
            watch.Stop();
        }

        output.WriteLine($"\n{collection}: {articles} articles, {characters / 1e6:F0} million characters, mined in {watch.Elapsed.TotalSeconds:F1} s");
        Describe(evidence, output);
        return evidence;
    }

    private static void Describe(AcronymEvidence evidence, TextWriter output)
    {
        using var saved = new MemoryStream();
        evidence.Save(saved);
        IReadOnlyList<AcronymSense> senses = evidence.ToDictionary().Senses;
        output.WriteLine($"senses {senses.Count}, definitions {senses.Sum(sense => sense.DocumentCount)}, saved in {saved.Length / 1024} KiB; accepted "
            + $"{senses.Count(sense => sense is { IsAccepted: true, DocumentCount: 1 })} by one document and {senses.Count(sense => sense is { IsAccepted: true, DocumentCount: > 1 })} by more");
    }

    private static void Compare(AcronymDictionary dictionary, List<(string Acronym, string Phrase, int Count)> list, TextWriter output)
    {
        HashSet<(string, string)> listed = [.. list.Select(row => (row.Acronym, row.Phrase))];
        Dictionary<(string, string), AcronymSense> senses = dictionary.Senses.ToDictionary(sense => (sense.Acronym, sense.Phrase));
        var missing = list.Where(row => !senses.ContainsKey((row.Acronym, row.Phrase))).ToList();
        var kept = list.Where(row => senses.TryGetValue((row.Acronym, row.Phrase), out AcronymSense? sense) && !sense.IsAccepted).ToList();
        var more = dictionary.Senses.Where(sense => sense.DocumentCount > 1 && !listed.Contains((sense.Acronym, sense.Phrase))).ToList();

        output.WriteLine($"\n{List}: {list.Count} pairs, of these {list.Count - missing.Count} mined, {list.Count - missing.Count - kept.Count} accepted");
        output.WriteLine($"\nlisted and not mined ({missing.Count}):");
        missing.ForEach(row => output.WriteLine($"  {row.Acronym} = {row.Phrase} ({row.Count}); mined: {Describe(dictionary.SensesOf(row.Acronym))}"));
        output.WriteLine($"\nlisted, mined and not accepted ({kept.Count}):");
        kept.ForEach(row => output.WriteLine($"  {row.Acronym} = {row.Phrase} ({row.Count}); mined: {Describe(dictionary.SensesOf(row.Acronym))}"));
        output.WriteLine($"\nmined in two documents or more and not listed ({more.Count}):");
        more.ForEach(sense => output.WriteLine($"  {sense.Acronym} = {sense.Phrase} ({sense.DocumentCount}, {sense.Share:P0}{(sense.IsAccepted ? "" : ", not accepted")})"));
        output.WriteLine($"\naccepted by one document, every {SampleStep}th:");
        foreach (AcronymSense[] some in dictionary.Senses.Where(sense => sense is { IsAccepted: true, DocumentCount: 1 }).Chunk(SampleStep))
        {
            output.WriteLine($"  {some[0].Acronym} = {some[0].Phrase}");
        }
    }

    private static string Describe(IReadOnlyList<AcronymSense> senses) =>
        senses.Count == 0 ? "nothing" : string.Join(", ", senses.Take(4).Select(sense => $"{sense.Phrase} ({sense.DocumentCount}, {sense.Share:P0})"));

    private static List<(string Acronym, string Phrase, int Count)> ReadList(string folder) =>
    [
        .. File.ReadLines(Path.Combine(folder, List)).Skip(1).Select(line => line.Split('\t')).Select(row => (
            row[0].Replace("-", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal).Replace("&", "", StringComparison.Ordinal).ToLowerInvariant(),
            string.Join(' ', row[1].Split(' ').Select(word => TonePlacement.Canonical(word))),
            int.Parse(row[2], System.Globalization.CultureInfo.InvariantCulture))),
    ];
}
