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
        ("xử", "lý", 600), ("lịch", "sử", 700), ("nước", "thải", 120), ("lý", "nước", 40), ("triển", "lãm", 80), ("chiến", "tranh", 400), ("lãm", "tranh", 20),
    }.ToDictionary(each => (each.First, each.Second), each => each.Frequency);

    private static readonly QuerySpelling Spelling = new(
        new SpellingCandidates(new SpellingVocabulary(Terms.Select(term => new TermFrequency(term.Key, term.Value))).Alike),
        new PairModel(term => Terms.GetValueOrDefault(term), (first, second) => Pairs.GetValueOrDefault((first, second)), Terms.Values.Sum()));

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
    public void Gain_is_the_difference_of_the_two_readings_less_the_cost()
    {
        var model = new PairModel(term => Terms.GetValueOrDefault(term), (first, second) => Pairs.GetValueOrDefault((first, second)), Terms.Values.Sum());
        double expected = model.LogProbability("xử") + model.LogProbability("xử", "lý") - model.LogProbability("sử") - model.LogProbability("sử", "lý")
            - (Spelling.CostWeight * SpellingDistance.Between("sử", "xử")) - Spelling.MistakeWeight;
        Assert.Equal(expected, Spelling.BestOther(Query("sử lý"))!.Gain, 9);
    }

    [Fact]
    public void Probabilities_of_all_words_after_one_add_up_to_almost_1()
    {
        var model = new PairModel(term => Terms.GetValueOrDefault(term), (first, second) => Pairs.GetValueOrDefault((first, second)), Terms.Values.Sum());
        Assert.InRange(Terms.Keys.Sum(term => Math.Exp(model.LogProbability(term))), 0.99, 1.01);
        Assert.True(model.LogProbability("xử", "lý") > model.LogProbability("lịch", "lý"));
        Assert.True(model.LogProbability("chưa từng có") < model.LogProbability("sam"));
    }

    private static QueryWord[] Query(string text) => [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(term => new QueryWord(term, IsFixed: false))];
}
