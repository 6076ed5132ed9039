using System.CommandLine;
using System.Globalization;
using Search.Answers;
using Search.Cli.Measuring;
using Search.Engine.Ranking;

namespace Search.Cli.Commands;

/// <summary><c>search evaluate</c>: measures retrieval quality on judged queries, of one set or of a suite.</summary>
internal static class EvaluateCommand
{
    public static Command Create()
    {
        var corpus = new Option<string[]>("--corpus") { HelpName = "FILE", AllowMultipleArgumentsPerToken = true, Description = "Articles as JSON lines, also .gz; several are indexed together." };
        var queries = new Option<string?>("--queries") { HelpName = "FILE", Description = "JSON lines with id and text." };
        var qrels = new Option<string?>("--qrels") { HelpName = "FILE", Description = "Lines of query id, article id and grade, separated by tabs." };
        var suite = new Option<string?>("--suite") { HelpName = "FILE", Description = "Measure all sets that a JSON file names, each typed in several ways, in place of one set." };
        var data = new Option<string?>("--data") { HelpName = "DIR", Description = "Where the relative paths of a suite begin; the folder of the file by default." };
        var typing = new Option<string[]>("--typing") { HelpName = string.Join('|', QueryTyping.Names), AllowMultipleArgumentsPerToken = true, Description = "How the queries are typed: marked by default, in a suite all ways." };
        typing.AcceptOnlyFromAmong([.. QueryTyping.Names]);
        var bodyOnly = new Option<bool>("--body-only") { Description = "Index the bodies without titles and leads." };
        var run = new Option<string?>("--run") { HelpName = "FILE", Description = "Write the rankings there, in the form of TREC." };
        var json = new Option<bool>("--json") { Description = "Print one JSON object for each set and way of typing." };
        var command = new Command("evaluate", "Indexes articles into a temporary folder, runs judged queries as the server does, and prints the measures.")
        {
            corpus, queries, qrels, suite, data, typing, bodyOnly, run, json,
        };
        command.Validators.Add(parsed =>
        {
            bool isSuite = parsed.GetValue(suite) is not null;
            if (isSuite == (parsed.GetValue(corpus) is [_, ..] || parsed.GetValue(queries) is not null || parsed.GetValue(qrels) is not null))
            {
                parsed.AddError("Expected either --suite FILE, or --corpus FILE with --queries FILE and --qrels FILE.");
            }
            else if (!isSuite && (parsed.GetValue(corpus) is not [_, ..] || parsed.GetValue(queries) is null || parsed.GetValue(qrels) is null))
            {
                parsed.AddError("A set needs --corpus FILE, --queries FILE and --qrels FILE.");
            }
            else if (parsed.GetValue(run) is not null && (isSuite || parsed.GetValue(typing) is { Length: > 1 }))
            {
                parsed.AddError("--run FILE writes one set typed in one way.");
            }
        });
        command.SetAction(async (parsed, cancellation) =>
        {
            bool isSuite = parsed.GetValue(suite) is not null;
            IReadOnlyList<EvaluationSet> sets = parsed.GetValue(suite) is { } file
                ? EvaluationSet.ReadSuite(file, parsed.GetValue(data))
                : [new("", parsed.GetRequiredValue(corpus), parsed.GetValue(queries)!, parsed.GetValue(qrels)!, parsed.GetValue(bodyOnly))];   // validated above
            IReadOnlyList<string> ways = parsed.GetValue(typing) is { Length: > 0 } named ? named : isSuite ? QueryTyping.Names : [QueryTyping.Marked];
            var results = new List<EvaluationResult>();
            foreach (EvaluationSet set in sets)
            {
                await using IndexedSet indexed = await IndexedSet.IndexAsync(set, RankingWeights.Default, cancellation);
                foreach (string way in ways)
                {
                    EvaluationResult result = await indexed.MeasureAsync(way, parsed.GetValue(run), cancellation);
                    results.Add(result);
                    Print(result, parsed.GetValue(json));
                }
            }

            if (isSuite && !parsed.GetValue(json))
            {
                PrintTable(results, sets, ways);
            }
        });
        return command;
    }

    private static void Print(EvaluationResult result, bool json) => Console.WriteLine(json ? AnswerJson.Serialize(result) : string.Create(CultureInfo.InvariantCulture, $"""
        {(result.Set is not null ? $"set         {result.Set}\n" : "")}documents   {result.Documents}
        queries     {result.Queries}, typed {result.Typing}
        nDCG@10     {result.NdcgAt10:0.0000}
        MRR@10      {result.MrrAt10:0.0000}
        recall@10   {result.RecallAt10:0.0000}
        recall@100  {result.RecallAt100:0.0000}
        indexing    {result.IndexSeconds:0.0} s, {result.IndexBytes / 1048576.0:0.0} MiB
        latency     mean {result.LatencyUs.Mean:0} µs, p50 {result.LatencyUs.P50:0}, p95 {result.LatencyUs.P95:0}, p99 {result.LatencyUs.P99:0} ({IndexedSet.Depth} hits with snippets)

        """));

    /// <summary>nDCG@10 by way of typing and set, in Markdown.</summary>
    private static void PrintTable(IReadOnlyList<EvaluationResult> results, IReadOnlyList<EvaluationSet> sets, IReadOnlyList<string> ways)
    {
        Console.WriteLine($"| nDCG@10 | {string.Join(" | ", sets.Select(set => set.Name))} | mean |");
        Console.WriteLine($"|---|{string.Concat(Enumerable.Repeat("---:|", sets.Count + 1))}");
        foreach (string way in ways)
        {
            List<double> row = [.. results.Where(result => result.Typing == way).Select(result => result.NdcgAt10)];
            Console.WriteLine($"| {way} | {string.Join(" | ", row.Append(row.Average()).Select(value => value.ToString("0.0000", CultureInfo.InvariantCulture)))} |");
        }
    }
}
