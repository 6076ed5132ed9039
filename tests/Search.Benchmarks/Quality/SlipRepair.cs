using System.Text.Json;
using Search.Cli.Measuring;
using Search.Vietnamese.Spelling;

namespace Search.Benchmarks.Quality;

/// <summary>How many headlines are read right again after one slip of <see cref="TypingSlip"/>, and how many are changed that have none.</summary>
internal static class SlipRepair
{
    /// <summary>What a reading must gain to be proposed.</summary>
    private static readonly double ProposedFrom = Math.Log(20);

    public static void Measure(string path, QuerySpelling spelling, TextWriter output)
    {
        int queries = 0, repaired = 0, otherwise = 0, falseAlarms = 0;
        foreach (string line in File.ReadLines(path))
        {
            using JsonDocument query = JsonDocument.Parse(line);
            string text = query.RootElement.GetProperty("text").GetString() ?? "";
            List<QueryWord> right = QueryWords.Read(text);
            List<QueryWord> typed = QueryWords.Read(QueryTyping.Apply(QueryTyping.Slip, text));
            QueryReading? reading = Proposed(spelling, typed);
            bool isRepaired = reading is not null && reading.Terms.SequenceEqual(right.Select(word => word.Term));
            queries++;
            repaired += isRepaired ? 1 : 0;
            otherwise += reading is not null && !isRepaired ? 1 : 0;
            falseAlarms += Proposed(spelling, right) is not null ? 1 : 0;
        }

        output.WriteLine($"\nheadlines with one slip: {repaired} of {queries} repaired ({100.0 * repaired / queries:F1} %), another proposal for {otherwise} "
            + $"({100.0 * otherwise / queries:F1} %); without: a proposal for {falseAlarms} ({100.0 * falseAlarms / queries:F1} %)");
    }

    private static QueryReading? Proposed(QuerySpelling spelling, List<QueryWord> query) =>
        spelling.BestOther(query) is { } reading && reading.Gain >= ProposedFrom ? reading : null;
}
