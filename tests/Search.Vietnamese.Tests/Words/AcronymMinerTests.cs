using CsCheck;
using Search.Vietnamese.Words;

namespace Search.Vietnamese.Tests.Words;

public sealed class AcronymMinerTests
{
    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.String[Gen.Char["aăđươi ĐHNVCS()().,-&\"\n0123"], 0, 120],
        Gen.String[Gen.Char["a\u0301\u200B\uD83D\uDE00\uD800（）( )ABĐ"], 0, 60],
        Gen.String);

    [Fact]
    public void Example_of_the_documentation()
    {
        AcronymDefinition found = Assert.Single(new AcronymMiner().Mine("Sở Giáo dục và Đào tạo (GD&ĐT)"));

        Assert.Equal(("GD&ĐT", "Giáo dục và Đào tạo"), (found.Acronym, found.LongForm));
    }

    [Theory]
    [InlineData("Hội Nông dân\n(HND)")]                     // the line before belongs to another paragraph
    [InlineData("Hội nghị. Nông dân (HND)")]
    [InlineData("Hội đồng rất xa lạ của những người nông dân (HND)")]   // too many words between
    [InlineData("(HND) hội nông dân")]
    [InlineData("hội nông dân (HND")]
    [InlineData("hội nông dân )HND(")]
    [InlineData("hội nông dân (hnd)")]
    [InlineData("hội nông dân (HNDABCDEFGHIJKLM)")]         // 16 characters
    public void Defines_nothing(string text) => Assert.Empty(new AcronymMiner().Mine(text));

    [Theory]
    [InlineData("hội nông dân (viết tắt: HND)", "")]
    [InlineData("hội nông dân (viết tắt là HND)", "HND=hội nông dân")]
    [InlineData("hội nông dân (sau đây viết tắt là HND)", "HND=hội nông dân")]
    [InlineData("hội nông dân (Gọi tắt HND)", "HND=hội nông dân")]
    [InlineData("hội nông dân （HND）", "HND=hội nông dân")]
    [InlineData("ho\u0302\u0323i no\u0302ng da\u0302n (HND)", "HND=hội nông dân")]
    [InlineData("tuyển U 23 (TU23)", "TU23=tuyển U 23")]
    [InlineData("Ban Chương trình (BCTr)", "BCTr=Ban Chương trình")]
    [InlineData("Trung ương (TW)", "TW=Trung ương")]
    [InlineData("UBND (ủy ban nhân dân) và HĐND (hội đồng nhân dân)", "UBND=ủy ban nhân dân;HĐND=hội đồng nhân dân")]
    public void Defines(string text, string expected) =>
        Assert.Equal(expected, string.Join(';', new AcronymMiner().Mine(text).Select(found => $"{found.Acronym}={found.LongForm}")));

    [Fact]
    public void No_text_makes_mining_throw_and_a_reused_miner_gives_what_a_fresh_one_gives()
    {
        Texts.Sample(text => Assert.Equal(new AcronymMiner().Mine(text), new AcronymMiner().Mine(text)), iter: 1_000);
        var reused = new AcronymMiner();
        Texts.Sample(text => Assert.Equal(new AcronymMiner().Mine(text), reused.Mine(text)), iter: 20_000, threads: 1);
    }

    [Fact]
    public void Words_that_all_begin_alike_are_aligned_soon()
    {
        string text = string.Concat(Enumerable.Repeat("an ", 40)) + "(AAAAAAAAAA)";

        Assert.Equal("an an an an an an an an an an", Assert.Single(new AcronymMiner().Mine(text)).LongForm);
    }
}
