using CsCheck;
using Search.Vietnamese.Spelling;
using Search.Vietnamese.Syllables;
using Search.Vietnamese.Tests.Typing;
using Search.Vietnamese.Unicode;

namespace Search.Vietnamese.Tests.Spelling;

public sealed class TypingSlipTests
{
    private static readonly IReadOnlyList<string> Syllables = AllSyllables.Get();

    [Fact]
    public void One_word_of_a_text_changes_to_another_term_near_it() =>
        Gen.Select(Gen.Int[0, Syllables.Count - 1].Array[1, 5], Gen.UInt).Sample((indices, hash) =>
        {
            string[] words = [.. indices.Select(i => Syllables[i]).Where(word => word.Length > 1)];
            string[] slips = TypingSlip.Apply(string.Join(' ', words), hash).Split(' ');
            Assert.Equal(Math.Max(1, words.Length), slips.Length);
            int[] changed = [.. Enumerable.Range(0, words.Length).Where(i => words[i] != slips[i])];
            Assert.Equal(Math.Min(1, words.Length), changed.Length);
            Assert.All(changed, i =>
            {
                Assert.NotEqual(words[i], TonePlacement.Canonical(slips[i]));
                Assert.InRange(SpellingDistance.Between(TonePlacement.Canonical(slips[i]), words[i]), 0.01, 1.99);
            });
        }, iter: 2_000);

    [Fact]
    public void No_text_makes_a_slip_throw_and_the_same_number_makes_the_same_slip() =>
        Gen.Select(Gen.OneOf(Gen.String, Gen.String[Gen.Char["aÁbĐ đế,.7xX\u0301\uD83D\uDE00\uD800"], 0, 20]), Gen.UInt).Sample((text, hash) =>
            Assert.Equal(TypingSlip.Apply(text, hash), TypingSlip.Apply(text, hash)), iter: 5_000);

    [Theory]
    [InlineData("15/2020")]
    [InlineData("a, b")]
    [InlineData("")]
    public void Text_without_words_stays(string text) =>
        Assert.Equal(text, TypingSlip.Apply(text, 7));

    [Fact]
    public void Capitals_and_everything_around_the_word_stay()
    {
        const string Text = "\"Đối ngoại\" của TỔNG, 2023";
        for (uint hash = 0; hash < 500; hash++)
        {
            string slip = TypingSlip.Apply(Text, hash);
            Assert.Matches("^\"\\p{Lu}\\p{Ll}+ \\p{Ll}+\" \\p{Ll}+ \\p{Lu}+, 2023$", slip);
            Assert.NotEqual(TonePlacement.Canonical(Text), TonePlacement.Canonical(slip));
        }
    }

    [Fact]
    public void Same_number_makes_the_same_mistake_in_every_process()
    {
        Assert.True(SpelledSyllable.TryParse("dân", out SpelledSyllable syllable));
        Assert.Equal(["đân", "giân", "rân", "vân"], SyllableConfusions.OfOnset(syllable).Select(confused => confused.ToString()));   // in the order of the table
        Assert.Equal(
            ["trương", "trướng", "chưởng", "trưổng", "trươngr", "trưnởg", "trưỡng", "chưởng"],
            Enumerable.Range(0, 8).Select(i => TypingSlip.Apply("trưởng", (uint)i * 1009)));
    }

    [Fact]
    public void Numbers_choose_among_all_kinds_of_mistakes()
    {
        HashSet<string> slips = [.. Enumerable.Range(0, 5000).Select(hash => TypingSlip.Apply("trưởng", (uint)hash))];
        Assert.Superset(new HashSet<string> { "trương", "trường", "trưỡng", "chưởng", "trươngr", "tưởng", "trởưng", "trrưởng", "rtưởng" }, slips);
    }

    [Fact]
    public void Words_without_tone_letters_slip_by_their_keys()
    {
        string slip = TypingSlip.Apply("Samsung", 12345);
        Assert.NotEqual("Samsung", slip);
        Assert.True(char.IsUpper(slip[0]));
        Assert.Equal(NormalizedText.Normalize(slip), slip);
    }
}
