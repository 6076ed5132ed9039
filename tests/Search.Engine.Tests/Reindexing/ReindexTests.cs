using Lucene.Net.Index;
using Lucene.Net.Store;
using Search.Articles;
using Search.Engine.Checking;
using Search.Engine.Indexing;
using Search.Engine.Ranking;
using Search.Engine.Reindexing;
using Search.Engine.Searching;
using Search.Engine.Watching;

namespace Search.Engine.Tests.Reindexing;

public sealed class ReindexTests : IndexTests
{
    [Fact]
    public async Task All_articles_are_there_afterwards_once_as_they_were_with_the_numbers_of_their_writes()
    {
        await Engine.WriteAsync([.. Enumerable.Range(0, 300).Select(i => Put($"a{i}", $"lúa {i}"))]);
        await Engine.WriteAsync([Put("a1", "gạo"), new ArticleWrite.Delete("a2")]);
        WriteSpan writes = Engine.Writes;
        ArticleChanges changes = await ChangesAsync();
        List<string> before = await TitlesAsync(Engine);

        int articles = await Engine.ReindexAsync();

        Assert.Equal(299, articles);
        Assert.Equal(before, await TitlesAsync(Engine));
        Assert.Equal(writes, Engine.Writes);
        Assert.Equal(changes.Found, (await ChangesAsync()).Found);
        Assert.Equal(WriteStatus.Unchanged, (await Engine.WriteAsync([Put("a1", "gạo")]))[0]);
        Assert.Equal(WriteStatus.Updated, (await Engine.WriteAsync([Put("a1", "mì")]))[0]);
        Assert.True(IndexCheck.Run(Folder).IsClean);
        Assert.False(System.IO.Directory.Exists(Path.Combine(Folder, Reindexer.FolderName)));
    }

    [Fact]
    public async Task Writes_and_searches_go_on_meanwhile_and_nothing_is_lost()
    {
        const int Writers = 3;
        await Engine.WriteAsync([.. Enumerable.Range(0, 2000).Select(i => Put($"a{i}", $"lúa {i}"))]);
        using var done = new CancellationTokenSource();
        var last = new string?[Writers * 40];
        int seed = Random.Shared.Next();
        Task[] writers = [.. Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
        {
            var random = new Random(seed + writer);
            for (int write = 0; !done.IsCancellationRequested; write++)
            {
                int id = (40 * writer) + random.Next(40);
                last[id] = random.Next(4) == 0 ? null : $"gạo {write}";
                await (last[id] is { } title ? Engine.WriteAsync([Put($"a{id}", title)]) : Engine.WriteAsync([new ArticleWrite.Delete($"a{id}")]));
            }
        }))];
        Task searching = Task.Run(async () =>
        {
            while (!done.IsCancellationRequested)
            {
                SearchPage page = await Engine.SearchAsync(new() { Query = "lúa", Match = MatchRule.All, Page = new(0, 100) });
                Assert.InRange(page.Total, 2000 - last.Length, 2000);
                Assert.Equal(page.Hits.Count, page.Hits.DistinctBy(static hit => hit.Article.Id).Count());
            }
        });
        for (int i = 0; i < 3; i++)
        {
            await Engine.ReindexAsync();
        }

        await done.CancelAsync();
        await Task.WhenAll([.. writers, searching]);
        for (int id = 0; id < last.Length; id++)
        {
            string? title = (await Engine.FindAsync($"a{id}"))?.Title;
            Assert.True(title == last[id] || title == $"lúa {id}", $"a{id} is {title}, was written as {last[id]}, seed {seed}");
        }

        Assert.True(IndexCheck.Run(Folder).IsClean);
    }

    [Fact]
    public async Task One_that_was_stopped_goes_on_where_it_was()
    {
        await Engine.WriteAsync([.. Enumerable.Range(0, 50).Select(i => Put($"a{i}", $"lúa {i}"))]);
        using (var stop = new CancellationTokenSource())
        {
            var stopping = new Reports(progress => stop.Cancel());
            await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            {
                await Engine.ReindexAsync(stopping, stop.Token);
                stop.Token.ThrowIfCancellationRequested();
            });
        }

        await Engine.WriteAsync([Put("a1", "gạo"), new ArticleWrite.Delete("a2")]);
        await Engine.DisposeAsync();
        Engine = Open();

        Assert.Equal(49, await Engine.ReindexAsync());
        Assert.Equal("gạo", (await Engine.FindAsync("a1"))!.Title);
        Assert.Null(await Engine.FindAsync("a2"));
    }

    [Fact]
    public async Task An_index_of_another_version_is_made_anew_offline()
    {
        await Engine.WriteAsync([Put("a", "lúa"), Put("b", "gạo"), new ArticleWrite.Put(ArticleJson.Read("""{"title":"mì"}"""u8.ToArray(), "c").Article!)]);
        WriteSpan writes = Engine.Writes;
        await Engine.DisposeAsync();
        Stamp("schema", "5");
        IndexVersionException refusal = Assert.Throws<IndexVersionException>(Open);
        Assert.Contains("search reindex", refusal.Message, StringComparison.Ordinal);
        Assert.True(IndexCheck.Run(Folder).IsClean);

        IndexRebuildReport report = IndexRebuild.Run(Folder);

        Assert.Equal((3, 0), (report.Articles, report.Lost.Count));
        Engine = Open();
        Assert.Equal(["gạo", "lúa", "mì"], await TitlesAsync(Engine));
        Assert.Equal(writes, Engine.Writes);
    }

    [Fact]
    public async Task What_cannot_be_read_is_named_and_left_out_only_if_that_is_accepted()
    {
        await Engine.WriteAsync([Put("a", "lúa"), Put("b", "gạo")]);
        await Engine.WriteAsync([Put("c", "mì")]);
        await Engine.DisposeAsync();
        string file = Path.Combine(Folder, "_0.fdt");
        byte[] bytes = File.ReadAllBytes(file);
        bytes[bytes.AsSpan().IndexOf("lúa"u8)] = (byte)'k';
        File.WriteAllBytes(file, bytes);

        Assert.Contains("article a ", Assert.Throws<IndexDamagedException>(() => IndexRebuild.Run(Folder)).Message, StringComparison.Ordinal);
        Assert.Equal(2, System.IO.Directory.GetFiles(Folder, "*.fdt").Length);
        IndexRebuildReport report = IndexRebuild.Run(Folder, acceptsLoss: true);

        Assert.Equal((2, 1), (report.Articles, report.Lost.Count));
        Assert.True(IndexCheck.Run(Folder).IsClean);
        Engine = Open();
        Assert.Equal(["gạo", "mì"], await TitlesAsync(Engine));
    }

    [Fact]
    public async Task Damaged_postings_are_made_anew()
    {
        await Engine.WriteAsync([Put("a", "lúa"), Put("b", "gạo")]);
        await Engine.DisposeAsync();
        string file = Path.Combine(Folder, "_0_Lucene41_0.doc");
        byte[] bytes = File.ReadAllBytes(file);
        bytes[^1] ^= 1;
        File.WriteAllBytes(file, bytes);
        Assert.False(IndexCheck.Run(Folder).IsClean);

        IndexRebuild.Run(Folder);

        Assert.True(IndexCheck.Run(Folder).IsClean);
        Engine = Open();
        Assert.Equal(["gạo", "lúa"], await TitlesAsync(Engine));
    }

    private static ArticleWrite.Put Put(string id, string title) => new(new Article { Id = id, Title = title });

    private ValueTask<ArticleChanges> ChangesAsync() => Engine.ChangesAsync(new(), Engine.Writes.Began, withUpdates: true, most: 10_000);

    private static async Task<List<string>> TitlesAsync(SearchEngine engine) =>
        [.. (await engine.SearchAsync(new() { Page = new(0, 1000) })).Hits.Select(static hit => hit.Article.Title).Order(StringComparer.Ordinal)];

    /// <summary>Makes a commit that says another thing of itself.</summary>
    private void Stamp(string key, string value)
    {
        using FSDirectory directory = FSDirectory.Open(Folder);
        using var writer = new IndexWriter(directory, new IndexWriterConfig(Lucene.Net.Util.LuceneVersion.LUCENE_48, null));
        writer.SetCommitData(new Dictionary<string, string>(writer.CommitData) { [key] = value });
        writer.Commit();
    }

    private sealed class Reports(Action<WorkProgress> report) : IProgress<WorkProgress>
    {
        public void Report(WorkProgress value) => report(value);
    }
}
