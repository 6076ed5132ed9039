using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Search.Articles;
using Search.Engine.Querying;
using Search.Engine.Ranking;
using Search.Engine.Searching;
using Search.Engine.Suggesting;
using Search.Vietnamese.Folding;
using Search.Vietnamese.Typing;
using Search.Vietnamese.Unicode;

namespace Search.Benchmarks.Quality;

/// <summary>How soon suggestions have what somebody is typing, and how long they take.</summary>
/// <remarks>What is typed are the tags of <c>news-tags-24h</c>, letter by letter without marks; a tag is found if its own phrase, marks and all, is among
/// the first five suggestions. Its articles are indexed without their tags, so that phrases come from titles and bodies, and then with
/// them, as the relevance judgements have them.</remarks>
internal static class SuggestMeasure
{
    private const string TagSet = "news-tags-24h";
    private const int Shown = 5;

    /// <summary>Of so many times the shortest counts, for others may use the machine.</summary>
    private const int Tries = 5;

    private static readonly string[] TitleSets = ["news-rss-2025-2026", "news-baomoi-2017", "news-vietnews"];
    private static readonly double[] Shares = [0.4, 0.6, 0.8];

    /// <summary>Prints the figures.</summary>
    public static void Run(string folder, TextWriter output)
    {
        List<string> tags = [.. File.ReadLines(Path.Combine(folder, TagSet, "queries.jsonl")).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("text").GetString()!)];
        ILookup<string, string> tagsByArticle = TagsByArticle(Path.Combine(folder, TagSet));
        using (MeasuredIndex without = MeasuredIndex.Of(MeasuredIndex.Articles(folder, TagSet).Select(article => article with { Tags = [] })))
        {
            MeasureShares("articles without tags", without.Engine, tags, output);
        }

        IEnumerable<Article> tagged = MeasuredIndex.Articles(folder, TagSet).Select(article => article with { Tags = [.. tagsByArticle[article.Id]] });
        using (MeasuredIndex with = MeasuredIndex.Of(tagged.Select(article => article with { Json = ArticleJson.Write(article) })))
        {
            MeasureShares("articles with tags", with.Engine, tags, output);
        }

        using MeasuredIndex archive = MeasuredIndex.Of(TitleSets.SelectMany(set => MeasuredIndex.Articles(folder, set)));
        MeasureShares("other archives", archive.Engine, tags, output);
        MeasureTime(archive.Engine, tags, output);
    }

    private static ILookup<string, string> TagsByArticle(string path)
    {
        Dictionary<string, string> tags = File.ReadLines(Path.Combine(path, "queries.jsonl")).Select(line => JsonDocument.Parse(line).RootElement)
            .ToDictionary(query => query.GetProperty("id").GetString()!, query => query.GetProperty("text").GetString()!);
        return File.ReadLines(Path.Combine(path, "qrels.tsv")).Select(line => line.Split('\t'))
            .Where(fields => fields is [_, _, "1"] && tags.ContainsKey(fields[0]))
            .ToLookup(fields => fields[1], fields => tags[fields[0]]);
    }

    private static void MeasureShares(string name, SearchEngine engine, List<string> tags, TextWriter output)
    {
        engine.SuggestionsReadyAsync().GetAwaiter().GetResult();
        List<string> occurring = [.. tags.Where(tag => Occurs(engine, tag))];
        IEnumerable<string> shares = Shares.Select(share =>
        {
            int found = occurring.Count(tag => Suggest(engine, Beginning(tag, share)).Take(Shown).Any(suggestion => Words(suggestion.Text) == Words(tag)));
            return string.Create(CultureInfo.InvariantCulture, $"{100 * share:F0} % of the letters: {(double)found / occurring.Count:P1}");
        });
        output.WriteLine($"{name}: {occurring.Count} of {tags.Count} tags occur; found after {string.Join(", ", shares)}");
    }

    private static bool Occurs(SearchEngine engine, string tag)
    {
        var request = new SearchRequest { Query = $"\"{tag}\"", Match = MatchRule.All, Marks = MarksMode.Exact, Page = new(0, 1), Highlight = false };
        SearchPage found = engine.SearchAsync(request).AsTask().GetAwaiter().GetResult();
        SearchPage tagged = engine.SearchAsync(new() { Filter = new() { Tags = [tag] }, Page = new(0, 1), Highlight = false }).AsTask().GetAwaiter().GetResult();
        return found.Total + tagged.Total > 0;
    }

    private static void MeasureTime(SearchEngine engine, List<string> tags, TextWriter output)
    {
        List<string> typed = [.. tags.SelectMany(tag => new[] { Folded(tag), tag, Telex.Encode(tag) }).SelectMany(text => Enumerable.Range(2, Math.Max(0, text.Length - 1)).Select(length => text[..length]))];
        List<double> times = [.. typed.Select(text => Enumerable.Range(0, Tries).Min(_ => Time(engine, text))).Order()];
        int articles = engine.GetStatusAsync().AsTask().GetAwaiter().GetResult().Documents;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{articles} titles, {typed.Count} keystrokes, best of {Tries}: p50 {times[times.Count / 2]:F2} ms, p99 {times[times.Count * 99 / 100]:F2} ms; memory {engine.SuggestionBytes / 1048576.0:F1} MiB"));
    }

    private static double Time(SearchEngine engine, string text)
    {
        long started = Stopwatch.GetTimestamp();
        Suggest(engine, text);
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private static IReadOnlyList<Suggestion> Suggest(SearchEngine engine, string text) => engine.SuggestAsync(text, Shown).AsTask().GetAwaiter().GetResult();

    /// <summary>The first letters of a tag without marks; spaces do not count and none is typed last.</summary>
    private static string Beginning(string tag, double share)
    {
        string folded = Folded(tag);
        int letters = (int)Math.Ceiling(share * folded.Count(c => !char.IsWhiteSpace(c)));
        int end = 0;
        for (; letters > 0; end++)
        {
            letters -= char.IsWhiteSpace(folded[end]) ? 0 : 1;
        }

        return folded[..end];
    }

    private static string Folded(string text) => DiacriticFolding.Fold(NormalizedText.Normalize(text));

    /// <summary>The canonical words of a text, which are compared.</summary>
    private static string Words(string text) => string.Join(' ', QueryStringParser.Parse(text).Parts
        .SelectMany(part => part.Tokens).Where(token => token.PositionCount == 1).Select(token => token.Term));
}
