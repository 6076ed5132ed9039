using Search.Engine.Indexing;
using Search.Engine.Searching;
using Search.Server.Limits;

namespace Search.Server.Articles;

/// <summary>Collects writes that share a commit, within bounds of memory.</summary>
internal sealed class WriteBatch(SearchEngine engine, WorkLimits limits)
{
    private const int MostWrites = 1000;

    /// <summary>16 MiB of JSON.</summary>
    private const long MostBytes = 16 * 1024 * 1024;

    private readonly List<ArticleWrite> _writes = [];
    private long _bytes;

    /// <summary>Whether it is time to write.</summary>
    public bool IsFull => _writes.Count >= MostWrites || _bytes >= MostBytes;

    /// <summary>Adds a write.</summary>
    /// <param name="write">The write.</param>
    /// <param name="bytes">Of the article's JSON.</param>
    public void Add(ArticleWrite write, int bytes)
    {
        _writes.Add(write);
        _bytes += bytes;
    }

    /// <summary>Writes what was added since the last time, in one commit.</summary>
    /// <returns>What each write did, in order, when all are durable.</returns>
    public async Task<IReadOnlyList<WriteStatus>> WriteAsync()
    {
        if (_writes.Count == 0)
        {
            return [];
        }

        try
        {
            using IDisposable room = await limits.EnterWriteAsync(_bytes, CancellationToken.None);
            return await engine.WriteAsync(_writes);
        }
        finally
        {
            _writes.Clear();
            _bytes = 0;
        }
    }
}
