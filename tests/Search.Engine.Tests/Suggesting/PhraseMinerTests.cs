using Search.Articles;
using Search.Engine.Articles;
using Search.Engine.Suggesting;

namespace Search.Engine.Tests.Suggesting;

public sealed class PhraseMinerTests
{
    [Fact]
    public void What_an_article_repeats_is_a_phrase_and_what_it_says_once_is_none() =>
        Assert.Equal(["giá gạo"], Mine("", "Hôm qua giá gạo lên, chợ nào cũng đông. Sang tuần giá gạo xuống."));

    [Fact]
    public void A_part_that_never_stands_without_the_rest_is_none() =>
        Assert.Equal(["Công đoàn Việt Nam"], Mine("", "Ngày hội của Công đoàn Việt Nam. Lịch sử Công đoàn Việt Nam rất dài."));

    [Fact]
    public void A_part_that_also_stands_alone_is_one() =>
        Assert.Equal(["Công đoàn", "Công đoàn Việt Nam"], Mine("", "Đó là Công đoàn Việt Nam. Sau Công đoàn Việt Nam, khi Công đoàn họp"));

    [Fact]
    public void No_phrase_crosses_a_comma_or_the_end_of_a_sentence() =>
        Assert.Equal(["gạo", "muối"], Mine("", "Và gạo, muối. Có gạo, muối. Với gạo, muối"));

    [Fact]
    public void A_syllable_that_is_mostly_a_part_of_words_is_none() =>
        Assert.DoesNotContain("công", Mine("", "Người công nhân, nghề công chức, việc công an và cái công."));

    [Fact]
    public void The_spelling_with_fewest_capitals_is_taken() =>
        Assert.Equal(["giá vàng"], Mine("GIÁ VÀNG TĂNG", "Giá vàng lên. Vì sao giá vàng xuống nhanh"));

    [Fact]
    public void A_phrase_of_the_title_is_told_from_others()
    {
        var tokens = new ArticleTokens();
        tokens.Read(new Article { Id = "a", Title = "Mùa lúa nếp", Body = "Trồng lúa nếp ở chân đồi. Ai cũng qua chân đồi." });
        var found = new List<MinedPhrase>();

        new PhraseMiner().Mine(tokens, found.Add);

        Assert.Equal([("lúa nếp", true), ("chân đồi", false)], found.Where(phrase => phrase.Length == 2).Select(phrase => (Text(tokens, phrase), phrase.IsInTitle)));
    }

    [Fact]
    public void A_phrase_has_no_more_words_than_the_longest()
    {
        string sentence = string.Join(' ', Enumerable.Range(0, 12).Select(i => $"chữ{(char)('a' + i)}"));

        Assert.DoesNotContain(Mine("", $"{sentence}. {sentence}."), phrase => phrase.Split(' ').Length > PhraseMiner.LongestPhrase);
    }

    [Fact]
    public void A_miner_that_was_used_finds_what_a_new_one_finds()
    {
        var miner = new PhraseMiner();
        string[] texts = ["Lúa nếp thơm, lúa nếp ngon", "một hai", "", "Giá gạo lên. Giá gạo xuống. " + string.Join(". ", Enumerable.Repeat("Đường dài đi mãi", 500))];

        Assert.All(texts, text => Assert.Equal(Mine("", text), Mine("", text, miner)));
    }

    private static List<string> Mine(string title, string body, PhraseMiner? miner = null)
    {
        var tokens = new ArticleTokens();
        tokens.Read(new Article { Id = "a", Title = title, Body = body });
        var found = new List<string>();
        (miner ?? new PhraseMiner()).Mine(tokens, phrase => found.Add(Text(tokens, phrase)));
        return found;
    }

    private static string Text(ArticleTokens tokens, MinedPhrase phrase) => PhraseTerm.Read(PhraseTerm.Of(tokens, phrase.Start, phrase.Length)).Written;
}
