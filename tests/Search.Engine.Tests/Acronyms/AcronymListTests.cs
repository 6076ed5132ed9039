using Search.Articles;
using Search.Engine.Acronyms;
using Search.Engine.Indexing;
using Search.Engine.Searching;

namespace Search.Engine.Tests.Acronyms;

/// <summary>What an operator sees of the words that the engine searches for besides those typed.</summary>
public sealed class AcronymListTests : IndexTests
{
    private string Synonyms => Path.Combine(Folder, "synonyms.txt");

    protected override SearchEngine Open()
    {
        File.WriteAllText(Synonyms, "# ours\n\nsài gòn, thành phố hồ chí minh   # the city\nCúm gia cầm => h5n1\n");
        return SearchEngine.Open(new() { Path = Path.Combine(Folder, "ix"), SynonymsPath = Synonyms });
    }

    protected override async Task FillAsync()
    {
        (string Id, string Body)[] articles =
        [
            ("a", "Đại hội Liên đoàn Lao động (LĐLĐ) tỉnh."), ("b", "Liên đoàn Lao động (LĐLĐ) trao nhà."), ("c", "Sở Giáo dục và Đào tạo (GD&ĐT) họp."), ("d", "Hội đồng (HĐ) chấm thi."),
        ];
        await Engine.WriteAsync([.. articles.Select(static article => new ArticleWrite.Put(new Article { Id = article.Id, Title = "Tin", Body = article.Body }))]);
    }

    [Fact]
    public async Task Acronyms_come_with_their_evidence_those_first_that_most_articles_define()
    {
        AcronymList all = await Engine.AcronymsAsync("", 10);

        Assert.Equal(3, all.Total);
        Assert.Equal(("lđlđ", "liên đoàn lao động", 2, true), (all.Senses[0].Acronym, all.Senses[0].Phrase, all.Senses[0].DocumentCount, all.Senses[0].IsAccepted));
        Assert.False(all.Senses.Single(static sense => sense.Acronym == "hđ").IsAccepted);   // two letters, one article
    }

    [Theory]
    [InlineData("LĐLĐ", "lđlđ")]
    [InlineData("ldld", "lđlđ")]
    [InlineData("lao dong", "lđlđ")]
    [InlineData("GD&ĐT", "gdđt")]
    [InlineData("dao tao", "gdđt")]
    [InlineData("đ", "lđlđ gdđt hđ")]
    [InlineData("không có", "")]
    [InlineData("&", "")]
    public async Task A_filter_is_typed_with_marks_or_without_in_any_case(string filter, string acronyms)
    {
        AcronymList found = await Engine.AcronymsAsync(filter, 10);
        Assert.Equal(acronyms, string.Join(' ', found.Senses.Select(static sense => sense.Acronym)));
        Assert.Equal(found.Senses.Count, found.Total);
    }

    [Fact]
    public async Task The_list_is_limited_and_the_total_is_not()
    {
        AcronymList first = await Engine.AcronymsAsync("", 1);
        Assert.Equal((3, 1), (first.Total, first.Senses.Count));
    }

    [Fact]
    public async Task Rules_of_synonyms_are_shown_as_they_were_written_without_comments() =>
        Assert.Equal(["sài gòn, thành phố hồ chí minh", "Cúm gia cầm => h5n1"], await Engine.SynonymRulesAsync());
}
