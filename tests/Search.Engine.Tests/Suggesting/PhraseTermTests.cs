using CsCheck;
using Search.Engine.Articles;
using Search.Engine.Suggesting;

namespace Search.Engine.Tests.Suggesting;

public sealed class PhraseTermTests
{
    [Theory]
    [InlineData("giá vàng", "giá vàng", "giá vàng")]
    [InlineData("Công đoàn", "công đoàn", "Công đoàn")]
    [InlineData("TP.HCM", "tp hcm", "TP.HCM")]
    [InlineData("iPhone 17 Pro", "iphone 17 pro", "iPhone 17 Pro")]
    [InlineData("Covid-19", "covid 19", "Covid-19")]
    [InlineData("Bắc – Nam", "bắc nam", "Bắc - Nam")]
    [InlineData("nặng 10kg", "nặng 10 kg", "nặng 10kg")]
    [InlineData("Đo\u0302\u0301i ngoa\u0323i", "đối ngoại", "Đối ngoại")]
    [InlineData("HOÀ BÌNH", "hòa bình", "HÒA BÌNH")]
    [InlineData("R&D", "r d", "R&D")]
    public void A_phrase_is_read_back_in_canonical_form_and_as_it_was_written(string text, string canonical, string written)
    {
        string form = FormOf(text);

        Assert.Equal((canonical, written), PhraseTerm.Read(form));
        Assert.Equal(canonical, PhraseTerm.Canonical(form));
    }

    [Fact]
    public void A_phrase_in_small_letters_has_no_code() => Assert.DoesNotContain(PhraseTerm.Separator, FormOf("tổng liên đoàn lao động"));

    [Fact]
    public void Spellings_that_differ_in_capitals_differ_behind_the_separator_only()
    {
        string[] beginnings = [.. new[] { "hà nội", "Hà nội", "Hà Nội", "HÀ NỘI", "hÀ nỘi" }.Select(text => FormOf(text).Split(PhraseTerm.Separator)[0]).Distinct()];

        Assert.Single(beginnings);
    }

    [Fact]
    public void Capitals_and_signs_of_any_words_are_kept() =>
        Gen.Select(Word.Array[1, 8], Sign.Array[8, 8]).Sample((words, signs) =>
        {
            string text = string.Concat(words.Select((word, i) => i == 0 ? word : signs[i] + word));
            Assert.Equal(text, PhraseTerm.Read(FormOf(text)).Written);
        });

    private static readonly string[] Words = ["công", "Đoàn", "VIỆT", "iPhone", "eSIM", "hòa", "Đắk", "McLaren", "nghiêng", "XÃ", "Ô", "ô"];

    private static readonly string[] Signs = [" ", " ", "-", " - "];

    private static Gen<string> Word => Gen.Int[0, Words.Length - 1].Select(i => Words[i]);

    private static Gen<string> Sign => Gen.Int[0, Signs.Length - 1].Select(i => Signs[i]);

    private static string FormOf(string text)
    {
        var tokens = new ArticleTokens();
        tokens.Read(text);
        return PhraseTerm.Of(tokens, 0, tokens.Count);
    }
}
