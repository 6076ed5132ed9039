using Search.Articles;
using Search.Engine.Indexing;
using Search.Engine.Ranking;
using Search.Engine.Searching;

namespace Search.Engine.Tests.Searching;

public sealed class CursorTests : IndexTests
{
    private readonly SteppedTime _time = new();

    protected override SearchEngine Open() =>
        SearchEngine.Open(new() { Path = Folder, Time = _time, CursorLifetime = TimeSpan.FromMinutes(5), MostCursorViews = 3 });

    protected override async Task FillAsync()
    {
        var random = new Random(2);
        for (int batch = 0; batch < 3; batch++)
        {
            await Engine.WriteAsync([.. Enumerable.Range(0, 40).Select(i => new ArticleWrite.Put(Make($"{batch}-{i}", random)))]);
        }
    }

    [Theory]
    [InlineData(HitOrder.Relevance, false)]
    [InlineData(HitOrder.Newest, false)]
    [InlineData(HitOrder.Oldest, false)]
    [InlineData(HitOrder.Relevance, true)]
    public async Task Pages_by_cursor_are_the_pages_of_the_first_state_while_articles_come_and_go(HitOrder order, bool collapse)
    {
        var request = new SearchRequest { Query = "lúa gạo", Match = MatchRule.Any, Order = order, Collapse = collapse, Page = new(0, 7), WantsNext = true };
        SearchPage whole = await Engine.SearchAsync(request with { Page = new(0, 200) });
        var read = new List<(int Rank, string Id)>();
        var random = new Random(4);
        SearchPage page = await Engine.SearchAsync(request);
        while (true)
        {
            read.AddRange(page.Hits.Select(hit => (hit.Rank, hit.Article.Id)));
            Assert.Equal((whole.Total, whole.Generation), (page.Total, page.Generation));
            if (page.Next is null)
            {
                break;
            }

            await Engine.PutAsync(Make($"new-{read.Count}", random));
            await Engine.DeleteAsync(whole.Hits[^1].Article.Id);
            page = await Engine.SearchAsync(request with { Cursor = page.Next });
        }

        Assert.True(read.Count > 20);
        Assert.Equal(whole.Hits.Select(hit => (hit.Rank, hit.Article.Id)), read);
    }

    [Fact]
    public async Task A_cursor_goes_on_behind_an_offset()
    {
        var request = new SearchRequest { Page = new(5, 4), WantsNext = true };
        SearchPage page = await Engine.SearchAsync(request);

        SearchPage next = await Engine.SearchAsync(request with { Cursor = page.Next });

        Assert.Equal([10, 11, 12, 13], next.Hits.Select(hit => hit.Rank));
        Assert.Equal((await Engine.SearchAsync(request with { Page = new(9, 4) })).Hits.Select(hit => hit.Article.Id), next.Hits.Select(hit => hit.Article.Id));
    }

    [Fact]
    public async Task A_cursor_lives_for_its_time_after_its_last_use()
    {
        var request = new SearchRequest { WantsNext = true };
        string? cursor = (await Engine.SearchAsync(request)).Next;
        await Engine.DeleteAsync("0-0");

        for (int i = 0; i < 3; i++)
        {
            _time.Advance(TimeSpan.FromMinutes(4));
            await Engine.SearchAsync(request with { Cursor = cursor });
        }

        _time.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal(CursorFault.Expired, await FaultAsync(request with { Cursor = cursor }));
    }

    [Fact]
    public async Task A_cursor_that_is_followed_outlives_many_that_are_not()
    {
        var request = new SearchRequest { WantsNext = true };
        SearchPage page = await Engine.SearchAsync(request);
        await Engine.DeleteAsync("0-0");
        page = await Engine.SearchAsync(request with { Cursor = page.Next });
        string? offered = (await Engine.SearchAsync(request)).Next;
        for (int i = 1; i < 10; i++)
        {
            await Engine.DeleteAsync($"0-{i}");
            await Engine.SearchAsync(request);
        }

        Assert.Equal(11, (await Engine.SearchAsync(request with { Cursor = page.Next })).Hits[0].Rank - 10);
        Assert.Equal(CursorFault.Expired, await FaultAsync(request with { Cursor = offered }));
    }

    [Fact]
    public async Task A_cursor_serves_the_request_that_it_is_of()
    {
        var request = new SearchRequest { Query = "lúa", WantsNext = true };
        string? cursor = (await Engine.SearchAsync(request)).Next;

        Assert.NotEmpty((await Engine.SearchAsync(request with { Cursor = cursor, Page = new(0, 3), Highlight = false })).Hits);
        Assert.Equal(CursorFault.OfAnotherRequest, await FaultAsync(request with { Cursor = cursor, Query = "gạo" }));
        Assert.Equal(CursorFault.OfAnotherRequest, await FaultAsync(request with { Cursor = cursor, Order = HitOrder.Oldest }));
        Assert.Equal(CursorFault.OfAnotherRequest, await FaultAsync(request with { Cursor = cursor, Filter = new() { Sources = ["Báo"] } }));
    }

    [Fact]
    public async Task A_search_whose_time_is_over_answers_with_what_it_has_found()
    {
        SearchPage whole = await Engine.SearchAsync(new() { TimeBudget = TimeSpan.FromMinutes(1), WantsNext = true });
        SearchPage partial = await Engine.SearchAsync(new() { TimeBudget = TimeSpan.Zero, WantsNext = true });
        SearchPage collapsed = await Engine.SearchAsync(new() { TimeBudget = TimeSpan.Zero, Collapse = true, Page = new(0, 100) });

        Assert.Equal((120, false), (whole.Total, whole.IsPartial));
        Assert.True(partial.IsPartial);
        Assert.InRange(partial.Total, 10, 119);   // a segment, of which there are several
        Assert.Equal((10, null), (partial.Hits.Count, partial.Next));
        Assert.True(collapsed.IsPartial);
    }

    [Theory]
    [InlineData("")]
    [InlineData("AAAA")]
    [InlineData("không")]
    [InlineData("!")]
    public async Task What_is_no_cursor_is_malformed(string cursor) => Assert.Equal(CursorFault.Malformed, await FaultAsync(new() { Cursor = cursor }));

    [Fact]
    public async Task A_forged_place_is_malformed()
    {
        var request = new SearchRequest();
        string cursor = new SearchCursor(Engine.Generation, 10, new(int.MaxValue, 1)).ToText(request);

        Assert.Equal(CursorFault.Malformed, await FaultAsync(request with { Cursor = cursor }));
    }

    private static Article Make(string id, Random random) => new()
    {
        Id = id,
        Title = string.Join(' ', Enumerable.Range(0, 1 + random.Next(4)).Select(_ => random.Next(3) switch { 0 => "lúa", 1 => "gạo", _ => "chợ" })),
        Date = ArticleDate.TryParse($"2024-01-{1 + random.Next(9):00}", out ArticleDate date) && random.Next(5) > 0 ? date : null,
    };

    private async Task<CursorFault> FaultAsync(SearchRequest request) =>
        (await Assert.ThrowsAsync<CursorException>(async () => await Engine.SearchAsync(request))).Fault;

    /// <summary>A clock that a test advances.</summary>
    private sealed class SteppedTime : TimeProvider
    {
        private TimeSpan _passed;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public void Advance(TimeSpan time) => _passed += time;

        public override long GetTimestamp() => _passed.Ticks;
    }
}
