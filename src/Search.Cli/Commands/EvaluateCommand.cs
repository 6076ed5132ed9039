using System.CommandLine;
using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Search.Articles;
using Search.Engine.Indexing;
using Search.Engine.Ranking;
using Search.Engine.Searching;
using Search.Evaluation;

namespace Search.Cli.Commands;

/// <summary><c>search evaluate</c>.</summary>
internal static class EvaluateCommand
{
    public static Command Create()
    {
        var corpus = new Option<string[]>("--corpus") { Required = true, AllowMultipleArgumentsPerToken = true };
        var queries = new Option<string>("--queries") { Required = true };
        var qrels = new Option<string>("--qrels") { Required = true };
        var bodyOnly = new Option<bool>("--body-only");
        var index = new Option<string?>("--index");
        var set = new Option<string[]>("--set") { AllowMultipleArgumentsPerToken = true };
        var command = new Command("evaluate", "Measures retrieval quality on judged queries.") { corpus, queries, qrels, bodyOnly, index, set };
        command.SetAction(async (parsed, cancellation) =>
        {
            string path = parsed.GetValue(index) ?? Path.Combine(Path.GetTempPath(), $"search-evaluate-{Environment.ProcessId}");
            bool isNew = !Directory.Exists(path);
            var weights = new RankingWeights();
            var variants = new List<(string, RankingWeights)> { ("default", weights) };
            foreach (string s in parsed.GetValue(set) ?? [])
            {
                RankingWeights w = weights;
                foreach (string kv in s.Split(','))
                {
                    string[] p = kv.Split('=');
                    w = w with { };
                    typeof(RankingWeights).GetProperty(p[0])!.SetValue(w, float.Parse(p[1], System.Globalization.CultureInfo.InvariantCulture));
                }

                variants.Add((s, w));
            }

            if (isNew)
            {
                await using SearchEngine engine = SearchEngine.Open(new() { Path = path, RamBufferMebibytes = 256 });
                var watch = Stopwatch.StartNew();
                var batch = new List<ArticleWrite>();
                foreach (string file in parsed.GetValue(corpus)!)
                {
                    using var reader = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress), Encoding.UTF8);
                    while (reader.ReadLine() is { } line)
                    {
                        ArticleReading reading = ArticleJson.Read(Encoding.UTF8.GetBytes(line));
                        if (reading.Article is { } a)
                        {
                            batch.Add(new ArticleWrite.Put(parsed.GetValue(bodyOnly) ? a with { Title = "", Json = ArticleJson.Write(a with { Title = "", Json = default }) } : a));
                        }
                        else
                        {
                            Console.Error.WriteLine(reading.Problems[0]);
                        }

                        if (batch.Count == 5000)
                        {
                            await engine.WriteAsync(batch, cancellation);
                            batch.Clear();
                        }
                    }
                }

                await engine.WriteAsync(batch, cancellation);
                IndexStatus status = await engine.GetStatusAsync(cancellation);
                Console.WriteLine($"{status.Documents} docs {watch.Elapsed.TotalSeconds:0.0} s {status.SizeBytes / 1e6:0.0} MB {status.Segments} segments");
            }

            Qrels judged = Qrels.Read(parsed.GetValue(qrels)!);
            HashSet<string> withRelevant = [.. judged.Topics];
            List<Topic> topics = [.. Topic.Read(parsed.GetValue(queries)!).Where(t => withRelevant.Contains(t.Id))];
            foreach ((string name, RankingWeights w) in variants)
            {
                await using SearchEngine searcher = SearchEngine.Open(new() { Path = path, ReadOnly = true }, w);
                foreach (string typing in new[] { "marked", "unmarked", "half" })
                {
                    var run = new Run();
                    var times = new List<double>();
                    for (int pass = 0; pass < 1; pass++)
                    {
                        foreach (Topic topic in topics)
                        {
                            SearchPage page = await searcher.SearchAsync(new() { Query = QueryTyping.Apply(typing, topic.Text), Page = new(0, 10), Highlight = false }, cancellation);
                            run.Add(topic.Id, [.. page.Hits.Select(hit => (hit.Article.Id, (double)hit.Score))]);
                            times.Add(page.Took.TotalMicroseconds);
                        }
                    }

                    times.Sort();
                    Console.WriteLine($"{name,-30} {typing,-9} ndcg@10 {run.Mean(judged, (r, g) => RankingMeasures.NdcgAt(10, r, g)):0.0000} mrr {run.Mean(judged, (r, g) => RankingMeasures.ReciprocalRankAt(10, r, g)):0.0000} r100 {run.Mean(judged, (r, g) => RankingMeasures.RecallAt(100, r, g)):0.0000} p50 {times[times.Count / 2]:0} p99 {times[times.Count * 99 / 100]:0}");
                }
            }
        });
        return command;
    }
}
