using System.Collections.Concurrent;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;
using Search.Articles;
using Search.Engine.Articles;
using Search.Engine.Watching;

namespace Search.Engine.Indexing;

/// <summary>Puts articles into the index and deletes them: the one writer of a folder.</summary>
/// <remarks>Thread-safe. Two writes to one id take effect in the order of their calls. Nothing is durable or visible before
/// <see cref="Commit"/>.</remarks>
internal sealed class ArticleIndexer : IDisposable
{
    private const LuceneVersion Version = LuceneVersion.LUCENE_48;

    private readonly IndexWriter _writer;
    private readonly IndexViews _views;
    private readonly TimeProvider _time;
    private readonly CommitStamp _stamp = new();
    private readonly WriteNumbers _numbers;
    private readonly ConcurrentBag<ArticleStreams> _idleStreams = [];
    private readonly object[] _idLocks = [.. Enumerable.Range(0, 64).Select(_ => new object())];

    /// <summary>Held for reading by every write and for writing while a commit takes over what was written.</summary>
    private readonly ReaderWriterLockSlim _handover = new();

    /// <summary>What articles written since the last commit are now, <see langword="null"/> for deleted ones.</summary>
    private ConcurrentDictionary<string, ArticleVersion?> _uncommitted = new(StringComparer.Ordinal);

    /// <summary>Those of the commit that is being made, until searches see it.</summary>
    private ConcurrentDictionary<string, ArticleVersion?> _committing = new(StringComparer.Ordinal);

    private long _lastCommitted;

    private ArticleIndexer(IndexWriter writer, IndexViews views, TimeProvider time, WriteNumbers numbers)
    {
        _writer = writer;
        _views = views;
        _time = time;
        _numbers = numbers;
        _lastCommitted = numbers.Given.Last;
    }

    /// <summary>Opens the writer of a folder; a new folder gets its first, empty commit.</summary>
    /// <exception cref="IndexInUseException">Another process writes the folder.</exception>
    public static ArticleIndexer Open(Lucene.Net.Store.Directory directory, ArticleIndexOptions options, bool isNew, out IndexViews views)
    {
        var config = new IndexWriterConfig(Version, analyzer: null)   // fields bring their own streams
        {
            RAMBufferSizeMB = options.RamBufferMebibytes,
            MaxThreadStates = options.Threads,   // fewer and larger segments: the terms of each are sorted and written again
            Similarity = new ExactLengthSimilarity(),
            OpenMode = OpenMode.CREATE_OR_APPEND,
            WriteLockTimeout = 0,
            MergeScheduler = new IndexMeter.MergeScheduler(),
            MergePolicy = new TieredMergePolicy { ForceMergeDeletesPctAllowed = 0 },   // Purge leaves nothing
        };
        IndexWriter writer;
        try
        {
            writer = new IndexWriter(directory, config);
        }
        catch (LockObtainFailedException locked)
        {
            throw new IndexInUseException(
                $"The index in {options.Path} is in use by another process. Go through the running server with --url URL --key KEY, or stop it first.", locked);
        }

        if (isNew)
        {
            writer.SetCommitData(new CommitStamp().Next(options.Time.GetUtcNow(), new WriteNumbers(options.Time, earlier: null).Given));
            writer.Commit();
        }

        views = new IndexViews(directory, options, polls: false);
        using IndexView last = views.Acquire();
        return new ArticleIndexer(writer, views, options.Time, new WriteNumbers(options.Time, last.Writes));
    }

    /// <summary>Applies one write in memory.</summary>
    public WriteStatus Apply(ArticleWrite write)
    {
        _handover.EnterReadLock();
        try
        {
            lock (_idLocks[(uint)string.GetHashCode(write.Id, StringComparison.Ordinal) % _idLocks.Length])
            {
                return write switch
                {
                    ArticleWrite.Put put => Put(put.Article),
                    _ => Delete(write.Id),
                };
            }
        }
        finally
        {
            _handover.ExitReadLock();
        }
    }

    /// <summary>Makes everything applied so far durable and visible to the next search. Calls must not overlap.</summary>
    public void Commit()
    {
        WriteSpan written = default;
        HandOver(() => (_committing, _uncommitted, written) = (_uncommitted, new(StringComparer.Ordinal), _numbers.Given));   // all of these are with the writer now
        try
        {
            if (_writer.HasUncommittedChanges() || written.Last > _lastCommitted)   // the commit before may have had them already, but did not say so
            {
                _writer.SetCommitData(_stamp.Next(_time.GetUtcNow(), written));
                _writer.Commit();
                _views.Refresh();
                _lastCommitted = written.Last;
            }
        }
        catch
        {
            HandOver(() =>
            {
                foreach ((string id, ArticleVersion? version) in _committing)
                {
                    _uncommitted.TryAdd(id, version);   // still to be committed, unless written again meanwhile
                }
            });
            throw;
        }

        _committing = new(StringComparer.Ordinal);
    }

    /// <summary>Rewrites every segment that holds deleted articles, without them. Takes effect on disk with the next <see cref="Commit"/>.</summary>
    public void MergeDeletes() => _writer.ForceMergeDeletes();

    /// <summary>Closes the writer; what was not committed is dropped.</summary>
    public void Dispose()
    {
        _writer.Rollback();
        _handover.Dispose();
    }

    private void HandOver(Action exchange)
    {
        _handover.EnterWriteLock();
        try
        {
            exchange();
        }
        finally
        {
            _handover.ExitWriteLock();
        }
    }

    private WriteStatus Put(Article article)
    {
        BytesRef hash = ArticleSchema.HashOf(article);
        ArticleVersion? current = Current(article.Id);
        if (current is not null && current.Hash.BytesEquals(hash))
        {
            return WriteStatus.Unchanged;
        }

        if (!_idleStreams.TryTake(out ArticleStreams? streams))
        {
            streams = new ArticleStreams();
        }

        // Streams that an exception leaves half consumed are not used again.
        long number = _numbers.Next();
        var version = new ArticleVersion(hash, current?.Made ?? number, number);
        Document document = ArticleSchema.ToDocument(article, version, streams);
        if (current is null)
        {
            _writer.AddDocument(document);
        }
        else
        {
            _writer.UpdateDocument(ArticleSchema.Key(article.Id), document);
        }

        _idleStreams.Add(streams);
        _uncommitted[article.Id] = version;
        return current is null ? WriteStatus.Created : WriteStatus.Updated;
    }

    private WriteStatus Delete(string id)
    {
        if (Current(id) is null)
        {
            return WriteStatus.NotFound;
        }

        _writer.DeleteDocuments(ArticleSchema.Key(id));
        _uncommitted[id] = null;
        return WriteStatus.Deleted;
    }

    private ArticleVersion? Current(string id)
    {
        if (_uncommitted.TryGetValue(id, out ArticleVersion? version) || _committing.TryGetValue(id, out version))
        {
            return version;
        }

        using IndexView view = _views.Acquire();
        return view.VersionOf(id);
    }
}
