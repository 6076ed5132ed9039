using System.Diagnostics;
using System.Globalization;
using Search.Articles;
using Search.Engine.Searching;
using Search.Vietnamese.Tokens;

namespace Search.Benchmarks.Quality;

/// <summary>Whether copies of a story are grouped and nothing else is, on the repeated headlines of <c>news-baomoi-2017</c>.</summary>
/// <remarks>What two articles truly share are their common shingles of three tokens, out of all that either has (Jaccard). A repeated headline alone makes no
/// copy: many stand over different texts.</remarks>
internal static class DuplicatesMeasure
{
    private const string Set = "news-baomoi-2017";
    private const int ShingleLength = 3;

    /// <summary>What is a copy, by what two articles truly share.</summary>
    private const double Copy = 0.5;

    private static readonly double[] Borders = [0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 1.01];

    /// <summary>Prints the figures.</summary>
    public static void Run(string folder, TextWriter output)
    {
        Dictionary<string, Article> articles = MeasuredIndex.Articles(folder, Set).ToDictionary(article => article.Id, StringComparer.Ordinal);
        using MeasuredIndex index = MeasuredIndex.Of(articles.Values);
        long started = Stopwatch.GetTimestamp();
        Search(index.Engine, collapse: true, size: 1);
        TimeSpan first = Stopwatch.GetElapsedTime(started);
        SearchPage all = Search(index.Engine, collapse: true, size: articles.Count);
        Dictionary<string, int> groupOf = all.Hits.SelectMany(hit => hit.Copies.Append(hit.Article).Select(article => (article.Id, hit.Rank)))
            .ToDictionary(each => each.Id, each => each.Rank, StringComparer.Ordinal);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{all.Total} articles in {all.Groups} groups; the first collapsed search took {first.TotalMilliseconds:F0} ms"));
        PrintPrecision(all, output);
        PrintRecall(articles.Values, groupOf, output);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"all articles, first ten: {Median(index.Engine, collapse: false):F2} ms as they are, {Median(index.Engine, collapse: true):F2} ms collapsed (median)"));
    }

    private static void PrintPrecision(SearchPage all, TextWriter output)
    {
        List<double> shared = [.. all.Hits.SelectMany(hit => hit.Copies.Select(copy => Shared(hit.Article, copy)))];
        string Share(double least) => ((double)shared.Count(share => share >= least) / shared.Count).ToString("P1", CultureInfo.InvariantCulture);
        output.WriteLine($"{shared.Count} copies; {Share(Copy)} share half of their text with the article they stand under, {Share(Copy - 0.1)} four tenths");
    }

    private static void PrintRecall(IEnumerable<Article> articles, Dictionary<string, int> groupOf, TextWriter output)
    {
        List<(double Shared, bool IsGrouped)> pairs = [.. articles.GroupBy(article => string.Join(' ', Tokens(article.Title)), StringComparer.Ordinal)
            .SelectMany(headline => headline.SelectMany((one, i) => headline.Skip(i + 1).Select(other => (Shared(one, other), groupOf[one.Id] == groupOf[other.Id]))))];
        List<(double, bool IsGrouped)> copies = [.. pairs.Where(pair => pair.Shared >= Copy)];
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{pairs.Count} pairs with one headline, {copies.Count} of them copies, of which {(double)copies.Count(pair => pair.IsGrouped) / copies.Count:P1} are grouped"));
        foreach ((double from, double to) in Borders.Zip(Borders.Skip(1)))
        {
            List<(double, bool IsGrouped)> within = [.. pairs.Where(pair => pair.Shared >= from && pair.Shared < to)];
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"  sharing {from:F1} to {Math.Min(1, to):F1}: {within.Count} pairs, {within.Count(pair => pair.IsGrouped)} grouped"));
        }
    }

    private static SearchPage Search(SearchEngine engine, bool collapse, int size) =>
        engine.SearchAsync(new() { Collapse = collapse, Page = new(0, size), Highlight = false }).AsTask().GetAwaiter().GetResult();

    private static double Median(SearchEngine engine, bool collapse)
    {
        List<double> times = [.. Enumerable.Range(0, 31).Select(_ => Search(engine, collapse, size: 10).Took.TotalMilliseconds).Order()];
        return times[times.Count / 2];
    }

    private static double Shared(Article one, Article other)
    {
        HashSet<string> mine = Shingles(one);
        HashSet<string> others = Shingles(other);
        int common = mine.Count(others.Contains);
        return common == 0 ? 0 : (double)common / (mine.Count + others.Count - common);
    }

    private static HashSet<string> Shingles(Article article)
    {
        List<string> tokens = Tokens($"{article.Title}\n{article.Lead}\n{article.Body}");
        return [.. Enumerable.Range(0, Math.Max(0, tokens.Count - ShingleLength + 1)).Select(i => string.Join(' ', tokens.Skip(i).Take(ShingleLength)))];
    }

    private static List<string> Tokens(string text)
    {
        var tokens = new List<string>();
        var scanner = new VietnameseTokenScanner();
        scanner.Reset(text.AsMemory());
        while (scanner.MoveNext())
        {
            if (scanner.Current.PositionCount == 1)
            {
                tokens.Add(scanner.Term.ToString());
            }
        }

        return tokens;
    }
}
