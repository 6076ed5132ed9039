using CsCheck;
using Search.Vietnamese.Data;
using Search.Vietnamese.Spelling;
using Search.Vietnamese.Syllables;
using Search.Vietnamese.Tests.Typing;

namespace Search.Vietnamese.Tests.Spelling;

public sealed class SpellingDistanceTests
{
    private static readonly IReadOnlyList<string> Syllables = AllSyllables.Get();

    private static readonly Gen<string> Words = Gen.OneOf(
        Gen.Int[0, Syllables.Count - 1].Select(i => Syllables[i]),
        Gen.String[Gen.Char["abcdđeêghiowsuưôố9"], 0, 9],
        Gen.String.Select(static text => TonePlacement.Canonical(text)));

    [Theory]
    [InlineData("trung", "trung", 0)]
    [InlineData("trung", "chung", 0.25)]        // the north
    [InlineData("sữa", "sửa", 0.15)]            // the south
    [InlineData("lên", "nên", 0.3)]             // the Red River delta
    [InlineData("rượu", "riệu", 0.3)]
    [InlineData("cuốc", "quốc", 0.2)]
    [InlineData("hoả", "quả", 0.6)]
    [InlineData("nghành", "ngành", 0.1)]        // rules of spelling, though the first is no syllable
    [InlineData("kông", "công", 0.1)]
    [InlineData("kĩ", "kỹ", 0.05)]
    [InlineData("tính", "tín", 0.4)]
    [InlineData("chay", "chai", 0.3)]
    [InlineData("tuong", "tương", 0.3)]         // two letter marks left out
    [InlineData("tuong", "tướng", 0.45)]
    [InlineData("viet", "việt", 0.3)]
    [InlineData("ma", "mà", 0.15)]
    [InlineData("mà", "ma", 0.4)]               // a tone too much is no tone left out
    [InlineData("má", "mà", 0.4)]
    [InlineData("má", "mạ", 0.3)]
    [InlineData("hội", "hợi", 0.4)]
    [InlineData("bào", "nào", 0.5)]             // a key beside the right one
    [InlineData("tromg", "trong", 0.5)]
    [InlineData("tổgn", "tổng", 0.5)]
    [InlineData("bbị", "bị", 0.4)]
    [InlineData("thông", "hông", 0.8)]
    [InlineData("thanhf", "thành", 0.2)]        // one Telex key left over
    [InlineData("đuowng", "đương", 0.2)]
    [InlineData("tráan", "trấn", 0.2)]
    [InlineData("iphon", "iphone", 0.8)]
    [InlineData("lenin", "lênin", 0.15)]
    [InlineData("xương", "máy", 2)]             // never more
    public void Mistakes_cost(string typed, string meant, double cost) =>
        Assert.Equal(cost, SpellingDistance.Between(TonePlacement.Canonical(typed), TonePlacement.Canonical(meant)), 6);

    [Fact]
    public void Distance_is_0_for_the_same_word_only_and_2_at_most() =>
        Gen.Select(Words, Words).Sample((typed, meant) =>
        {
            Assert.Equal(0, SpellingDistance.Between(typed, typed));
            Assert.InRange(SpellingDistance.Between(typed, meant), typed == meant ? 0 : 0.0001, 2);
        }, iter: 20_000);

    [Fact]
    public void Distance_of_words_without_marks_is_symmetric() =>
        Gen.Select(Gen.String[Gen.Char["achglnstruoi"], 1, 7], Gen.String[Gen.Char["achglnstruoi"], 1, 7])
            .Where(static (a, b) => !HasLeftOverKey(a) && !HasLeftOverKey(b))   // it is a mistake of the typed word only
            .Sample((a, b) => Assert.Equal(SpellingDistance.Between(a, b), SpellingDistance.Between(b, a), 9), iter: 20_000);

    private static bool HasLeftOverKey(string word) => !Syllable.IsSyllable(word) && LeftOverKey.Read(word, out _) is not null;

    [Fact]
    public void Every_pair_of_the_table_has_its_cost_on_whole_syllables()
    {
        foreach (string[] row in EmbeddedTable.Rows("spelling-costs.tsv").Where(row => row[0] == "onset" && !row[1].StartsWith('q') && row[2][0] != 'q'))
        {
            string rhyme = row[2] is "ngh" or "gh" or "k" ? "ê" : "a";
            Assert.Equal(double.Parse(row[3], System.Globalization.CultureInfo.InvariantCulture), SpellingDistance.Between(row[1] + rhyme, row[2] + rhyme), 6);
        }
    }

    [Fact]
    public void Every_syllable_is_taken_apart_and_written_again() =>
        Assert.All(Syllables, syllable =>
        {
            Assert.True(SpelledSyllable.TryParse(syllable, out SpelledSyllable spelled));
            Assert.Equal(syllable, spelled.ToString());
            Assert.True(Syllable.TryParse(syllable, out Syllable parts));
            Assert.Equal((parts.Onset, parts.Rhyme, parts.Tone), (SpelledSyllable.Onsets[spelled.Onset], SpelledSyllable.Rhymes[spelled.Rhyme], spelled.Tone));
        });
}
