using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Search.Answers;
using Search.Articles;
using Search.Cli.Measuring;
using Search.Engine.Indexing;
using Search.Engine.Searching;
using Search.Evaluation;
using Search.Ingest;

namespace Search.Cli.Commands;

/// <summary><c>search evaluate</c>: measures retrieval quality on judged queries.</summary>
internal static class EvaluateCommand
{
    private const int Depth = 100;
    private const int BatchArticles = 5000;

    public static Command Create()
    {
        var corpus = new Option<string[]>("--corpus") { HelpName = "FILE", Required = true, AllowMultipleArgumentsPerToken = true, Description = "Articles as JSON lines, also .gz; several are indexed together." };
        var queries = new Option<string>("--queries") { HelpName = "FILE", Required = true, Description = "JSON lines with id and text." };
        var qrels = new Option<string>("--qrels") { HelpName = "FILE", Required = true, Description = "Lines of query id, article id and grade, separated by tabs." };
        var typing = new Option<string>("--typing") { HelpName = string.Join('|', QueryTyping.Names), Description = "How the queries are typed.", DefaultValueFactory = _ => QueryTyping.Marked };
        typing.AcceptOnlyFromAmong([.. QueryTyping.Names]);
        var bodyOnly = new Option<bool>("--body-only") { Description = "Index the bodies without titles and leads." };
        var run = new Option<string?>("--run") { HelpName = "FILE", Description = "Write the rankings there, in the form of TREC." };
        var json = new Option<bool>("--json") { Description = "Print one JSON object." };
        var command = new Command("evaluate", "Indexes articles into a temporary folder, runs judged queries as the server does, and prints the measures.")
        {
            corpus, queries, qrels, typing, bodyOnly, run, json,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            Qrels judged = Qrels.Read(parsed.GetRequiredValue(qrels));
            HashSet<string> judgedTopics = [.. judged.Topics];
            List<Topic> topics = [.. Topic.Read(parsed.GetRequiredValue(queries)).Where(topic => judgedTopics.Contains(topic.Id))];
            DirectoryInfo folder = Directory.CreateTempSubdirectory("search-evaluate-");
            try
            {
                await using SearchEngine engine = SearchEngine.Open(new() { Path = folder.FullName, RamBufferMebibytes = 256 });
                TimeSpan indexing = await IndexAsync(engine, parsed.GetRequiredValue(corpus), parsed.GetValue(bodyOnly), cancellation);
                EvaluationResult result = await MeasureAsync(engine, topics, judged, parsed.GetRequiredValue(typing), indexing, parsed.GetValue(run), cancellation);
                Print(result, parsed.GetValue(json));
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        });
        return command;
    }

    private static async Task<TimeSpan> IndexAsync(SearchEngine engine, IReadOnlyList<string> corpora, bool bodyOnly, CancellationToken cancellation)
    {
        long started = Stopwatch.GetTimestamp();
        foreach (IngestedInput[] batch in ArticleSource.Read(corpora, new() { Format = IngestFormat.Jsonl }, cancellation).Chunk(BatchArticles))
        {
            foreach (IngestedInput.Rejected rejected in batch.OfType<IngestedInput.Rejected>())
            {
                await Console.Error.WriteLineAsync($"rejected {rejected.Name}: {rejected.Reason}");
            }

            await engine.WriteAsync(
                [.. batch.OfType<IngestedInput.Accepted>().Select(input => new ArticleWrite.Put(bodyOnly ? BodyOf(input.Article) : input.Article))], cancellation);
        }

        return Stopwatch.GetElapsedTime(started);
    }

    private static Article BodyOf(Article article) => new() { Id = article.Id, Body = article.Body.Length > 0 ? article.Body : article.Title };

    private static async Task<EvaluationResult> MeasureAsync(
        SearchEngine engine, List<Topic> topics, Qrels judged, string typing, TimeSpan indexing, string? runFile, CancellationToken cancellation)
    {
        var run = new Run();
        var times = new List<TimeSpan>();
        foreach (Topic topic in topics)
        {
            var request = new SearchRequest { Query = QueryTyping.Apply(typing, topic.Text), Page = new(0, Depth) };
            SearchPage page = await engine.SearchAsync(request, cancellation);
            run.Add(topic.Id, [.. page.Hits.Select(hit => (hit.Article.Id, (double)hit.Score))]);
            times.Add(page.Took);
        }

        if (runFile is not null)
        {
            await using var output = new StreamWriter(runFile);
            run.WriteTrec(output, $"search-{typing}");
        }

        IndexStatus status = await engine.GetStatusAsync(cancellation);
        double Mean(Func<IReadOnlyList<string>, IReadOnlyDictionary<string, int>, double> measure) => Math.Round(run.Mean(judged, measure), 4);
        return new EvaluationResult
        {
            Documents = status.Documents,
            Queries = topics.Count,
            Typing = typing,
            NdcgAt10 = Mean((ranking, grades) => RankingMeasures.NdcgAt(10, ranking, grades)),
            MrrAt10 = Mean((ranking, grades) => RankingMeasures.ReciprocalRankAt(10, ranking, grades)),
            RecallAt10 = Mean((ranking, grades) => RankingMeasures.RecallAt(10, ranking, grades)),
            RecallAt100 = Mean((ranking, grades) => RankingMeasures.RecallAt(Depth, ranking, grades)),
            IndexSeconds = Math.Round(indexing.TotalSeconds, 2),
            IndexBytes = status.SizeBytes,
            LatencyUs = LatencyMicroseconds.Of(times),
        };
    }

    private static void Print(EvaluationResult result, bool json) => Console.WriteLine(json ? AnswerJson.Serialize(result) : string.Create(CultureInfo.InvariantCulture, $"""
        documents   {result.Documents}
        queries     {result.Queries}, typed {result.Typing}
        nDCG@10     {result.NdcgAt10:0.0000}
        MRR@10      {result.MrrAt10:0.0000}
        recall@10   {result.RecallAt10:0.0000}
        recall@100  {result.RecallAt100:0.0000}
        indexing    {result.IndexSeconds:0.0} s, {result.IndexBytes / 1048576.0:0.0} MiB
        latency     mean {result.LatencyUs.Mean:0} µs, p50 {result.LatencyUs.P50:0}, p95 {result.LatencyUs.P95:0}, p99 {result.LatencyUs.P99:0} ({Depth} hits with snippets)
        """));
}
