using Search.Articles;
using Search.Engine.Exporting;
using Search.Engine.Indexing;
using Search.Engine.Ranking;
using Search.Engine.Searching;

namespace Search.Engine.Tests.Exporting;

public sealed class ArticleExportTests : IAsyncLifetime
{
    private readonly string _path = Directory.CreateTempSubdirectory("search-engine-tests-").FullName;
    private SearchEngine _engine = null!;   // InitializeAsync runs before every test

    public async Task InitializeAsync()
    {
        _engine = SearchEngine.Open(new() { Path = _path });
        await _engine.WriteAsync([.. Enumerable.Range(0, 50).Select(i => new ArticleWrite.Put(new Article { Id = $"a.{i:00}", Title = $"Lúa {i}", Date = DateOf(i) }))]);
    }

    public async Task DisposeAsync()
    {
        await _engine.DisposeAsync();
        Directory.Delete(_path, recursive: true);
    }

    [Theory]
    [InlineData(HitOrder.Newest)]
    [InlineData(HitOrder.Oldest)]
    public async Task An_export_that_breaks_off_goes_on_behind_its_last_article_in_the_same_state(HitOrder order)
    {
        var request = new SearchRequest { Query = "lúa", Match = MatchRule.All, Order = order };
        using ArticleExport first = await _engine.ExportAsync(request);
        List<string> read = [.. first.Read().Take(20).Select(each => each.Article.Id)];
        first.Dispose();
        await _engine.DeleteAsync("a.30");
        await _engine.PutAsync(new Article { Id = "new", Title = "Lúa mới" });

        using ArticleExport second = await _engine.ExportAsync(request with { Cursor = $"{first.Cursor}.{read[^1]}" });
        read.AddRange(second.Read().Select(each => each.Article.Id));

        Assert.Equal((50, 50), (read.Count, read.Distinct().Count()));
        Assert.Equal((first.Total, first.Generation), (second.Total, second.Generation));
    }

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData(".a.01")]
    public async Task A_cursor_of_an_export_is_a_place_and_an_id(string cursor) => Assert.Equal(
        CursorFault.Malformed, (await Assert.ThrowsAsync<CursorException>(async () => await _engine.ExportAsync(new() { Cursor = cursor }))).Fault);

    [Fact]
    public async Task Lines_of_context_show_every_match_with_the_words_around_it()
    {
        await _engine.PutAsync(new Article { Id = "kwic", Title = "Hạt sen", Body = "Một hai ba bốn (hạt\u00A0sen), năm sáu\nbảy tám. Sen hồng và hạt sen." });

        using ArticleExport export = await _engine.ExportAsync(new() { Query = "\"hạt sen\"", Match = MatchRule.All }, context: 2);

        ExportedArticle exported = Assert.Single(export.Read());
        Assert.Equal(
            [("title", "", "Hạt sen", ""), ("body", "ba bốn (", "hạt\u00A0sen", "), năm sáu"), ("body", "hồng và", "hạt sen", ".")],
            exported.Context.Select(line => (line.Field, line.Before, line.Match, line.After)));
        Assert.All(exported.Context.Skip(1), line => Assert.Equal(line.Match, exported.Article.Body[line.Start..line.End]));
    }

    [Fact]
    public async Task Deleting_by_request_counts_first_and_then_deletes()
    {
        var request = new SearchRequest { Filter = new() { To = new DateOnly(2024, 1, 10) } };

        Assert.Equal((20, 0), Read(await _engine.DeleteMatchingAsync(request, isDryRun: true)));
        Assert.Equal(50, (await _engine.GetStatusAsync()).Documents);
        Assert.Equal((20, 20), Read(await _engine.DeleteMatchingAsync(request, isDryRun: false)));
        Assert.Equal((0, 0), Read(await _engine.DeleteMatchingAsync(request, isDryRun: false)));
        Assert.Equal(30, (await _engine.GetStatusAsync()).Documents);

        static (int Matched, int Deleted) Read(Deletion deletion) => (deletion.Matched, deletion.Deleted);
    }

    [Fact]
    public async Task Purging_leaves_nothing_of_deleted_and_replaced_articles_on_disk()
    {
        await _engine.WriteAsync([.. Enumerable.Range(0, 40).Select(i => new ArticleWrite.Put(new Article { Id = $"b{i}", Title = $"Tin {i}", Body = i is 1 or 2 ? $"zqxwx{i}" : "chuyện thường ngày" }))]);
        await _engine.PutAsync(new Article { Id = "b2", Title = "khác" });
        await _engine.DeleteAsync("b1");
        Assert.True(IsOnDisk("zqxwx"));
        string? cursor = (await _engine.SearchAsync(new() { WantsNext = true })).Next;

        Assert.True(await _engine.PurgeAsync() > 0);

        Assert.False(IsOnDisk("zqxwx"));
        Assert.Equal((89, 0), (await _engine.GetStatusAsync() is var status ? status.Documents : 0, status.DeletedDocuments));
        Assert.Equal(CursorFault.Expired, (await Assert.ThrowsAsync<CursorException>(async () => await _engine.SearchAsync(new() { Cursor = cursor }))).Fault);
    }

    private static ArticleDate? DateOf(int i) => ArticleDate.TryParse($"2024-01-{1 + (i % 31):00}", out ArticleDate date) && i < 45 ? date : null;

    private bool IsOnDisk(string ascii) => Directory.EnumerateFiles(_path).Where(file => Path.GetFileName(file) != "write.lock")
        .Any(file => File.ReadAllText(file, System.Text.Encoding.Latin1).Contains(ascii, StringComparison.Ordinal));
}
