using Lucene.Net.Index;
using Lucene.Net.Store;
using Search.Articles;
using Search.Engine.Checking;
using Search.Engine.Indexing;
using Search.Engine.Ranking;
using Search.Engine.Searching;

namespace Search.Engine.Tests.Checking;

public sealed class IndexCheckTests : IndexTests
{
    /// <summary>Two segments, the first with a deleted article.</summary>
    protected override async Task FillAsync()
    {
        await Engine.WriteAsync([.. Enumerable.Range(0, 30).Select(static i => Put($"a{i:00}", "Giá lúa, giá gạo"))]);
        await Engine.WriteAsync([.. Enumerable.Range(0, 20).Select(static i => Put($"b{i:00}", "Thông tin đối ngoại công đoàn"))]);
        await Engine.DeleteAsync("a07");
    }

    [Fact]
    public void A_whole_index_is_clean_also_beside_its_writer()
    {
        IndexCheckReport report = IndexCheck.Run(Folder);

        Assert.True(report.IsClean);
        Assert.Equal((49, 49, Engine.Generation), (report.Articles, report.Sampled, report.Generation));
        Assert.Equal(Files().Sum(static file => new FileInfo(file).Length), report.SizeBytes);
    }

    [Fact]
    public async Task One_bit_anywhere_in_any_file_is_found()
    {
        await Engine.DisposeAsync();
        int seed = Random.Shared.Next();
        var random = new Random(seed);
        int flipped = 0;
        foreach (string file in Files())
        {
            byte[] bytes = File.ReadAllBytes(file);
            for (int i = 0; i < 6; i++)
            {
                byte[] damaged = [.. bytes];
                damaged[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
                File.WriteAllBytes(file, damaged);
                Assert.False(IndexCheck.Run(Folder).IsClean, $"{file}, seed {seed}");
                flipped++;
            }

            File.WriteAllBytes(file, bytes);
        }

        Assert.True(flipped > 100 && IndexCheck.Run(Folder).IsClean);
        Engine = Open();
    }

    [Fact]
    public async Task A_damaged_segment_is_named_with_its_articles_and_the_others_are_served()
    {
        await Engine.DisposeAsync();
        string[] damaged = [.. Files().Where(static file => Path.GetFileName(file).StartsWith("_0", StringComparison.Ordinal))];
        foreach (string file in damaged)
        {
            byte[] bytes = File.ReadAllBytes(file);
            File.WriteAllBytes(file, bytes[..(bytes.Length / 2)]);

            await using (SearchEngine engine = Open())
            {
                IndexDamage damage = Assert.Single(engine.Damage);
                Assert.Equal(("_0", file.EndsWith(".si", StringComparison.Ordinal) ? 0 : 29), (damage.Part, damage.Articles));
                Assert.True(engine.IsReadOnly);
                Assert.Equal(20, (await engine.SearchAsync(new() { Query = "đối ngoại", Match = MatchRule.All })).Total);
                Assert.NotNull(await engine.FindAsync("b03"));
                await Assert.ThrowsAsync<IndexDamagedException>(async () => await engine.FindAsync("a03"));
                await Assert.ThrowsAsync<IndexDamagedException>(() => engine.DeleteAsync("b03"));
                Assert.Equal(damage.Part, Assert.Single((await engine.GetStatusAsync()).Damage).Part);
            }

            Assert.Contains(IndexCheck.Run(Folder).Damage, static damage => damage.Part == "_0");
            File.WriteAllBytes(file, bytes);
        }

        Assert.True(damaged.Length > 10);
        Engine = Open();
        Assert.False(Engine.IsReadOnly);
    }

    [Fact]
    public async Task The_articles_of_a_damaged_segment_are_named_as_long_as_their_ids_can_be_read()
    {
        await Engine.DisposeAsync();
        string file = Files().Single(static file => file.EndsWith("_0.fdt", StringComparison.Ordinal));
        File.WriteAllBytes(file, File.ReadAllBytes(file)[..100]);
        Engine = Open();

        Assert.Equal([.. Enumerable.Range(0, 30).Where(static i => i != 7).Select(static i => $"a{i:00}")], Assert.Single(Engine.Damage).Ids.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_article_whose_stored_text_has_changed_is_not_shown()
    {
        await Engine.DisposeAsync();
        string file = Files().Single(static file => file.EndsWith("_0.fdt", StringComparison.Ordinal));
        byte[] bytes = File.ReadAllBytes(file);
        int place = bytes.AsSpan().IndexOf("Giá"u8);
        bytes[place] = (byte)'K';
        File.WriteAllBytes(file, bytes);
        Engine = Open();

        int refused = 0;
        foreach (string id in Enumerable.Range(0, 30).Select(static i => $"a{i:00}"))
        {
            try
            {
                Assert.DoesNotContain("Kiá", (await Engine.FindAsync(id))?.Title ?? "", StringComparison.Ordinal);
            }
            catch (IndexDamagedException damage)
            {
                Assert.Contains(id, damage.Message, StringComparison.Ordinal);
                refused++;
            }
        }

        Assert.True(refused > 0);
        Assert.Contains(IndexCheck.Run(Folder).Damage, static damage => damage.Part == "_0");
    }

    [Fact]
    public async Task A_merge_does_not_take_damage_over()
    {
        await Engine.DisposeAsync();
        string file = Files().Single(static file => Path.GetFileName(file) == "_0_Lucene41_0.doc");
        byte[] bytes = File.ReadAllBytes(file);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(file, bytes);
        Engine = Open();

        await Assert.ThrowsAnyAsync<IOException>(() => Engine.PurgeAsync());

        Assert.Contains(IndexCheck.Run(Folder).Damage, static damage => damage.Part == "_0");
    }

    [Fact]
    public async Task A_reader_that_opens_while_files_are_merged_away_finds_no_damage()
    {
        Task writing = Task.Run(async () =>
        {
            for (int i = 0; i < 60; i++)
            {
                await Engine.WriteAsync([Put($"c{i}", "mì")]);
            }
        });
        while (!writing.IsCompleted)
        {
            await using SearchEngine reader = SearchEngine.Open(new() { Path = Folder, ReadOnly = true, SuggestsAhead = false });
            Assert.Empty(reader.Damage);
        }

        await writing;
    }

    [Fact]
    public void Terms_that_an_article_does_not_have_are_damage()
    {
        var sample = new TermSample();
        using var directory = new RAMDirectory();
        using ArticleIndexer indexer = ArticleIndexer.Open(directory, new() { Path = "" }, isNew: true, out IndexViews views);
        indexer.Apply(Put("a", "lúa gạo"));
        indexer.Commit();
        using IndexView view = views.Acquire();
        AtomicReader segment = view.Reader.Leaves[0].AtomicReader;

        sample.Check(segment, 0, new Article { Id = "a", Title = "lúa gạo" });
        Assert.Throws<CorruptIndexException>(() => sample.Check(segment, 0, new Article { Id = "a", Title = "lúa gạo lúa" }));
        Assert.Throws<CorruptIndexException>(() => sample.Check(segment, 0, new Article { Id = "a", Title = "lúa mì" }));
        views.Dispose();
    }

    private static ArticleWrite.Put Put(string id, string title) => new(new Article { Id = id, Title = title, Body = string.Join(' ', Enumerable.Range(0, 50).Select(i => $"{title} số {i}.")) });

    private IEnumerable<string> Files() => System.IO.Directory.GetFiles(Folder).Where(static file => new FileInfo(file).Length > 0);
}
