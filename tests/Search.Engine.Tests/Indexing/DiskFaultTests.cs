using System.Collections.Concurrent;
using Lucene.Net.Store;
using Search.Articles;
using Search.Engine.Checking;
using Search.Engine.Indexing;
using Search.Engine.Searching;

namespace Search.Engine.Tests.Indexing;

/// <summary>A run of writes, deletions, merges and a reindexing over a disk that fails once, at each of its operations in turn.</summary>
public sealed class DiskFaultTests
{
    private const int NoSpace = 28;

    [Theory]
    [InlineData(Fault.NoSpace)]
    [InlineData(Fault.NoMemory)]
    [InlineData(Fault.LostWrite)]
    public async Task What_was_answered_is_there_and_writing_goes_on(Fault fault)
    {
        int failures = 0;
        for (int operation = 1; ; operation += 1 + (operation / 6))
        {
            var disk = new Disk { Fault = fault, FailAt = operation };
            (Dictionary<string, string?> answered, Dictionary<string, HashSet<string?>> possible) = await RunAsync(disk);
            bool hasFailed = disk.HasFailed;
            failures += hasFailed ? 1 : 0;
            disk.FailAt = 0;

            await using (SearchEngine engine = Open(disk))
            {
                Assert.False(engine.IsReadOnly);
                foreach ((string id, HashSet<string?> titles) in possible)
                {
                    string? title = (await engine.FindAsync(id))?.Title;
                    Assert.True(titles.Contains(title), $"{id} is {title ?? "gone"}, was last answered as {answered.GetValueOrDefault(id) ?? "gone"}; operation {operation}");
                }

                Assert.Equal(possible.Count(id => engine.FindAsync(id.Key).AsTask().Result is not null), (await engine.GetStatusAsync()).Documents);
            }

            IndexCheckReport report = IndexCheck.Run(Options(disk), progress: null, default);
            Assert.True(report.IsClean, $"{string.Join(' ', report.Damage)} Operation {operation}.");
            if (!hasFailed)
            {
                break;
            }
        }

        Assert.True(failures > 20);
    }

    [Fact]
    public async Task A_failed_flush_is_not_believed_the_second_time()
    {
        string folder = System.IO.Directory.CreateTempSubdirectory("search-engine-tests-").FullName;
        using (var directory = new IndexDirectory(folder))
        {
            directory.CreateOutput("a", IOContext.DEFAULT).Dispose();
            File.Delete(Path.Combine(folder, "a"));
            System.IO.Directory.CreateDirectory(Path.Combine(folder, "a"));
            Assert.ThrowsAny<Exception>(() => directory.Sync(["a"]));
            System.IO.Directory.Delete(Path.Combine(folder, "a"));
            Assert.ThrowsAny<IOException>(() => directory.Sync(["a"]));
            directory.CreateOutput("a", IOContext.DEFAULT).Dispose();
            directory.Sync(["a"]);
        }

        System.IO.Directory.Delete(folder, recursive: true);
        await Task.CompletedTask;
    }

    /// <returns>What was last answered for each article, and what each may be: that, or any of what was tried after it without an answer.</returns>
    private static async Task<(Dictionary<string, string?> Answered, Dictionary<string, HashSet<string?>> Possible)> RunAsync(Disk disk)
    {
        var answered = new Dictionary<string, string?>();
        var possible = new Dictionary<string, HashSet<string?>>();
        SearchEngine? engine = null;
        try
        {
            engine = Open(disk);
        }
        catch (Exception failure) when (failure is IndexException or OutOfMemoryException)
        {
            return (answered, possible);
        }

        await using (engine)
        {
            for (int step = 0; step < 24; step++)
            {
                string id = $"a{step % 7}";
                string? title = step % 5 == 4 ? null : $"bản {step}";
                HashSet<string?> each = possible.TryGetValue(id, out HashSet<string?>? known) ? known : possible[id] = [null];
                each.Add(title);
                try
                {
                    await (title is null ? engine.DeleteAsync(id) : engine.PutAsync(new Article { Id = id, Title = title }));
                    answered[id] = title;
                    possible[id] = [title];
                }
                catch (IndexStorageException)
                {
                    // It may have taken effect, or may do so later.
                }

                if (step is 8 or 20)
                {
                    try
                    {
                        await engine.ReindexAsync();
                    }
                    catch (Exception failure) when (failure is IOException or IndexException or OutOfMemoryException)
                    {
                        // The index stays.
                    }
                }
            }
        }

        return (answered, possible);
    }

    private static SearchEngine Open(Disk disk) => SearchEngine.Open(Options(disk));

    private static ArticleIndexOptions Options(Disk disk) => new() { Path = "kho", OpenDirectory = disk.Open, SuggestsAhead = false, Threads = 1 };

    public enum Fault
    {
        NoSpace,
        NoMemory,
        LostWrite,
    }

    private sealed class Disk
    {
        private readonly ConcurrentDictionary<string, RAMDirectory> _folders = new();
        private int _operations;

        public Fault Fault { get; init; }

        public int FailAt { get; set; }

        public bool HasFailed { get; private set; }

        public FailingDirectory Open(string path) => new(_folders.GetOrAdd(path, static _ => new RAMDirectory()), this);

        public void Count(bool isSync)
        {
            if (Interlocked.Increment(ref _operations) == FailAt)
            {
                HasFailed = true;
                throw Fault switch
                {
                    Fault.NoMemory => new InsufficientMemoryException(),
                    Fault.LostWrite when isSync => new LostWriteException("a", inner: null),
                    _ => new IOException("There is no space left.", NoSpace),
                };
            }
        }
    }

    private sealed class FailingDirectory(Lucene.Net.Store.Directory inner, Disk disk) : FilterDirectory(inner)
    {
        public override IndexOutput CreateOutput(string name, IOContext context)
        {
            disk.Count(isSync: false);
            return base.CreateOutput(name, context);
        }

        public override IndexInput OpenInput(string name, IOContext context)
        {
            disk.Count(isSync: false);
            return base.OpenInput(name, context);
        }

        public override void Sync(ICollection<string> names)
        {
            disk.Count(isSync: true);
            base.Sync(names);
        }

        public override void DeleteFile(string name)
        {
            disk.Count(isSync: false);
            base.DeleteFile(name);
        }

        /// <summary>The folder outlives those who have it open.</summary>
        protected override void Dispose(bool disposing) => base.Dispose(disposing: false);
    }
}
