using Search.Vietnamese.Data;
using Search.Vietnamese.Syllables;
using Search.Vietnamese.Tests.Typing;
using Search.Vietnamese.Unicode;

namespace Search.Vietnamese.Tests.Syllables;

public sealed class CanonicalSpellingsTests
{
    [Fact]
    public void All_syllables_in_canonical_form_are_known()
    {
        IReadOnlyList<string> syllables = AllSyllables.Get();
        Assert.Equal(17_604, syllables.Count);
        Assert.All(syllables, syllable => Assert.True(CanonicalSpellings.Contains(Letters.Spell(syllable)), syllable));
    }

    [Theory]
    [InlineData("giê", "gi|ê|0")]
    [InlineData("giếng", "gi|iêng|1")]
    public void Gi_before_e_circumflex_shares_its_i_where_that_gives_a_rhyme(string text, string parts)
    {
        Assert.True(Syllable.TryParse(text, out Syllable syllable));
        Assert.Equal(parts, syllable.ToString());
    }

    [Fact]
    public void All_syllables_without_marks_are_known() =>
        Assert.All(EmbeddedTable.Rows("syllable-shapes.tsv"), row => Assert.True(CanonicalSpellings.Contains(Letters.Spell(row[0])), row[0]));

    [Fact]
    public void Known_are_only_words_that_placing_the_tone_leaves_as_they_are_and_unmarked_syllables()
    {
        var random = new Random(20261124);
        IReadOnlyList<string> syllables = AllSyllables.Get();
        string letters = string.Concat(syllables.SelectMany(syllable => syllable).Distinct());
        for (int i = 0; i < 50_000; i++)
        {
            char[] word = syllables[random.Next(syllables.Count)].ToCharArray();
            word[random.Next(word.Length)] = letters[random.Next(letters.Length)];
            char[] placed = [.. word];
            bool isCanonical = (TonePlacement.Place(placed) && placed.AsSpan().SequenceEqual(word)) || Syllable.IsShape(word);
            Assert.True(isCanonical == CanonicalSpellings.Contains(Letters.Spell(word)), new string(word));
        }
    }
}
