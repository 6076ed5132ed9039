using BenchmarkDotNet.Attributes;
using Search.Benchmarks.Peers;

namespace Search.Benchmarks.Speed;

/// <summary>Searches by kind of query, among ten thousand articles. One operation is one search, the hits read.</summary>
[MemoryDiagnoser, MedianColumn]
public class SearchBenchmarks : IDisposable
{
    private const int Articles = 10_000;
    private const int Queries = 100;

    private readonly EnginePeer _engine = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("search-measure-").FullName;
    private QueryClass? _class;
    private int _next;

    /// <summary>Which queries.</summary>
    [ParamsSource(nameof(Names))]
    public string Kind { get; set; } = "";

    /// <summary>All kinds.</summary>
    public static IEnumerable<string> Names => new QueryClasses(most: 1).Of([], []).Select(static each => each.Name);

    /// <summary>Indexes the articles.</summary>
    [GlobalSetup]
    public void Index()
    {
        PeerCorpus corpus = PeerCorpus.Write(NewsTexts.Articles(Articles), Path.Combine(_folder, "articles.tsv"));
        string index = Path.Combine(_folder, "index");
        using (var indexer = new EnginePeer())
        {
            indexer.Index(PeerArticle.Read(corpus.Path), index);
        }

        _engine.Open(index, corpus.From, corpus.To);
        _class = new QueryClasses(Queries).Of(corpus.Titles, []).First(each => each.Name == Kind);
        Results.MustBe(true, _class.Queries.Any(query => _engine.Answer(_class.Operation, query) is [> 0, ..]));
    }

    /// <inheritdoc/>
    [GlobalCleanup]
    public void Dispose()
    {
        _engine.Dispose();
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>The next query.</summary>
    [Benchmark]
    public int Search() => _engine.Answer(_class!.Operation, _class.Queries[_next++ % _class.Queries.Count]).Count;   // set up
}
