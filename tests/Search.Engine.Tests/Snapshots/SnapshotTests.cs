using Search.Articles;
using Search.Engine.Checking;
using Search.Engine.Indexing;
using Search.Engine.Searching;
using Search.Engine.Snapshots;

namespace Search.Engine.Tests.Snapshots;

public sealed class SnapshotTests : IndexTests
{
    private SnapshotFolder Snapshots => new(Path.Combine(Folder, "snapshots"));

    private string Index => Path.Combine(Folder, "index");

    protected override SearchEngine Open() => SearchEngine.Open(new() { Path = Index });

    [Fact]
    public async Task A_snapshot_is_an_index_of_its_own_with_the_checksums_of_its_files()
    {
        await PutAsync("a", "lúa");
        Snapshot snapshot = await Engine.SnapshotAsync(Snapshots);
        await PutAsync("b", "gạo");

        Assert.Equal((1, null), (snapshot.Documents, snapshot.Problem));
        Assert.Equal(snapshot, Assert.Single(Snapshots.List()));
        await using SearchEngine copy = SearchEngine.Open(new() { Path = snapshot.Path, ReadOnly = true });
        Assert.Equal(["lúa"], await TitlesAsync(copy));
        Assert.True(IndexCheck.Run(snapshot.Path).IsClean);
    }

    [Fact]
    public async Task A_snapshot_of_what_has_one_already_is_that_one()
    {
        await PutAsync("a", "lúa");

        Assert.Equal(await Engine.SnapshotAsync(Snapshots), await Engine.SnapshotAsync(Snapshots));
    }

    [Fact]
    public async Task What_two_snapshots_have_in_common_is_one_file_which_the_index_does_not_share()
    {
        await PutAsync("a", "lúa");
        Snapshot first = await Engine.SnapshotAsync(Snapshots);
        await PutAsync("b", "gạo");
        Snapshot second = await Engine.SnapshotAsync(Snapshots);
        string common = Assert.Single(Directory.GetFiles(first.Path, "*.fdt").Select(Path.GetFileName), name => File.Exists(Path.Combine(second.Path, name!)))!;

        Flip(Path.Combine(first.Path, common), position: 40);

        Assert.Equal(File.ReadAllBytes(Path.Combine(first.Path, common)), File.ReadAllBytes(Path.Combine(second.Path, common)));
        Assert.True(IndexCheck.Run(Index).IsClean);
    }

    [Fact]
    public async Task Restoring_brings_back_the_state_of_the_snapshot_under_a_new_generation()
    {
        await PutAsync("a", "lúa");
        Snapshot snapshot = await Engine.SnapshotAsync(Snapshots);
        await PutAsync("a", "mì");
        await PutAsync("b", "gạo");
        string generation = Engine.Generation;
        await Engine.DisposeAsync();

        SnapshotRestore.Run(Snapshots.Path, Index);

        Engine = Open();
        Assert.Equal(["lúa"], await TitlesAsync(Engine));
        Assert.False(Engine.Generation == generation || Engine.Generation == snapshot.Generation);
        Assert.Equal(WriteStatus.Unchanged, await PutAsync("a", "lúa"));
        Assert.Equal(WriteStatus.Created, await PutAsync("c", "khoai"));
    }

    [Fact]
    public async Task A_folder_that_does_not_exist_or_holds_a_damaged_commit_is_restored_too()
    {
        await PutAsync("a", "lúa");
        await Engine.SnapshotAsync(Snapshots);
        await Engine.DisposeAsync();
        string elsewhere = Path.Combine(Folder, "elsewhere");

        SnapshotRestore.Run(Snapshots.Path, elsewhere);
        Assert.True(IndexCheck.Run(elsewhere).IsClean);

        File.WriteAllText(Directory.GetFiles(Index, "segments_*").Single(), "hỏng");
        Assert.Throws<IndexDamagedException>(Open);
        SnapshotRestore.Run(Snapshots.Path, Index);
        Engine = Open();
        Assert.Equal(["lúa"], await TitlesAsync(Engine));
    }

    [Fact]
    public async Task A_damaged_snapshot_is_not_restored_and_the_index_stays()
    {
        await PutAsync("a", "lúa");
        Snapshot snapshot = await Engine.SnapshotAsync(Snapshots);
        await PutAsync("b", "gạo");
        await Engine.DisposeAsync();
        foreach (string file in Directory.GetFiles(snapshot.Path))
        {
            byte[] bytes = File.ReadAllBytes(file);
            Flip(file, position: bytes.Length / 2);
            SnapshotException refusal = Assert.Throws<SnapshotException>(() => SnapshotRestore.Run(snapshot.Path, Index));
            Assert.Contains("left as it was", refusal.Message, StringComparison.Ordinal);
            File.WriteAllBytes(file, bytes);
        }

        Engine = Open();
        Assert.Equal(["gạo", "lúa"], await TitlesAsync(Engine));
    }

    [Fact]
    public async Task An_index_that_is_open_for_writing_is_not_restored()
    {
        await PutAsync("a", "lúa");
        await Engine.SnapshotAsync(Snapshots);

        Assert.Throws<IndexInUseException>(() => SnapshotRestore.Run(Snapshots.Path, Index));
    }

    [Fact]
    public async Task A_damaged_file_is_not_taken_for_a_good_one()
    {
        await PutAsync("a", "lúa");
        string file = Directory.GetFiles(Index, "*.fdt").Single();
        Flip(file, new FileInfo(file).Length / 2);

        Assert.Contains(Path.GetFileName(file), (await Assert.ThrowsAsync<SnapshotException>(() => Engine.SnapshotAsync(Snapshots))).Message, StringComparison.Ordinal);
        Assert.Empty(Snapshots.List());
    }

    [Fact]
    public async Task Old_snapshots_go_and_the_newest_stays()
    {
        var made = new List<Snapshot>();
        for (int i = 0; i < 5; i++)
        {
            await PutAsync("a", $"lúa {i}");
            made.Insert(0, await Engine.SnapshotAsync(Snapshots));
        }

        Assert.Equal(made, Snapshots.List());
        Assert.Equal([made[4].Name], Snapshots.Retain(keep: 4, age: null, DateTimeOffset.UtcNow));
        Assert.Equal([made[2].Name, made[3].Name], Snapshots.Retain(keep: 2, age: TimeSpan.FromDays(1), DateTimeOffset.UtcNow));
        Assert.Equal([made[1].Name], Snapshots.Retain(keep: 2, age: TimeSpan.FromDays(1), DateTimeOffset.UtcNow.AddDays(2)));
        Assert.Equal([made[0]], Snapshots.List());
    }

    [Fact]
    public async Task Snapshots_taken_while_others_write_hold_whole_commits()
    {
        using var done = new CancellationTokenSource();
        Task writing = Task.Run(async () =>
        {
            for (int i = 0; !done.IsCancellationRequested; i++)
            {
                await Engine.WriteAsync([Put("x", $"{i}"), Put("y", $"{i}"), Put($"z{i % 50}", "lúa")]);
            }
        });
        for (int i = 0; i < 10; i++)
        {
            Snapshot snapshot = await Engine.SnapshotAsync(Snapshots);
            await using SearchEngine copy = SearchEngine.Open(new() { Path = snapshot.Path, ReadOnly = true });
            Assert.Equal((await copy.FindAsync("x"))?.Title, (await copy.FindAsync("y"))?.Title);
            Assert.True(IndexCheck.Run(snapshot.Path).IsClean);
        }

        await done.CancelAsync();
        await writing;
    }

    [Fact]
    public async Task An_index_that_another_process_writes_has_snapshots_too()
    {
        await PutAsync("a", "lúa");
        await using SearchEngine reader = SearchEngine.Open(new() { Path = Index, ReadOnly = true });

        Assert.Equal(1, (await reader.SnapshotAsync(Snapshots)).Documents);
    }

    private static void Flip(string file, long position)
    {
        using FileStream bytes = File.Open(file, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        bytes.Position = position;
        int value = bytes.ReadByte();
        bytes.Position = position;
        bytes.WriteByte((byte)(value ^ 1));
    }

    private static ArticleWrite.Put Put(string id, string title) => new(new Article { Id = id, Title = title });

    private async Task<WriteStatus> PutAsync(string id, string title) => (await Engine.WriteAsync([Put(id, title)]))[0];

    private static async Task<List<string>> TitlesAsync(SearchEngine engine) =>
        [.. (await engine.SearchAsync(new() { Page = new(0, 100) })).Hits.Select(static hit => hit.Article.Title).Order(StringComparer.Ordinal)];
}
