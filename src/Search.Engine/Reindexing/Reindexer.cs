using Lucene.Net.Index;
using Search.Engine.Articles;
using Search.Engine.Checking;
using Search.Engine.Indexing;
using Search.Engine.Watching;

namespace Search.Engine.Reindexing;

/// <summary>Makes an index anew, from its stored articles, in a folder within its own. One that was stopped goes on where it was when it last committed.</summary>
/// <remarks>There is no list of what has been done: an article is taken over unless the new index has it with the number of the same write.</remarks>
internal sealed class Reindexer : IDisposable
{
    /// <summary>The name of the folder.</summary>
    public const string FolderName = "reindex";

    /// <summary>Articles between two commits of the new index: what a kill may cost.</summary>
    private const int ArticlesOfCommit = 20_000;

    private const int ArticlesOfBatch = 500;

    private readonly string _path;
    private readonly Lucene.Net.Store.Directory _directory;
    private readonly IndexViews _views;
    private readonly ArticleIndexer _indexer;
    private readonly WriteNumbers _numbers;

    /// <summary>Opens the new index, or begins it.</summary>
    /// <param name="options">How the index is opened from whose articles it is made.</param>
    /// <param name="reindexed">The <see cref="CommitStamp.Reindexed"/> of that index: what has been taken before is begun again.</param>
    /// <param name="writes">The writes of that index; <see langword="null"/> if it has no numbers for them.</param>
    public Reindexer(ArticleIndexOptions options, string reindexed, WriteSpan? writes)
    {
        _path = Path.Combine(options.Path, FolderName);
        _directory = options.OpenDirectory(_path);
        bool goesOn = CanGoOn(reindexed);
        if (!goesOn)
        {
            foreach (string file in Files())
            {
                _directory.DeleteFile(file);
            }
        }

        _numbers = new WriteNumbers(options.Time, writes);
        _indexer = ArticleIndexer.Open(_directory, new() { Path = _path, RamBufferMebibytes = options.RamBufferMebibytes, Time = options.Time }, isNew: !goesOn, out _views);
    }

    /// <summary>Those of the writes that the new index holds: the numbers of articles that had none are among them.</summary>
    public WriteSpan Writes => _numbers.Given;

    /// <summary>Takes over all articles of a state of the index, and removes what it does not have.</summary>
    /// <param name="segments">The segments of the state.</param>
    /// <param name="threads">How many threads analyze.</param>
    /// <param name="damaged">What becomes of a segment that cannot be read to its end.</param>
    /// <param name="progress">Is told how many articles there are, and how many of them are in the new index.</param>
    /// <param name="cancellation">Stops it; what was committed stays.</param>
    public void TakeAll(IReadOnlyList<AtomicReader> segments, int threads, Action<IndexDamagedException> damaged, IProgress<WorkProgress>? progress, CancellationToken cancellation)
    {
        var unseen = new HashSet<string>(TakenIds(), StringComparer.Ordinal);
        long of = segments.Sum(static segment => (long)segment.NumDocs);
        long done = 0;
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation };
        foreach (AtomicReader segment in segments)
        {
            foreach (StoredArticle[] batch in StoredArticles.Read(segment, damaged).Chunk(ArticlesOfBatch))
            {
                Parallel.ForEach(batch, parallel, Take);
                unseen.ExceptWith(batch.Select(static stored => stored.Article.Id));
                done += batch.Length;
                progress?.Report(new(done, of));
                if (done % ArticlesOfCommit < batch.Length)
                {
                    _indexer.Commit();
                }
            }
        }

        foreach (string id in unseen)
        {
            _indexer.Apply(new ArticleWrite.Delete(id));
        }

        _indexer.Commit();
    }

    /// <summary>Takes over what has become of some articles.</summary>
    public void Take(IndexView view, IEnumerable<string> ids)
    {
        foreach (string id in ids)
        {
            if (view.DocumentOf(id) is { } document && view.VersionOf(id) is { } version)
            {
                Take(new StoredArticle(document, view.Article(document), version.Made, version.Written));
            }
            else
            {
                _indexer.Apply(new ArticleWrite.Delete(id));
            }
        }
    }

    /// <summary>Commits the new index, and closes it for writing.</summary>
    /// <returns>Its files, until this is disposed, its generation, and how many articles it has.</returns>
    public (Lucene.Net.Store.Directory Directory, string Generation, int Articles) Finish()
    {
        _indexer.Commit();
        using IndexView view = _views.Acquire();
        _indexer.Dispose();
        return (new LinkedDirectory(_directory, _path), view.Generation, view.Reader.NumDocs);
    }

    /// <summary>Removes the new index, when it has been taken.</summary>
    public static void Remove(ArticleIndexOptions options)
    {
        string path = Path.Combine(options.Path, FolderName);
        if (Directory.Exists(path))
        {
            Directory.Delete(path, recursive: true);
        }
    }

    /// <summary>Closes the new index; what was committed stays for the next attempt.</summary>
    public void Dispose()
    {
        _views.Dispose();
        _indexer.Dispose();
        _directory.Dispose();
    }

    private void Take(StoredArticle stored)
    {
        ArticleVersion? taken = _indexer.VersionOf(stored.Article.Id);
        if (taken is not null && (stored.Written is { } written ? taken.Written == written : taken.Hash.BytesEquals(ArticleSchema.HashOf(stored.Article))))
        {
            return;
        }

        long number = stored.Written ?? _numbers.Next();
        _indexer.Copy(stored.Article, new(ArticleSchema.HashOf(stored.Article), stored.Made ?? number, number));
    }

    /// <summary>Whether what is found was begun by this version, can be read, and has not been taken already.</summary>
    private bool CanGoOn(string reindexed)
    {
        if (!Files().Any(static file => file.StartsWith("segments_", StringComparison.Ordinal)) || !IndexFolder.CanReadCommit(_directory))
        {
            return false;
        }

        var infos = new SegmentInfos();
        infos.Read(_directory);
        return CommitStamp.IsCurrent(infos.UserData) && CommitStamp.Generation(infos.UserData) != reindexed && SegmentHealth.FindDamage(_directory, infos).Count == 0;
    }

    private IEnumerable<string> Files() => IndexFolder.Files(_directory).Where(static file => file != WriterLock.FileName);

    private IEnumerable<string> TakenIds()
    {
        using IndexView view = _views.Acquire();
        return [.. view.Reader.Leaves.SelectMany(static leaf => StoredArticles.Ids(leaf.AtomicReader)).OfType<string>()];
    }
}
