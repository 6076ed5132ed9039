using Search.Vietnamese.Typing;

namespace Search.Vietnamese.Tests.Typing;

public sealed class TelexTests
{
    [Theory]
    [InlineData(TypingHabit.ToneLast)]
    [InlineData(TypingHabit.ToneAfterVowels)]
    [InlineData(TypingHabit.MarksLast)]
    public void Every_syllable_is_decoded_from_its_keys(TypingHabit habit)
    {
        Assert.InRange(AllSyllables.Get().Count, 17_500, 17_700);
        Assert.DoesNotContain(AllSyllables.Get(), syllable => Telex.Encode(syllable, habit) is var keys && Telex.Decode(keys) != new TypedWord(syllable, ExpectedKind(keys)));
    }

    [Fact]
    public void Capitals_are_kept_by_encoding_and_decoding()
    {
        IEnumerable<string> capitals = AllSyllables.Get().SelectMany(syllable => (string[])[char.ToUpperInvariant(syllable[0]) + syllable[1..], syllable.ToUpperInvariant()]);
        Assert.DoesNotContain(capitals, syllable => Telex.Decode(Telex.Encode(syllable)).Text != syllable);
    }

    [Theory]
    [InlineData(TypingHabit.ToneLast, "Ddoois ngoaij, dduowcj 15%")]
    [InlineData(TypingHabit.ToneAfterVowels, "Ddoois ngoaij, dduowjc 15%")]
    [InlineData(TypingHabit.MarksLast, "Doidos ngoaij, duocdwj 15%")]
    public void A_text_is_written_in_the_order_of_a_habit(TypingHabit habit, string keys) =>
        Assert.Equal(keys, Telex.Encode("Đối ngoại, được 15%", habit));

    [Fact]
    public void Keys_of_a_word_in_capitals_are_capitals() => Assert.Equal("DDOOIS Owr nhaf test", Telex.Encode("ĐỐI Ở nhà test"));

    [Fact]
    public void Words_that_are_no_syllables_are_written_letter_by_letter() => Assert.Equal("Ddawsk Leenin LDDLDD", Telex.Encode("Đắk Lênin LĐLĐ"));

    [Fact]
    public void Text_in_decomposed_form_gives_the_same_keys() => Assert.Equal("ddoois", Telex.Encode("đo\u0302\u0301i"));

    [Theory]
    [InlineData("ngoeof", "ngoèo")]
    [InlineData("khoeo", "khoeo")]
    [InlineData("ngoao", "ngoao")]
    public void The_second_o_of_oeo_and_oao_is_a_letter(string keys, string syllable) =>
        Assert.Equal(new TypedWord(syllable, TypedWordKind.Syllable), Telex.Decode(keys));

    [Theory]
    [InlineData("")]
    [InlineData("đoois")]
    [InlineData("ddoois,")]
    [InlineData("asfasfasfasfasfasfasfasfasfasfasfasf")]
    public void What_is_no_word_of_keys_comes_back_as_it_is(string keys) =>
        Assert.Equal(new TypedWord(keys, TypedWordKind.Keys), Telex.Decode(keys));

    /// <summary>Two plain o (moóc) are typed as three, the third undoing the second.</summary>
    private static TypedWordKind ExpectedKind(string keys) =>
        keys.Contains("ooo", StringComparison.Ordinal) ? TypedWordKind.Undone : TypedWordKind.Syllable;
}
