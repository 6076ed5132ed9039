namespace Search.Benchmarks.Peers;

/// <summary>A search engine under measure, in a process of its own. Disposed when its work is done.</summary>
internal abstract class Peer : IDisposable
{
    /// <summary>Hits that a query wants.</summary>
    protected const int Hits = 10;

    /// <summary>What it can do.</summary>
    public abstract IReadOnlyList<Operation> Operations { get; }

    /// <summary>Indexes articles.</summary>
    /// <returns>The bytes that the index takes on disk.</returns>
    public abstract long Index(IEnumerable<PeerArticle> articles, string folder);

    /// <summary>Opens what <see cref="Index"/> made.</summary>
    /// <param name="folder">Where it is.</param>
    /// <param name="from">The first day that <see cref="Operation.Dated"/> asks for.</param>
    /// <param name="to">The last.</param>
    public abstract void Open(string folder, int from, int to);

    /// <summary>The numbers of the first articles found, best first; for <see cref="Operation.Count"/> how many there are.</summary>
    public abstract IReadOnlyList<int> Answer(Operation operation, PeerQuery query);

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Lets go of the index.</summary>
    protected abstract void Dispose(bool disposing);

    /// <summary>The size of the files of a folder, in bytes.</summary>
    protected static long SizeOf(string folder) => new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(static file => file.Length);
}
