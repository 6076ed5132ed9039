namespace Search.Evaluation.Tests;

public sealed class RankingMeasuresTests
{
    private static readonly Dictionary<string, int> Grades = new() { ["a"] = 1, ["b"] = 1, ["n"] = 0 };

    [Fact]
    public void Ndcg_divides_the_discounted_gain_by_the_best_possible() =>
        Assert.Equal((1 + (1 / Math.Log2(4))) / (1 + (1 / Math.Log2(3))), RankingMeasures.NdcgAt(10, ["a", "x", "b"], Grades), 12);

    [Fact]
    public void Only_the_first_k_count()
    {
        Assert.Equal(0, RankingMeasures.NdcgAt(1, ["x", "a"], Grades));
        Assert.Equal(0, RankingMeasures.ReciprocalRankAt(1, ["x", "a"], Grades));
        Assert.Equal(0.5, RankingMeasures.RecallAt(2, ["x", "a", "b"], Grades));
    }

    [Fact]
    public void Reciprocal_rank_is_of_the_first_relevant_document() =>
        Assert.Equal(1.0 / 3, RankingMeasures.ReciprocalRankAt(10, ["n", "x", "b", "a"], Grades), 12);

    [Fact]
    public void A_run_is_written_in_the_form_of_TREC()
    {
        var run = new Run();
        run.Add("q", [("a", 2.5), ("b", 1)]);
        using var output = new StringWriter { NewLine = "\n" };

        run.WriteTrec(output, "name");

        Assert.Equal("q Q0 a 1 2.5 name\nq Q0 b 2 1 name\n", output.ToString());
    }

    [Fact]
    public void A_malformed_judgement_is_named_by_its_line()
    {
        string path = Path.GetTempFileName();
        File.WriteAllText(path, "q\ta\t1\nq a 1\n");

        InvalidDataException failure = Assert.Throws<InvalidDataException>(() => Qrels.Read(path));

        Assert.Contains(":2 ", failure.Message, StringComparison.Ordinal);
        File.Delete(path);
    }
}
