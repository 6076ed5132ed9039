using Search.Vietnamese.Words;

namespace Search.Vietnamese.Tests.Words;

public sealed class StopWordsTests
{
    [Theory]
    [InlineData("của", 0.2)]
    [InlineData("không", 0.2)]
    [InlineData("nào", 0.2)]
    [InlineData("công", 1.0)]
    [InlineData("Của", 1.0)]   // not canonical
    [InlineData("", 1.0)]
    public void A_stop_word_weighs_less_than_any_other_syllable(string syllable, double weight)
    {
        Assert.Equal(weight, StopWords.WeightOf(syllable));
        Assert.Equal(weight < 1, StopWords.Contains(syllable));
    }

    [Fact]
    public void Question_words_are_those_that_an_answer_need_not_contain()
    {
        string[] questions = ["gì", "ai", "đâu", "sao", "nào", "bao", "nhiêu"];
        Assert.All(questions, question => Assert.True(StopWords.IsQuestion(question) && StopWords.Contains(question)));
        Assert.False(StopWords.IsQuestion("của"));
        Assert.False(StopWords.IsQuestion("công"));
    }
}
