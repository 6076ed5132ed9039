using System.Collections.Concurrent;
using Search.Articles;
using Search.Engine.Indexing;
using Search.Engine.Querying;
using Search.Engine.Ranking;
using Search.Engine.Searching;
using Search.Engine.Watching;

namespace Search.Engine.Tests.Watching;

public sealed class ArticleChangesTests : IndexTests
{
    private static readonly SearchRequest Storm = new() { Query = "bão", Match = MatchRule.All };


    [Fact]
    public async Task What_was_written_behind_a_place_and_is_listed_is_found_in_order()
    {
        await Engine.PutAsync(Make("cu", "Bão cũ"));
        long place = Engine.Writes.Last;
        await Engine.PutAsync(Make("b", "Bão số 2"));
        await Engine.PutAsync(Make("nang", "Trời nắng"));
        await Engine.PutAsync(Make("a", "Bão số 1"));
        await Engine.PutAsync(Make("cu", "Bão cũ, thêm"));

        ArticleChanges created = await Engine.ChangesAsync(Storm, place, withUpdates: false, most: 10);
        ArticleChanges all = await Engine.ChangesAsync(Storm, place, withUpdates: true, most: 10);

        Assert.Equal([("b", true), ("a", true)], created.Found.Select(static change => (change.Id, change.IsNew)));
        Assert.Equal([("b", true), ("a", true), ("cu", false)], all.Found.Select(static change => (change.Id, change.IsNew)));
        Assert.Equal(Engine.Writes.Last, all.Position);
        Assert.Empty((await Engine.ChangesAsync(Storm, all.Position, withUpdates: true, most: 10)).Found);
    }

    [Fact]
    public async Task An_article_is_new_until_the_place_is_behind_its_making_however_often_it_changed()
    {
        long place = Engine.Writes.Last;
        await Engine.PutAsync(Make("a", "Bão"));
        ArticleChange made = Assert.Single((await Engine.ChangesAsync(Storm, place, withUpdates: false, most: 1)).Found);
        await Engine.PutAsync(Make("a", "Bão lớn"));
        await ReopenAsync();
        await Engine.PutAsync(Make("a", "Bão lớn hơn"));
        await Engine.PutAsync(Make("a", "Bão lớn hơn"));

        Assert.Equal(made, Assert.Single((await Engine.ChangesAsync(Storm, place, withUpdates: false, most: 1)).Found));
        Assert.Equal("Bão lớn hơn", (await Engine.FindAsync(made))?.Title);
        await Engine.DeleteAsync("a");
        Assert.Null(await Engine.FindAsync(made));
        await Engine.PutAsync(Make("a", "Bão trở lại"));
        Assert.Null(await Engine.FindAsync(made));
        Assert.NotEqual(made, Assert.Single((await Engine.ChangesAsync(Storm, place, withUpdates: false, most: 1)).Found));
    }

    [Fact]
    public async Task Numbers_go_on_behind_a_restart_even_if_the_last_article_is_gone()
    {
        await Engine.PutAsync(Make("a", "Bão"));
        await Engine.DeleteAsync("a");
        await Engine.PurgeAsync();
        long place = Engine.Writes.Last;
        await ReopenAsync();
        await Engine.PutAsync(Make("b", "Bão"));

        Assert.Equal(["b"], (await Engine.ChangesAsync(Storm, place, withUpdates: false, most: 10)).Found.Select(static change => change.Id));
    }

    [Theory]
    [InlineData("bão miền Trung", MatchRule.All, QuerySyntax.Simple)]
    [InlineData("bão miền Trung", MatchRule.Any, QuerySyntax.Simple)]
    [InlineData("bão miền Trung", MatchRule.Auto, QuerySyntax.Simple)]
    [InlineData("bao NOT title:nắng", MatchRule.All, QuerySyntax.Advanced)]
    [InlineData("của là", MatchRule.All, QuerySyntax.Simple)]
    [InlineData("", MatchRule.All, QuerySyntax.Simple)]
    public async Task What_is_found_is_what_the_search_lists(string query, MatchRule rule, QuerySyntax syntax)
    {
        string[] words = ["bão", "miền", "Trung", "nắng", "bảo", "của", "là", "Bắc"];
        int seed = Random.Shared.Next();
        var random = new Random(seed);
        for (int batch = 0; batch < 5; batch++)
        {
            await Engine.WriteAsync([.. Enumerable.Range(0, 40).Select(i => new ArticleWrite.Put(Make($"{batch}-{i}", string.Join(' ', random.GetItems(words, 3)))))]);
        }

        var request = new SearchRequest { Query = query, Match = rule, Syntax = syntax, Page = new(0, 1000) };
        IEnumerable<string> listed = (await Engine.SearchAsync(request)).Hits.Select(static hit => hit.Article.Id);
        IEnumerable<string> found = (await Engine.ChangesAsync(request, 0, withUpdates: false, most: 1000)).Found.Select(static change => change.Id);

        Assert.True(listed.Order(StringComparer.Ordinal).SequenceEqual(found.Order(StringComparer.Ordinal)), $"seed {seed}");
    }

    [Fact]
    public async Task A_reader_beside_many_writers_finds_every_making_and_every_last_change_once()
    {
        var found = new ConcurrentQueue<ArticleChange>();
        long position = Engine.Writes.Last;
        var writers = Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(async () =>
        {
            for (int i = 0; i < 60; i++)
            {
                await Engine.PutAsync(Make($"{writer}-{i % 25}", $"Bão {i}"));
            }
        })));
        while (!writers.IsCompleted)
        {
            await TakeAsync();
        }

        await writers;
        while (position < Engine.Writes.Last)
        {
            await TakeAsync();
        }

        string[] ids = [.. Enumerable.Range(0, 8 * 25).Select(static i => $"{i / 25}-{i % 25}")];
        Assert.Equal(ids.Order(StringComparer.Ordinal), found.Where(static change => change.IsNew).Select(static change => change.Id).Order(StringComparer.Ordinal));
        Assert.Equal(found.Count, found.Select(static change => change.Number).Distinct().Count());
        Assert.Equal(found.OrderBy(static change => change.Number), found);

        async Task TakeAsync()
        {
            ArticleChanges changes = await Engine.ChangesAsync(Storm, position, withUpdates: true, most: 7);
            position = changes.Position;
            foreach (ArticleChange change in changes.Found)
            {
                found.Enqueue(change);
            }
        }
    }

    private static Article Make(string id, string title) => new() { Id = id, Title = title };

    private async Task ReopenAsync()
    {
        await Engine.DisposeAsync();
        Engine = SearchEngine.Open(new() { Path = Folder });
    }
}
