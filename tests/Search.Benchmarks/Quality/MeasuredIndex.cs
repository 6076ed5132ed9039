using System.IO.Compression;
using System.Text;
using Search.Articles;
using Search.Engine.Indexing;
using Search.Engine.Searching;

namespace Search.Benchmarks.Quality;

/// <summary>An index of data sets in a temporary folder, deleted in the end.</summary>
internal sealed class MeasuredIndex : IDisposable
{
    private const int BatchSize = 5000;

    private readonly string _path = System.IO.Directory.CreateTempSubdirectory("search-measure-").FullName;

    private MeasuredIndex() => Engine = SearchEngine.Open(new() { Path = _path });

    public SearchEngine Engine { get; }

    /// <summary>The articles of a set: its <c>corpus.jsonl.gz</c>.</summary>
    public static IEnumerable<Article> Articles(string folder, string set)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(Path.Combine(folder, set, "corpus.jsonl.gz")), CompressionMode.Decompress), Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            if (ArticleJson.Read(Encoding.UTF8.GetBytes(line)) is { IsArticle: true, Article: var article })
            {
                yield return article;
            }
        }
    }

    /// <summary>Indexes articles.</summary>
    public static MeasuredIndex Of(IEnumerable<Article> articles)
    {
        var index = new MeasuredIndex();
        foreach (Article[] batch in articles.Chunk(BatchSize))
        {
            index.Engine.WriteAsync([.. batch.Select(article => new ArticleWrite.Put(article))]).GetAwaiter().GetResult();
        }

        return index;
    }

    public void Dispose()
    {
        Engine.DisposeAsync().AsTask().GetAwaiter().GetResult();
        System.IO.Directory.Delete(_path, recursive: true);
    }
}
