using Lucene.Net.Store;
using Search.Engine.Indexing;
using Search.Engine.Searching;

namespace Search.Engine.Tests.Indexing;

public sealed class UnwritableFolderTests : IndexTests
{
    [Theory]
    [InlineData(30, StorageFault.ReadOnly)]
    [InlineData(24, StorageFault.NoHandles)]
    [InlineData(28, StorageFault.DiskFull)]
    public async Task An_index_that_cannot_be_opened_for_writing_says_why_and_can_be_read(int error, StorageFault fault)
    {
        await Engine.DeleteAsync("a");
        await Engine.DisposeAsync();
        ArticleIndexOptions options = new() { Path = Folder, OpenDirectory = path => new UnwritableDirectory(new IndexDirectory(path), error) };

        IndexStorageException refusal = Assert.Throws<IndexStorageException>(() => SearchEngine.Open(options));

        Assert.Equal(fault, refusal.Fault);
        Engine = SearchEngine.Open(new() { Path = Folder, ReadOnly = true, OpenDirectory = options.OpenDirectory });
        Assert.Empty((await Engine.SearchAsync(new())).Hits);
    }

    private sealed class UnwritableDirectory(Lucene.Net.Store.Directory inner, int error) : FilterDirectory(inner)
    {
        public override Lucene.Net.Store.Lock MakeLock(string name) => new RefusedLock(error);

        public override IndexOutput CreateOutput(string name, IOContext context) => throw new IOException("The system refuses.", error);
    }

    private sealed class RefusedLock(int error) : Lucene.Net.Store.Lock
    {
        public override bool Obtain() => throw new IOException("The system refuses.", error);

        public override bool IsLocked() => false;

        protected override void Dispose(bool disposing)
        {
        }
    }
}
