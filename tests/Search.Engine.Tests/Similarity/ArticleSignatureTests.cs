using Search.Articles;
using Search.Engine.Articles;
using Search.Engine.Similarity;

namespace Search.Engine.Tests.Similarity;

public sealed class ArticleSignatureTests
{
    [Theory]
    [InlineData(1.0)]
    [InlineData(0.8)]
    [InlineData(0.5)]
    [InlineData(0.2)]
    [InlineData(0.0)]
    public void Signatures_agree_in_the_share_of_the_shingles_that_articles_share(double share)
    {
        const int Pairs = 40;
        var random = new Random(3);
        int equal = Enumerable.Range(0, Pairs).Sum(_ =>
        {
            // The first words of two texts are the same, the rest differ: common / (2 · all − common) is the share wanted.
            int common = (int)(2 * 400 * share / (1 + share));
            int[] beginning = Words(random, common);
            return Equal(Of(beginning, Words(random, 400 - common)), Of(beginning, Words(random, 400 - common)));
        });

        Assert.InRange((double)equal / (Pairs * ArticleSignature.Length), share - 0.04, share + 0.04);
    }

    [Fact]
    public void Spelling_case_and_punctuation_do_not_count() =>
        Assert.Equal(
            Of("Hoà bình lập lại trên cả nước, người dân về quê cấy lúa, trồng khoai, dựng nhà bên bờ sông."),
            Of("HÒA BÌNH LẬP LẠI trên cả nước… người dân về quê (cấy lúa) trồng khoai - dựng nhà bên bơ\u0300 sông"));

    [Fact]
    public void A_signature_is_the_same_everywhere_and_always() =>
        Assert.Equal("ACC86BF0", Convert.ToHexString(Of(string.Join(' ', Enumerable.Range(1, 40).Select(i => $"từ{i}")))[..4]));

    [Fact]
    public void A_short_text_has_none() => Assert.All(Of("Tin vắn trong ngày hôm nay"), part => Assert.Equal(0, part));

    [Fact]
    public void A_buffer_that_was_used_makes_the_same_signature()
    {
        var tokens = new ArticleTokens();
        var signature = new ArticleSignature();
        string text = string.Join(' ', Words(new Random(5), 100));
        tokens.Read("một văn bản khác hẳn " + text);
        signature.Of(tokens);
        tokens.Read(text);

        Assert.Equal(Of(text), signature.Of(tokens));
    }

    private static int Equal(byte[] one, byte[] other) => one.Zip(other).Count(pair => pair.First == pair.Second);

    private static int[] Words(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => random.Next(1_000_000))];

    private static byte[] Of(int[] beginning, int[] end) => Of(string.Join(' ', beginning.Concat(end).Select(word => $"w{word}")));

    private static byte[] Of(string text)
    {
        var tokens = new ArticleTokens();
        tokens.Read(new Article { Id = "a", Body = text });
        return new ArticleSignature().Of(tokens);
    }
}
