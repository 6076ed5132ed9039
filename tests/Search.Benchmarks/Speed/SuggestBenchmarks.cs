using BenchmarkDotNet.Attributes;
using Search.Engine.Indexing;
using Search.Engine.Searching;

namespace Search.Benchmarks.Speed;

/// <summary>Suggestions for what is being typed, among ten thousand articles. One operation is one key.</summary>
[MemoryDiagnoser, MedianColumn]
public class SuggestBenchmarks
{
    private const int Articles = 10_000;

    private readonly string _folder = Directory.CreateTempSubdirectory("search-measure-").FullName;
    private SearchEngine? _engine;

    /// <summary>What was typed.</summary>
    [Params("tổ", "to", "cong ty", "doanh nghi", "thành phố h", "ddoois")]
    public string Typed { get; set; } = "";

    /// <summary>Indexes the articles.</summary>
    [GlobalSetup]
    public void Index()
    {
        _engine = SearchEngine.Open(new() { Path = _folder });
        _engine.WriteAsync([.. NewsTexts.Articles(Articles).Select(static article => new ArticleWrite.Put(article))]).GetAwaiter().GetResult();
        _engine.SuggestionsReadyAsync().GetAwaiter().GetResult();
    }

    /// <summary>Closes the index.</summary>
    [GlobalCleanup]
    public void Close()
    {
        _engine!.DisposeAsync().AsTask().GetAwaiter().GetResult();   // set up
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Ten suggestions.</summary>
    [Benchmark]
    public int Suggest() => _engine!.SuggestAsync(Typed, 10).AsTask().GetAwaiter().GetResult().Count;   // set up
}
