using System.Diagnostics;
using Search.Articles;
using Search.Engine.Indexing;
using Search.Engine.Ranking;
using Search.Engine.Searching;
using Search.Evaluation;
using Search.Ingest;

namespace Search.Cli.Measuring;

/// <summary>A set, indexed in a temporary folder, whose queries are run through the same path as the server's.</summary>
internal sealed class IndexedSet : IAsyncDisposable
{
    /// <summary>Hits ranked for each query.</summary>
    public const int Depth = 100;

    private const int BatchArticles = 5000;

    private readonly DirectoryInfo _folder;
    private readonly SearchEngine _engine;
    private readonly EvaluationSet _set;
    private readonly Qrels _qrels;
    private readonly IReadOnlyList<Topic> _topics;
    private readonly TimeSpan _indexing;

    private IndexedSet(DirectoryInfo folder, SearchEngine engine, EvaluationSet set, Qrels qrels, TimeSpan indexing)
    {
        _folder = folder;
        _engine = engine;
        _set = set;
        _qrels = qrels;
        _indexing = indexing;
        HashSet<string> judged = [.. qrels.Topics];
        _topics = [.. Topic.Read(set.Queries).Where(topic => judged.Contains(topic.Id))];
    }

    /// <summary>Indexes a set; rejected articles are named on standard error.</summary>
    public static async Task<IndexedSet> IndexAsync(EvaluationSet set, RankingWeights weights, CancellationToken cancellation)
    {
        Qrels qrels = Qrels.Read(set.Qrels);   // before the long work, as it may be malformed
        DirectoryInfo folder = Directory.CreateTempSubdirectory("search-evaluate-");
        SearchEngine engine = SearchEngine.Open(new() { Path = folder.FullName, RamBufferMebibytes = 256 }, weights);
        long started = Stopwatch.GetTimestamp();
        foreach (IngestedInput[] batch in ArticleSource.Read(set.Corpus, new() { Format = IngestFormat.Jsonl }, cancellation).Chunk(BatchArticles))
        {
            foreach (IngestedInput.Rejected rejected in batch.OfType<IngestedInput.Rejected>())
            {
                await Console.Error.WriteLineAsync($"rejected {rejected.Name}: {rejected.Reason}");
            }

            await engine.WriteAsync(
                [.. batch.OfType<IngestedInput.Accepted>().Select(input => new ArticleWrite.Put(set.BodyOnly ? BodyOf(input.Article) : input.Article))], cancellation);
        }

        return new(folder, engine, set, qrels, Stopwatch.GetElapsedTime(started));
    }

    /// <summary>Runs all queries that have a relevant article.</summary>
    /// <param name="typing">One of <see cref="QueryTyping.Names"/>.</param>
    /// <param name="runFile">Where to write the rankings in the form of TREC, if anywhere.</param>
    /// <param name="cancellation">Stops between two queries.</param>
    public async Task<EvaluationResult> MeasureAsync(string typing, string? runFile, CancellationToken cancellation)
    {
        var run = new Run();
        var times = new List<TimeSpan>();
        foreach (Topic topic in _topics)
        {
            var request = new SearchRequest { Query = QueryTyping.Apply(typing, topic.Text), Page = new(0, Depth) };
            SearchPage page = await _engine.SearchAsync(request, cancellation);
            run.Add(topic.Id, [.. page.Hits.Select(hit => (hit.Article.Id, (double)hit.Score))]);
            times.Add(page.Took);
        }

        if (runFile is not null)
        {
            await using var output = new StreamWriter(runFile);
            run.WriteTrec(output, $"search-{typing}");
        }

        IndexStatus status = await _engine.GetStatusAsync(cancellation);
        double Mean(Func<IReadOnlyList<string>, IReadOnlyDictionary<string, int>, double> measure) => Math.Round(run.Mean(_qrels, measure), 4);
        return new EvaluationResult
        {
            Set = _set.Name.Length > 0 ? _set.Name : null,
            Documents = status.Documents,
            Queries = _topics.Count,
            Typing = typing,
            NdcgAt10 = Mean((ranking, grades) => RankingMeasures.NdcgAt(10, ranking, grades)),
            MrrAt10 = Mean((ranking, grades) => RankingMeasures.ReciprocalRankAt(10, ranking, grades)),
            RecallAt10 = Mean((ranking, grades) => RankingMeasures.RecallAt(10, ranking, grades)),
            RecallAt100 = Mean((ranking, grades) => RankingMeasures.RecallAt(Depth, ranking, grades)),
            IndexSeconds = Math.Round(_indexing.TotalSeconds, 2),
            IndexBytes = status.SizeBytes,
            LatencyUs = LatencyMicroseconds.Of(times),
        };
    }

    /// <summary>Removes the index.</summary>
    public async ValueTask DisposeAsync()
    {
        await _engine.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private static Article BodyOf(Article article) => new() { Id = article.Id, Body = article.Body.Length > 0 ? article.Body : article.Title };
}
