using System.Globalization;

namespace Search.Evaluation;

/// <summary>The rankings that a system gave for a set of topics.</summary>
public sealed class Run
{
    private readonly List<(string Topic, IReadOnlyList<(string Document, double Score)> Ranking)> _rankings = [];

    /// <summary>Adds the ranking of a topic, best first.</summary>
    public void Add(string topic, IReadOnlyList<(string Document, double Score)> ranking) => _rankings.Add((topic, ranking));

    /// <summary>The mean of a measure over all rankings; 0 without any.</summary>
    public double Mean(Qrels qrels, Func<IReadOnlyList<string>, IReadOnlyDictionary<string, int>, double> measure) =>
        _rankings.Count == 0 ? 0 : _rankings.Average(each => measure([.. each.Ranking.Select(hit => hit.Document)], qrels.Of(each.Topic)));

    /// <summary>Writes the run in the form of TREC: topic, Q0, document, rank, score, name of the run.</summary>
    public void WriteTrec(TextWriter output, string name)
    {
        foreach ((string topic, IReadOnlyList<(string Document, double Score)> ranking) in _rankings)
        {
            for (int i = 0; i < ranking.Count; i++)
            {
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{topic} Q0 {ranking[i].Document} {i + 1} {ranking[i].Score:0.######} {name}"));
            }
        }
    }
}
