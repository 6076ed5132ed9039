namespace Search.Articles.Tests;

public sealed class ArticleIdTests
{
    [Theory]
    [InlineData("a")]
    [InlineData("u-mzxw6ytboi")]
    [InlineData("AZaz09._~:-")]
    public void Letters_digits_and_six_signs_make_an_id(string id) => Assert.True(ArticleId.IsValid(id));

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a/b")]
    [InlineData("a\n")]
    [InlineData("đ")]
    [InlineData("a%20")]
    public void Anything_else_makes_none(string id) => Assert.False(ArticleId.IsValid(id));

    [Fact]
    public void An_id_has_at_most_200_characters()
    {
        Assert.True(ArticleId.IsValid(new string('x', 200)));
        Assert.False(ArticleId.IsValid(new string('x', 201)));
    }
}
