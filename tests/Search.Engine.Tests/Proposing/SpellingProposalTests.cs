using Search.Articles;
using Search.Engine.Indexing;
using Search.Engine.Querying;
using Search.Engine.Ranking;
using Search.Engine.Searching;

namespace Search.Engine.Tests.Proposing;

public sealed class SpellingProposalTests : IndexTests
{
    private const int Copies = 40;

    private static readonly string[] Titles = ["Hoạt động đối ngoại công đoàn", "Đội bóng quê nhà", "Ngành giáo dục đổi mới", "Kỹ thuật nuôi tôm"];


    protected override async Task FillAsync()
    {
        IEnumerable<Article> articles = Titles.SelectMany((title, i) => Enumerable.Range(0, Copies).Select(copy => new Article { Id = $"{i}-{copy}", Title = title }));
        IEnumerable<Article> others = Enumerable.Range(0, 20).Select(i => new Article { Id = $"n{i}", Body = string.Join(' ', Enumerable.Range(i * 1000, 1000)) });
        await Engine.WriteAsync([.. articles.Concat(others).Select(article => new ArticleWrite.Put(article))]);
    }

    [Theory]
    [InlineData("hoạt động đội ngoại công đoàn", "hoạt động đối ngoại công đoàn")]   // a word of the collection, but not here
    [InlineData("Nghành giáo dục", "Ngành giáo dục")]
    [InlineData("hoat dong doi ngoia cong doan", "hoạt động đối ngoại công đoàn")]
    [InlineData("nghành", "ngành")]
    public async Task What_was_meant_is_proposed(string typed, string meant) => Assert.Equal(meant, (await SearchAsync(typed)).Suggestion);

    [Theory]
    [InlineData("hoạt động đối ngoại")]
    [InlineData("hoat dong doi ngoai")]
    [InlineData("kĩ thuật nuôi tôm")]               // another spelling, no mistake
    [InlineData("công đoàn giáo dục")]              // never side by side, yet nothing is likelier
    [InlineData("\"hoạt động đội ngoại\"")]
    [InlineData("Nghanhx 999999 NQ-BCH")]
    [InlineData("")]
    public async Task Nothing_is_proposed_without_need_and_for_what_is_quoted(string typed) => Assert.Null((await SearchAsync(typed)).Suggestion);

    [Fact]
    public async Task Words_as_typed_stay_as_they_are_where_they_are_exact_or_mistakes_are_not_read()
    {
        Assert.Null((await Engine.SearchAsync(new() { Query = "nghành giáo dục", Marks = MarksMode.Exact })).Suggestion);
        Assert.Null((await Engine.SearchAsync(new() { Query = "nghành giáo dục", ReadsMistakes = false })).Suggestion);
    }

    [Fact]
    public async Task What_was_meant_counts_beside_what_was_typed_and_the_answer_says_so()
    {
        SearchPage page = await SearchAsync("nghành giáo dục");

        Assert.Equal("Ngành giáo dục đổi mới", page.Hits[0].Article.Title);
        Assert.Equal([new QueryReading(QueryReadingKind.Spelling, "ngành", 0, 6, IsReplaced: false)], page.Readings);
        Assert.Equal("nghành giáo dục", page.ReadAs);
        Assert.Equal(Copies, page.Total);
    }

    [Fact]
    public async Task Who_asks_for_all_words_gets_them_as_typed()
    {
        SearchPage page = await Engine.SearchAsync(new() { Query = "nghành giáo dục", Match = MatchRule.All });

        Assert.Equal((0, "ngành giáo dục"), (page.Total, page.Suggestion));
        Assert.Empty(page.Readings);
    }

    private async Task<SearchPage> SearchAsync(string query) => await Engine.SearchAsync(new() { Query = query });
}
