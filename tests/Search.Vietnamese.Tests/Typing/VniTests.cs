using Search.Vietnamese.Typing;

namespace Search.Vietnamese.Tests.Typing;

public sealed class VniTests
{
    [Theory]
    [InlineData("viet65", "Việt")]
    [InlineData("vie65t", "Việt")]
    [InlineData("vie56t", "Việt")]
    [InlineData("viet56", "Việt")]
    public void Digits_stand_anywhere_after_their_letter(string keys, string syllable) =>
        Assert.Equal(syllable.ToLowerInvariant(), Vni.Decode(keys).Text);

    [Theory]
    [InlineData("a11", "a1")]
    [InlineData("d99i", "d9i")]
    [InlineData("tuo77i", "tuo7i")]
    [InlineData("na88m", "na8m")]
    public void A_digit_typed_twice_takes_its_mark_off(string keys, string text) =>
        Assert.Equal(new TypedWord(text, TypedWordKind.Undone), Vni.Decode(keys));

    [Fact]
    public void A_digit_with_nothing_to_mark_makes_no_syllable() =>
        Assert.Equal(new TypedWord("tin6", TypedWordKind.Keys), Vni.Decode("tin6"));
}
