using Search.Articles;
using Search.Engine.Exporting;
using Search.Engine.Indexing;
using Search.Engine.Ranking;
using Search.Engine.Searching;

namespace Search.Engine.Tests.Exporting;

public sealed class ArticleExportTests : IndexTests
{
    protected override async Task FillAsync()
    {
        await Engine.WriteAsync([.. Enumerable.Range(0, 50).Select(i => new ArticleWrite.Put(new Article { Id = $"a.{i:00}", Title = $"Lúa {i}", Date = DateOf(i) }))]);
    }

    [Theory]
    [InlineData(HitOrder.Newest)]
    [InlineData(HitOrder.Oldest)]
    public async Task An_export_that_breaks_off_goes_on_behind_its_last_article_in_the_same_state(HitOrder order)
    {
        var request = new SearchRequest { Query = "lúa", Match = MatchRule.All, Order = order };
        using ArticleExport first = await Engine.ExportAsync(request);
        List<string> read = [.. first.Read().Take(20).Select(each => each.Article.Id)];
        first.Dispose();
        await Engine.DeleteAsync("a.30");
        await Engine.PutAsync(new Article { Id = "new", Title = "Lúa mới" });

        using ArticleExport second = await Engine.ExportAsync(request with { Cursor = $"{first.Cursor}.{read[^1]}" });
        read.AddRange(second.Read().Select(each => each.Article.Id));

        Assert.Equal((50, 50), (read.Count, read.Distinct().Count()));
        Assert.Equal((first.Total, first.Generation), (second.Total, second.Generation));
    }

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData(".a.01")]
    public async Task A_cursor_of_an_export_is_a_place_and_an_id(string cursor) => Assert.Equal(
        CursorFault.Malformed, (await Assert.ThrowsAsync<CursorException>(async () => await Engine.ExportAsync(new() { Cursor = cursor }))).Fault);

    [Fact]
    public async Task Lines_of_context_show_every_match_with_the_words_around_it()
    {
        await Engine.PutAsync(new Article { Id = "kwic", Title = "Hạt sen", Body = "Một hai ba bốn (hạt\u00A0sen), năm sáu\nbảy tám. Sen hồng và hạt sen." });

        using ArticleExport export = await Engine.ExportAsync(new() { Query = "\"hạt sen\"", Match = MatchRule.All }, context: 2);

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

        Assert.Equal((20, 0), Read(await Engine.DeleteMatchingAsync(request, isDryRun: true)));
        Assert.Equal(50, (await Engine.GetStatusAsync()).Documents);
        Assert.Equal((20, 20), Read(await Engine.DeleteMatchingAsync(request, isDryRun: false)));
        Assert.Equal((0, 0), Read(await Engine.DeleteMatchingAsync(request, isDryRun: false)));
        Assert.Equal(30, (await Engine.GetStatusAsync()).Documents);

        static (int Matched, int Deleted) Read(Deletion deletion) => (deletion.Matched, deletion.Deleted);
    }

    [Fact]
    public async Task Purging_leaves_nothing_of_deleted_and_replaced_articles_on_disk()
    {
        await Engine.WriteAsync([.. Enumerable.Range(0, 40).Select(i => new ArticleWrite.Put(new Article { Id = $"b{i}", Title = $"Tin {i}", Body = i is 1 or 2 ? $"zqxwx{i}" : "chuyện thường ngày" }))]);
        await Engine.PutAsync(new Article { Id = "b2", Title = "khác" });
        await Engine.DeleteAsync("b1");
        Assert.True(IsOnDisk("zqxwx"));
        string? cursor = (await Engine.SearchAsync(new() { WantsNext = true })).Next;

        Assert.True(await Engine.PurgeAsync() > 0);

        Assert.False(IsOnDisk("zqxwx"));
        Assert.Equal((89, 0), (await Engine.GetStatusAsync() is var status ? status.Documents : 0, status.DeletedDocuments));
        Assert.Equal(CursorFault.Expired, (await Assert.ThrowsAsync<CursorException>(async () => await Engine.SearchAsync(new() { Cursor = cursor }))).Fault);
    }

    private static ArticleDate? DateOf(int i) => ArticleDate.TryParse($"2024-01-{1 + (i % 31):00}", out ArticleDate date) && i < 45 ? date : null;

    private bool IsOnDisk(string ascii) => Directory.EnumerateFiles(Folder).Where(file => Path.GetFileName(file) != "write.lock")
        .Any(file => File.ReadAllText(file, System.Text.Encoding.Latin1).Contains(ascii, StringComparison.Ordinal));
}
