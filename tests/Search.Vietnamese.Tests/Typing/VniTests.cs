using Search.Vietnamese.Typing;

namespace Search.Vietnamese.Tests.Typing;

public sealed class VniTests
{
    [Theory]
    [InlineData(TypingHabit.ToneLast)]
    [InlineData(TypingHabit.ToneAfterVowels)]
    [InlineData(TypingHabit.MarksLast)]
    public void Every_syllable_is_decoded_from_its_keys(TypingHabit habit) =>
        Assert.DoesNotContain(AllSyllables.Get(), syllable => Vni.Decode(Vni.Encode(syllable, habit)) != new TypedWord(syllable, TypedWordKind.Syllable));

    [Theory]
    [InlineData(TypingHabit.ToneLast, "D9o6i1 ngoai5, d9uo7c5 15% xe mooc1")]
    [InlineData(TypingHabit.ToneAfterVowels, "D9o6i1 ngoai5, d9uo75c 15% xe moo1c")]
    [InlineData(TypingHabit.MarksLast, "Doi961 ngoai5, duoc975 15% xe mooc1")]
    public void A_text_is_written_in_the_order_of_a_habit(TypingHabit habit, string keys) =>
        Assert.Equal(keys, Vni.Encode("Đối ngoại, được 15% xe moóc", habit));

    [Theory]
    [InlineData("Đắk Lắk", "D9a81k La81k")]
    [InlineData("LĐLĐ test", "LD9LD9 test")]
    public void Words_that_are_no_syllables_are_written_letter_by_letter(string text, string keys) => Assert.Equal(keys, Vni.Encode(text));

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
