namespace Search.Analysis.Tests;

public sealed class FoldedOrderTests
{
    [Theory]
    [InlineData("doi")]
    [InlineData("đối")]
    [InlineData("đối ngoại")]
    [InlineData("nghiêng nghiễng")]
    [InlineData("zürich")]
    [InlineData("ŏ\u0301")]
    [InlineData("lđlđ")]
    [InlineData("30/2020/nđ-cp")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaá")]
    public void A_term_is_read_back_as_it_was_written(string term) => Assert.Equal(term, FoldedOrder.Read(FoldedOrder.Of(term)));

    [Fact]
    public void Words_alike_below_their_marks_are_neighbours_after_the_unmarked_one()
    {
        string[] terms = ["doi", "dội", "đối", "đời", "doia", "do", "doi a", "dơi"];

        string[] ordered = [.. terms.OrderBy(FoldedOrder.Of, StringComparer.Ordinal)];

        Assert.Equal(["do", "doi"], ordered[..2]);
        Assert.Equal(new[] { "dội", "đối", "đời", "dơi" }.ToHashSet(), ordered[2..6].ToHashSet());
    }
}
