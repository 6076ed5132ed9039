using System.Globalization;
using System.Text.Json;
using Search.Articles;
using Search.Cli.Measuring;
using Search.Engine.Querying;
using Search.Engine.Searching;
using Search.Vietnamese.Spelling;

namespace Search.Benchmarks.Quality;

/// <summary>How often the engine proposes the query that was meant, when one slip of <see cref="TypingSlip"/> took a pair of words away that the
/// collection has; how often it proposes something for queries as they are; and what it costs.</summary>
internal static class ProposalMeasure
{
    private const string News = "news-baomoi-2017";
    private const string Tags = "news-tags-24h";

    /// <summary>Prints the figures.</summary>
    public static void Run(string folder, TextWriter output)
    {
        using (MeasuredIndex bodies = MeasuredIndex.Of(MeasuredIndex.Articles(folder, News).Select(article => new Article { Id = article.Id, Body = article.Body })))
        {
            Measure("headlines against bodies", bodies.Engine, Path.Combine(folder, News, "headline-queries.jsonl"), output);
        }

        using MeasuredIndex tags = MeasuredIndex.Of(MeasuredIndex.Articles(folder, Tags));
        Measure("tags", tags.Engine, Path.Combine(folder, Tags, "queries.jsonl"), output);
    }

    /// <summary>Prints the figures of one index and file of queries.</summary>
    public static void Measure(string name, SearchEngine engine, string queries, TextWriter output)
    {
        int total = 0, lost = 0, proposed = 0, otherwise = 0, falseAlarms = 0, withoutLoss = 0;
        var times = new List<(double With, double Without)>();
        foreach (string line in File.ReadLines(queries))
        {
            using JsonDocument query = JsonDocument.Parse(line);
            string text = query.RootElement.GetProperty("text").GetString() ?? "";
            string slipped = QueryTyping.Apply(QueryTyping.Slip, text);
            List<string> meant = Words(text);
            total++;
            times.Add((Search(engine, text).Took.TotalMilliseconds, Search(engine, text, isSpelled: false).Took.TotalMilliseconds));
            falseAlarms += Search(engine, text).Suggestion is null ? 0 : 1;
            string? suggestion = Search(engine, slipped).Suggestion;
            bool isMeant = suggestion is not null && Words(suggestion).SequenceEqual(meant);
            if (LostPair(engine, meant, Words(slipped)))
            {
                lost++;
                proposed += isMeant ? 1 : 0;
                otherwise += suggestion is not null && !isMeant ? 1 : 0;
            }
            else
            {
                withoutLoss += isMeant ? 1 : 0;
            }
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{name}: {total} queries; with one slip {lost} lose a pair, for {proposed} of them ({(double)proposed / lost:P1}) the original is proposed, for {otherwise} something else; "
            + $"of the others for {withoutLoss}. As they are, something is proposed for {falseAlarms} ({(double)falseAlarms / total:P1}). "
            + $"Median {Median(times.Select(each => each.With)):F2} ms, without proposals {Median(times.Select(each => each.Without)):F2} ms"));
    }

    /// <summary>Whether a pair that occurs in the collection became one that does not.</summary>
    private static bool LostPair(SearchEngine engine, List<string> meant, List<string> typed) =>
        meant.Count == typed.Count && Enumerable.Range(0, Math.Max(0, meant.Count - 1)).Any(i =>
            (meant[i] != typed[i] || meant[i + 1] != typed[i + 1]) && Occurs(engine, meant[i], meant[i + 1]) && !Occurs(engine, typed[i], typed[i + 1]));

    private static bool Occurs(SearchEngine engine, string first, string second) => Search(engine, $"\"{first} {second}\"").Total > 0;

    private static SearchPage Search(SearchEngine engine, string text, bool isSpelled = true) =>
        engine.SearchAsync(new() { Query = text, Page = new(0, 10), Highlight = false, ReadsMistakes = isSpelled }).AsTask().GetAwaiter().GetResult();

    /// <summary>The canonical words of a text, which are compared.</summary>
    private static List<string> Words(string text) =>
        [.. QueryStringParser.Parse(text).Parts.SelectMany(part => part.Tokens).Where(token => token.PositionCount == 1).Select(token => token.Term)];

    private static double Median(IEnumerable<double> values) => values.Order().ToArray() is var sorted ? sorted[sorted.Length / 2] : 0;
}
