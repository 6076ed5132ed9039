using Search.Vietnamese.Spelling;

namespace Search.Vietnamese.Tests.Spelling;

public sealed class QuerySpellingTests
{
    private static readonly Dictionary<string, long> Terms = new (string Term, long Frequency)[]
    {
        ("xử", 900), ("sử", 1200), ("lý", 1500), ("lịch", 800), ("nước", 4000), ("thải", 300), ("triển", 700), ("lãm", 90), ("chiến", 1800),
        ("lạm", 110), ("tranh", 1000), ("của", 90_000), ("samsung", 50), ("sam", 40),
    }.ToDictionary(each => each.Term, each => each.Frequency);

    private static readonly Dictionary<(string, string), long> Pairs = new (string First, string Second, long Frequency)[]
    {
        ("xử", "lý", 600), ("lịch", "sử", 700), ("nước", "thải", 120), ("lý", "nước", 40), ("triển", "lãm", 80), ("chiến", "tranh", 400), ("lãm", "tranh", 10),
    }.ToDictionary(each => (each.First, each.Second), each => each.Frequency);

    private static readonly PairModel Model = new((first, second) => Pairs.GetValueOrDefault((first, second)), collectionLength: 1_000_000);

    private static readonly QuerySpelling Spelling = new(
        new SpellingCandidates(new SpellingVocabulary(Terms.Select(term => new TermFrequency(term.Key, term.Value))).Alike), Model);

    [Theory]
    [InlineData("sử lý nước thải", "xử lý nước thải")]              // both are words: the pair decides, against the frequency
    [InlineData("chiễn lảm tranh", "triển lãm tranh")]              // two mistakes in one word of two syllables
    [InlineData("lịch xử", "lịch sử")]
    [InlineData("nướcc thải", "nước thải")]
    public void Pairs_decide_what_was_meant(string typed, string meant)
    {
        QueryReading reading = Assert.IsType<QueryReading>(Spelling.BestOther(Query(typed)));
        Assert.Equal(meant, string.Join(' ', reading.Terms));
        Assert.Equal(Enumerable.Range(0, reading.Terms.Count).Where(i => reading.Terms[i] != typed.Split(' ')[i]), reading.Changed);
        Assert.True(reading.Gain > 0);
    }

    [Theory]
    [InlineData("xử lý nước thải")]
    [InlineData("lịch sử")]
    [InlineData("chiến tranh")]
    [InlineData("")]
    public void Right_query_has_no_other_reading(string typed) =>
        Assert.Null(Spelling.BestOther(Query(typed)));

    [Fact]
    public void Fixed_word_stays_and_its_neighbours_follow_it()
    {
        Assert.Null(Spelling.BestOther([new("sử", IsFixed: true), new("lý", IsFixed: true)]));
        Assert.Equal(["xử", "lý"], Spelling.BestOther([new("sử", IsFixed: false), new("lý", IsFixed: true)])!.Terms);
        Assert.Null(Spelling.BestOther([new("samsun", IsFixed: true)]));
        Assert.Equal(["samsung"], Spelling.BestOther([new("samsun", IsFixed: false)])!.Terms);
    }

    [Fact]
    public void Other_spelling_of_i_and_y_is_no_mistake() => Assert.Null(Spelling.BestOther(Query("lí")));

    [Fact]
    public void Gain_is_the_difference_of_the_two_readings_less_the_mistake()
    {
        double expected = Model.LogProbability(Of("xử")) + Model.LogProbability(Of("xử"), Of("lý")) - Model.LogProbability(Of("sử")) - Model.LogProbability(Of("sử"), Of("lý"))
            - (Spelling.CostWeight * SpellingDistance.Between("sử", "xử")) - Spelling.MistakeWeight;
        Assert.Equal(expected, Spelling.BestOther(Query("sử lý"))!.Gain, 9);
    }

    [Fact]
    public void Example_of_the_documentation_says_what_comes()
    {
        var vocabulary = new SpellingVocabulary([new("xử", 900), new("sử", 1200), new("lý", 1500), new("lịch", 800)]);
        var model = new PairModel((first, second) => (first, second) switch { ("xử", "lý") => 600, ("lịch", "sử") => 700, _ => 0 }, collectionLength: 1_000_000);
        var spelling = new QuerySpelling(new SpellingCandidates(vocabulary.Alike), model);
        Assert.Equal(["xử", "lý"], spelling.BestOther([new("sử", IsFixed: false), new("lý", IsFixed: false)])!.Terms);
        Assert.Null(spelling.BestOther([new("lịch", IsFixed: false), new("sử", IsFixed: false)]));
    }

    [Fact]
    public void Probabilities_of_all_words_add_up_to_almost_1()
    {
        string[] terms = ["a", "b", "c"];
        var model = new PairModel((first, second) => first == second ? 0 : 500, collectionLength: 3000);
        Assert.Equal(1, terms.Sum(term => Math.Exp(model.LogProbability(new TermFrequency(term, 1000)))), 2);
        Assert.Equal(1, terms.Sum(term => Math.Exp(model.LogProbability(new("a", 1000), new(term, 1000)))), 2);
    }

    [Fact]
    public void Pair_is_likelier_than_its_words_and_a_term_that_does_not_occur_is_possible()
    {
        Assert.True(Model.LogProbability(Of("xử"), Of("lý")) > Model.LogProbability(Of("lịch"), Of("lý")));
        Assert.InRange(Model.LogProbability(Of("gone")), -100, Model.LogProbability(Of("sam")));
    }

    private static TermFrequency Of(string term) => new(term, Terms.GetValueOrDefault(term));

    private static QueryWord[] Query(string text) => [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(term => new QueryWord(term, IsFixed: false))];
}
