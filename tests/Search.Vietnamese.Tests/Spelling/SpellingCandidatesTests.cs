using CsCheck;
using Search.Vietnamese.Folding;
using Search.Vietnamese.Spelling;
using Search.Vietnamese.Syllables;
using Search.Vietnamese.Tests.Typing;

namespace Search.Vietnamese.Tests.Spelling;

public sealed class SpellingCandidatesTests
{
    private static readonly IReadOnlyList<string> Syllables = AllSyllables.Get();

    private static readonly SpellingVocabulary Vocabulary = new(
    [
        new("ngành", 120), new("ngang", 15), new("nghành", 1), new("trung", 300), new("chung", 500), new("trưng", 40), new("chúng", 900),
        new("thành", 700), new("thanh", 200), new("penalty", 9), new("cứu", 80), new("quốc", 400), new("cuốc", 3), new("gone", 0),
    ]);

    private static readonly SpellingCandidates Candidates = new(Vocabulary.Alike);

    [Theory]
    [InlineData("nghành", "ngành")]
    [InlineData("penatly", "penalty")]
    [InlineData("kíu", "cứu")]              // onset and rhyme at once
    [InlineData("cuốc", "quốc")]
    [InlineData("thanhf", "thành")]
    [InlineData("trưng", "trung")]
    public void First_candidate_is(string typed, string candidate) =>
        Assert.Equal(candidate, Candidates.For(typed, 5)[0].Term);

    [Fact]
    public void Example_of_the_documentation_says_what_comes()
    {
        var vocabulary = new SpellingVocabulary([new("ngành", 120), new("nghênh", 15), new("nghành", 1)]);
        var candidates = new SpellingCandidates(vocabulary.Alike);
        Assert.Equal(["ngành", "nghênh"], candidates.For("nghành", 5).Select(candidate => candidate.Term));
    }

    [Fact]
    public void Candidates_are_attested_and_not_the_word_itself_and_in_the_order_of_their_scores() =>
        Gen.String[Gen.Char["tchrungàưsốfne"], 0, 30].Sample(typed =>
        {
            IReadOnlyList<SpellingCandidate> found = Candidates.For(typed, 4);
            Assert.InRange(found.Count, 0, 4);
            Assert.Equal(found.OrderByDescending(candidate => candidate.Score), found);
            Assert.All(found, candidate =>
            {
                Assert.NotEqual(typed, candidate.Term);
                Assert.Equal(candidate.Cost, SpellingDistance.Between(typed, candidate.Term));
                Assert.Contains(new TermFrequency(candidate.Term, candidate.Frequency), Vocabulary.Alike(DiacriticFolding.Fold(candidate.Term)).ToArray());
            });
        }, iter: 2_000);

    [Fact]
    public void Every_word_finds_its_mistakes_undone()
    {
        Gen.Select(Gen.Int[0, Syllables.Count - 1], Gen.UInt).Sample((i, hash) =>
        {
            string slip = TonePlacement.Canonical(TypingSlip.Apply(Syllables[i], hash));
            Assert.True(slip == Syllables[i] || FoldingNeighbours.Of(slip).Contains(DiacriticFolding.Fold(Syllables[i])), $"{Syllables[i]} typed as {slip}");
        }, iter: 20_000);
    }

    [Fact]
    public void Vocabulary_answers_every_term_by_its_folding()
    {
        var vocabulary = new SpellingVocabulary(Syllables.Select((syllable, i) => new TermFrequency(syllable, i + 1)));
        Assert.Equal(Syllables.Count, vocabulary.Count);
        ILookup<string, string> byFolding = Syllables.ToLookup(syllable => DiacriticFolding.Fold(syllable));
        Assert.All(byFolding, group =>
            Assert.Equal(group.Order(StringComparer.Ordinal), vocabulary.Alike(group.Key).ToArray().Select(term => term.Term).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void Vocabulary_does_not_know_what_does_not_occur()
    {
        Assert.True(Vocabulary.Alike("gone").IsEmpty);
        Assert.True(Vocabulary.Alike("").IsEmpty);
        Assert.True(new SpellingVocabulary([]).Alike("a").IsEmpty);
    }
}
