using System.Text;
using Search.Articles;
using Search.Engine.Indexing;
using Search.Engine.Searching;

namespace Search.Engine.Tests.Querying;

/// <summary>An archive of articles by chance over few words, in several segments, with replaced and deleted ones; shared by tests that only read.</summary>
public sealed class RandomCollection : IAsyncLifetime
{
    /// <summary>Words that are alike below their marks, composites and what is written in several ways.</summary>
    public static readonly string[] Words =
    [
        "lúa", "lua", "lừa", "gạo", "gao", "đối", "đội", "doi", "đôi", "đời", "ngoại", "ngoài", "ngoai", "ngoi", "hòa", "hoà", "hoàn", "hoa",
        "khóa", "X", "XIII", "10", "16-KL/TW", "KL", "TW", "30/11/2023", "Covid-19", "covid", "TP.HCM", "HCM", "của", "và", "và/hoặc", "café", "Đắk",
    ];

    private readonly string _path = Directory.CreateTempSubdirectory("search-engine-tests-").FullName;

    public SearchEngine Engine { get; private set; } = null!;   // InitializeAsync runs before every test

    /// <summary>All articles that a search can find.</summary>
    public IReadOnlyList<Article> Articles { get; private set; } = [];

    public async Task InitializeAsync()
    {
        Engine = SearchEngine.Open(new() { Path = _path });
        var random = new Random(5);
        var articles = new Dictionary<string, Article>(StringComparer.Ordinal);
        for (int batch = 0; batch < 4; batch++)
        {
            Article[] written = [.. Enumerable.Range(0, 60).Select(_ => Make(random, $"a{random.Next(180)}")).DistinctBy(article => article.Id)];
            await Engine.WriteAsync([.. written.Select(article => new ArticleWrite.Put(article))]);
            foreach (Article article in written)
            {
                articles[article.Id] = article;
            }

            string deleted = written[random.Next(written.Length)].Id;
            await Engine.DeleteAsync(deleted);
            articles.Remove(deleted);
        }

        Articles = [.. articles.Values];
    }

    public async Task DisposeAsync()
    {
        await Engine.DisposeAsync();
        Directory.Delete(_path, recursive: true);
    }

    private static Article Make(Random random, string id) => new()
    {
        Id = id,
        Title = Text(random, 1 + random.Next(5)),
        Lead = Text(random, random.Next(6)),
        Body = Text(random, random.Next(40)),
        Source = random.Next(3) switch { 0 => "Báo Mẫu", 1 => "Tin Lúa", _ => null },
        Authors = random.Next(2) == 0 ? ["Lan Anh"] : [],
        Tags = [.. new[] { "Lúa", "giá gạo" }.Where(_ => random.Next(3) == 0)],
        Date = random.Next(4) > 0 && ArticleDate.TryParse($"202{random.Next(2, 4)}-{random.Next(1, 13):00}-{random.Next(1, 29):00}T{random.Next(24):00}:30:00Z", out ArticleDate date) ? date : null,
    };

    private static string Text(Random random, int words)
    {
        var text = new StringBuilder();
        for (int i = 0; i < words; i++)
        {
            string word = Words[random.Next(Words.Length)];
            _ = random.Next(12) switch
            {
                _ when i == 0 => text.Append(word),
                0 => text.Append(". ").Append(char.ToUpperInvariant(word[0])).Append(word.AsSpan(1)),
                1 => text.Append(random.Next(2) == 0 ? "\n" : ", ").Append(word),
                _ => text.Append(' ').Append(word),
            };
        }

        return text.ToString();
    }
}
