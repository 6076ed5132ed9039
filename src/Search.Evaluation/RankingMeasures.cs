namespace Search.Evaluation;

/// <summary>Measures of one ranking against the grades of a topic, from 0 to 1. Documents without a grade count as not relevant.</summary>
public static class RankingMeasures
{
    /// <summary>Normalized discounted cumulative gain of the first <paramref name="k"/>: gain is the grade, discount log2(rank + 1).</summary>
    /// <remarks>Järvelin and Kekäläinen, ACM TOIS 20(4), 2002.</remarks>
    public static double NdcgAt(int k, IReadOnlyList<string> ranking, IReadOnlyDictionary<string, int> grades)
    {
        double gained = 0;
        for (int i = 0; i < Math.Min(k, ranking.Count); i++)
        {
            gained += Math.Max(0, grades.GetValueOrDefault(ranking[i])) / Math.Log2(i + 2);
        }

        double best = grades.Values.Where(grade => grade > 0).OrderDescending().Take(k).Select((grade, i) => grade / Math.Log2(i + 2)).Sum();
        return best > 0 ? gained / best : 0;
    }

    /// <summary>The reciprocal rank of the first relevant document among the first <paramref name="k"/>; 0 without one.</summary>
    public static double ReciprocalRankAt(int k, IReadOnlyList<string> ranking, IReadOnlyDictionary<string, int> grades)
    {
        for (int i = 0; i < Math.Min(k, ranking.Count); i++)
        {
            if (grades.GetValueOrDefault(ranking[i]) > 0)
            {
                return 1.0 / (i + 1);
            }
        }

        return 0;
    }

    /// <summary>The share of the relevant documents that are among the first <paramref name="k"/>.</summary>
    public static double RecallAt(int k, IReadOnlyList<string> ranking, IReadOnlyDictionary<string, int> grades)
    {
        int relevant = grades.Values.Count(grade => grade > 0);
        return relevant == 0 ? 0 : (double)ranking.Take(k).Count(document => grades.GetValueOrDefault(document) > 0) / relevant;
    }
}
