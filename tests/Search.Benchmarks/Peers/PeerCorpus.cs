using System.Globalization;
using System.IO.Compression;
using System.Text;
using Search.Articles;

namespace Search.Benchmarks.Peers;

/// <summary>The articles that all peers index, in a file, and what queries are made of.</summary>
/// <param name="Path">The file.</param>
/// <param name="Count">How many articles it has.</param>
/// <param name="Titles">All titles that are not empty, in order.</param>
/// <param name="From">The first day of the fifth of the articles that filtered queries ask for.</param>
/// <param name="To">Its last day.</param>
internal sealed record PeerCorpus(string Path, int Count, IReadOnlyList<string> Titles, int From, int To)
{
    private const int Categories = 12;

    private static readonly DateTime FirstDay = new(2015, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);

    /// <summary>The articles of files of JSON lines, perhaps compressed (<c>.gz</c>).</summary>
    public static IEnumerable<Article> Articles(IEnumerable<string> files)
    {
        foreach (string file in files)
        {
            using FileStream stream = File.OpenRead(file);
            using Stream content = file.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(stream, CompressionMode.Decompress) : stream;
            using var reader = new StreamReader(content, Encoding.UTF8);
            while (reader.ReadLine() is { } line)
            {
                if (ArticleJson.Read(Encoding.UTF8.GetBytes(line)) is { IsArticle: true, Article: var article })
                {
                    yield return article;
                }
            }
        }
    }

    /// <summary>Writes the file.</summary>
    /// <remarks>An article without a date or a section gets one by a hash of its id: five years, twelve sections.</remarks>
    public static PeerCorpus Write(IEnumerable<Article> articles, string path)
    {
        var terms = new PeerTerms();
        var titles = new List<string>();
        var days = new List<int>();
        using StreamWriter output = new(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        foreach (Article article in articles)
        {
            uint hash = Hash(article.Id);
            DateTime day = article.Date?.Instant.ToOffset(ArticleDate.VietnamOffset).Date ?? FirstDay.AddDays(hash % (5 * 365));
            string category = article.Category ?? string.Create(CultureInfo.InvariantCulture, $"mục {hash / (5 * 365) % Categories}");
            string syllables = string.Join(' ', terms.Of($"{article.Title}\n{article.Lead}\n{article.Body}"));
            var line = new PeerArticle(
                days.Count, (day.Year * 10000) + (day.Month * 100) + day.Day, category, syllables, article.Title, article.Lead, article.Body);
            line.Write(output);
            days.Add(line.Day);
            if (article.Title.Length > 0)
            {
                titles.Add(article.Title);
            }
        }

        int count = days.Count;
        days.Sort();
        return new(path, count, titles, days[count * 2 / 5], days[count * 3 / 5]);
    }

    /// <summary>FNV-1a: the same on every machine.</summary>
    private static uint Hash(string id) => Encoding.UTF8.GetBytes(id).Aggregate(2166136261u, static (hash, each) => (hash ^ each) * 16777619u);
}
