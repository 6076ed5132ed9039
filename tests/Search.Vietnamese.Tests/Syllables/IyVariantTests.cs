using Search.Vietnamese.Syllables;

namespace Search.Vietnamese.Tests.Syllables;

public sealed class IyVariantTests
{
    [Fact]
    public void Variant_is_a_syllable_and_its_own_variant_is_the_word_itself() =>
        Assert.All(Typing.AllSyllables.Get(), syllable =>
        {
            if (IyVariant.Of(syllable) is { } variant)
            {
                Assert.NotEqual(syllable, variant);
                Assert.Equal(variant, TonePlacement.Canonical(variant));
                Assert.Equal(syllable, IyVariant.Of(variant));
            }
        });

    [Theory]
    [InlineData("mỹ", "mĩ")]
    [InlineData("quỳnh", "quình")]
    [InlineData("quí", "quý")]
    [InlineData("thúy", null)]
    [InlineData("ý", null)]
    [InlineData("thi", null)]
    [InlineData("samsung", null)]
    public void Only_some_rhymes_have_a_variant(string syllable, string? variant) =>
        Assert.Equal(variant, IyVariant.Of(syllable));

    [Theory]
    [InlineData(false, false, false, 0.9f)]
    [InlineData(false, true, false, 0.9f)]
    [InlineData(false, false, true, 0.9f)]
    [InlineData(true, false, false, 0.9f)]
    [InlineData(true, true, false, 0.6f)]
    [InlineData(true, false, true, 0f)]
    [InlineData(true, true, true, 0f)]
    public void Names_count_less_and_quoted_names_only_as_typed(bool isCapitalized, bool isAmongCapitalized, bool isQuoted, float weight) =>
        Assert.Equal(weight, IyVariant.Weight(isCapitalized, isAmongCapitalized, isQuoted));
}
