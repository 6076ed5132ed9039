using Search.Articles;
using Search.Engine.Indexing;
using Search.Engine.Ranking;
using Search.Engine.Searching;

namespace Search.Engine.Tests.Similarity;

public sealed class CollapseTests : IndexTests
{
    private static readonly string Storm = Text(1, 120);
    private static readonly string Match = Text(2, 120);


    protected override async Task FillAsync()
    {
        await PutAsync(Make("storm-a", "Bão vào bờ", Storm, "2026-01-03"));
        await PutAsync(
            Make("storm-b", "Bão đổ bộ vào đất liền", Storm + " Theo thông tấn.", "2026-01-01"), Make("match-a", "Trận bóng và cơn bão", Match, "2026-01-02"),
            Make("other", "Chuyện bão khác", Text(3, 120), "2026-01-02"));
        await PutAsync(Make("storm-c", "Bão tới", Storm, date: null), Make("match-b", "Trận bóng", Match));
    }

    [Fact]
    public async Task Copies_are_one_hit_with_the_others_listed_the_earliest_first()
    {
        SearchPage page = await SearchAsync(new() { Query = "bão", Collapse = true });

        Hit storm = Assert.Single(page.Hits, hit => hit.Article.Id.StartsWith("storm", StringComparison.Ordinal));
        Assert.Equal(2, storm.CopyCount);
        Assert.Equal(
            new[] { "storm-b", "storm-a", "storm-c" }.Where(id => id != storm.Article.Id), storm.Copies.Select(copy => copy.Id));
        Assert.Equal((5, 3), (page.Total, page.Groups));
        Assert.Equal([1, 2, 3], page.Hits.Select(hit => hit.Rank));
    }

    [Fact]
    public async Task A_copy_that_does_not_match_is_not_listed()
    {
        SearchPage page = await SearchAsync(new() { Query = "bão bóng", Match = MatchRule.All, Collapse = true });
        SearchPage dated = await SearchAsync(new() { Query = "bão", Collapse = true, Filter = new() { To = new(2026, 1, 2) } });

        Assert.Empty(Assert.Single(page.Hits).Copies);
        Assert.Equal((1, 1), (page.Total, page.Groups));
        Assert.Equal(["match-a", "other", "storm-b"], dated.Hits.Select(hit => hit.Article.Id).Order());
        Assert.All(dated.Hits, hit => Assert.Empty(hit.Copies));
    }

    [Theory]
    [InlineData(HitOrder.Relevance)]
    [InlineData(HitOrder.Newest)]
    [InlineData(HitOrder.Oldest)]
    public async Task The_hit_is_the_first_of_its_group_in_any_order(HitOrder order)
    {
        List<string> all = [.. (await SearchAsync(new() { Query = "bão", Order = order })).Hits.Select(hit => hit.Article.Id)];
        List<string> collapsed = [.. (await SearchAsync(new() { Query = "bão", Order = order, Collapse = true })).Hits.Select(hit => hit.Article.Id)];

        Assert.Equal(all.DistinctBy(id => id[..5]), collapsed);
    }

    [Fact]
    public async Task Without_collapse_nothing_is_grouped()
    {
        SearchPage page = await SearchAsync(new() { Query = "bão" });

        Assert.Null(page.Groups);
        Assert.Equal(5, page.Hits.Count);
        Assert.All(page.Hits, hit => Assert.Equal(0, hit.CopyCount));
    }

    [Fact]
    public async Task Pages_of_groups_make_up_the_whole_however_many_copies_there_are()
    {
        await PutAsync([.. Enumerable.Range(0, 12).SelectMany(story =>
            Enumerable.Range(0, 1 + CopiesOf(story)).Select(copy => Make($"s{story:00}-{copy:00}", "sóng", Text(100 + story, 80))))]);

        SearchPage whole = await SearchAsync(new() { Query = "sóng", Collapse = true, Page = new(0, 100) });
        List<string> pages = [];
        for (int offset = 0; offset < 12; offset += 3)
        {
            pages.AddRange((await SearchAsync(new() { Query = "sóng", Collapse = true, Page = new(offset, 3) })).Hits.Select(hit => hit.Article.Id));
        }

        Assert.Equal((12, 12), (whole.Hits.Count, whole.Groups));
        Assert.Equal(whole.Hits.Select(hit => hit.Article.Id), pages);
        Assert.All(whole.Hits, hit => Assert.Equal(CopiesOf(int.Parse(hit.Article.Id[1..3])), hit.CopyCount));
        Assert.All(whole.Hits, hit => Assert.Equal(Math.Min(Hit.MostCopies, hit.CopyCount), hit.Copies.Count));
    }

    [Fact]
    public async Task A_deleted_or_changed_article_is_a_copy_no_longer()
    {
        await Engine.DeleteAsync("storm-a");
        await PutAsync(Make("storm-c", "Bão tới", Text(9, 120)));

        SearchPage page = await SearchAsync(new() { Query = "bão", Collapse = true });

        Assert.Equal((4, 4), (page.Total, page.Groups));
        Assert.All(page.Hits, hit => Assert.Empty(hit.Copies));
    }

    [Fact]
    public async Task Groups_survive_a_restart()
    {
        await Engine.DisposeAsync();
        Engine = SearchEngine.Open(new() { Path = Folder });

        Assert.Equal(3, (await SearchAsync(new() { Query = "bão", Collapse = true })).Groups);
    }

    [Fact]
    public async Task Similar_articles_are_on_the_subject_and_neither_the_article_nor_its_copies()
    {
        const string Gold = "Giá vàng miếng sáng nay tăng mạnh ở các tiệm vàng trong phố cổ. Người mua vàng miếng xếp hàng dài từ sớm.";
        await PutAsync(
            Make("gold-a", "Giá vàng miếng tăng mạnh", Gold), Make("gold-b", "Giá vàng miếng tăng mạnh", Gold),
            Make("gold-c", "Vàng miếng hạ nhiệt", "Sau một tuần, giá vàng miếng hạ nhiệt, tiệm vàng vắng khách."),
            Make("rice", "Mùa gặt", "Bà con ra đồng gặt lúa, tiếng máy rộn ràng khắp cánh đồng quê."));

        IReadOnlyList<Hit> similar = (await Engine.SimilarAsync("gold-a", 5))!;

        Assert.Equal(["gold-c"], similar.Select(hit => hit.Article.Id));
        Assert.NotEmpty(similar[0].Snippets);
        Assert.Null(await Engine.SimilarAsync("nowhere", 5));
        Assert.Empty((await Engine.SimilarAsync("rice", 5))!);
    }

    private static int CopiesOf(int story) => 7 * story % 30;

    /// <summary>A text of random words, the same for a seed.</summary>
    private static string Text(int seed, int words)
    {
        var random = new Random(seed);
        return string.Join(' ', Enumerable.Range(0, words).Select(_ => $"chữ{random.Next(100_000)}"));
    }

    private static Article Make(string id, string title, string body, string? date = null) => new()
    {
        Id = id,
        Title = title,
        Body = body,
        Date = ArticleDate.TryParse(date, out ArticleDate parsed) ? parsed : null,
    };

    private Task<IReadOnlyList<WriteStatus>> PutAsync(params Article[] articles) => Engine.WriteAsync([.. articles.Select(article => new ArticleWrite.Put(article))]);

    private async Task<SearchPage> SearchAsync(SearchRequest request) => await Engine.SearchAsync(request);
}
