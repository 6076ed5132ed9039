using System.Collections.Concurrent;
using Lucene.Net.Index;
using Lucene.Net.Util;
using Search.Articles;
using Search.Engine.Articles;
using Search.Engine.Inverting;
using Search.Engine.Watching;

namespace Search.Engine.Indexing;

/// <summary>Puts articles into the index and deletes them: the one writer of a folder.</summary>
/// <remarks>
/// <para>Thread-safe. Two writes to one id take effect in the order of their calls. Nothing is durable or visible before
/// <see cref="Commit"/>.</para>
/// <para>Articles are inverted in an <see cref="ArticleBuffer"/>; full or to be committed, it becomes a segment, while others fill the next one. Lucene applies a deletion
/// that it has not seen through to every segment that is added, so that all deletions and additions are made one after the other, under one lock.</para>
/// </remarks>
internal sealed class ArticleIndexer : IDisposable
{
    private const LuceneVersion Version = LuceneVersion.LUCENE_48;

    private readonly Lucene.Net.Store.Directory _directory;
    private readonly string _path;
    private readonly IndexViews _views;
    private readonly TimeProvider _time;
    private readonly CommitStamp _stamp = new();
    private readonly WriteNumbers _numbers;
    private readonly long _mostBytes;
    private readonly ConcurrentBag<ArticleAnalysis> _idleAnalyses = [];
    private readonly object[] _idLocks = [.. Enumerable.Range(0, 64).Select(_ => new object())];

    /// <summary>Held for reading by every write and for writing while a commit takes over what was written.</summary>
    private readonly ReaderWriterLockSlim _handover = new();

    /// <summary>Held by a commit from its beginning to its end.</summary>
    private readonly System.Threading.Lock _commits = new();

    /// <summary>Held while segments are written from buffers, and while they are committed.</summary>
    private readonly System.Threading.Lock _writing = new();

    /// <summary>Buffers to be written, the oldest first: one that could not be written is tried again.</summary>
    private readonly Queue<ArticleBuffer> _full = [];

    /// <summary>The buffer that takes what is written now.</summary>
    private volatile ArticleBuffer _buffer = new();

    /// <summary>What articles written since the last commit are now, <see langword="null"/> for deleted ones.</summary>
    private ConcurrentDictionary<string, ArticleVersion?> _uncommitted = new(StringComparer.Ordinal);

    /// <summary>Those of the commit that is being made, until searches see it.</summary>
    private ConcurrentDictionary<string, ArticleVersion?> _committing = new(StringComparer.Ordinal);

    /// <summary>The ids written since somebody began to follow them; <see langword="null"/> if nobody does.</summary>
    private ConcurrentDictionary<string, bool>? _followed;

    private IndexWriter _writer;
    private SnapshotDeletionPolicy _held;
    private string _reindexed;
    private long _lastCommitted;
    private int _losses;

    /// <summary>Whether the writer has been closed and no other could be opened yet.</summary>
    private bool _isClosed;

    private ArticleIndexer(
        Lucene.Net.Store.Directory directory, IndexWriter writer, SnapshotDeletionPolicy held, IndexViews views, ArticleIndexOptions options, IndexView last)
    {
        (_directory, _path, _writer, _held, _views) = (directory, options.Path, writer, held, views);
        var numbers = new WriteNumbers(options.Time, last.Writes);
        _time = options.Time;
        _mostBytes = (long)options.RamBufferMebibytes << 20;
        _numbers = numbers;
        _lastCommitted = numbers.Given.Last;
        _reindexed = CommitStamp.Reindexed(last.CommitData);
    }

    /// <summary>Opens the writer of a folder; a new folder gets its first, empty commit.</summary>
    /// <exception cref="IndexInUseException">Another process writes the folder.</exception>
    public static ArticleIndexer Open(Lucene.Net.Store.Directory directory, ArticleIndexOptions options, bool isNew, out IndexViews views)
    {
        if (isNew)
        {
            IndexFolder.RemoveCommits(directory, options.Path);   // one that was cut short
        }

        (IndexWriter writer, SnapshotDeletionPolicy held) = OpenWriter(directory, options.Path);
        try
        {
            if (isNew)
            {
                writer.SetCommitData(new CommitStamp().Next(options.Time.GetUtcNow(), new WriteNumbers(options.Time, earlier: null).Given));
                writer.Commit();
            }

            views = new IndexViews(ReaderSource.Of(directory), options, polls: false);
            using IndexView last = views.Acquire();
            return new ArticleIndexer(directory, writer, held, views, options, last);
        }
        catch
        {
            writer.Rollback();   // or the folder would stay locked
            throw;
        }
    }

    /// <summary>How often what was applied since the last commit had to be given up. Whoever finds it higher after the commit that he waited for has to write again.</summary>
    public int Losses => Volatile.Read(ref _losses);

    /// <summary>Applies one write in memory; waits where that is full.</summary>
    public WriteStatus Apply(ArticleWrite write)
    {
        if (_buffer.Bytes >= _mostBytes)
        {
            ChangeFullBuffer();
        }

        _handover.EnterReadLock();
        try
        {
            lock (LockOf(write.Id))
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

    /// <summary>Puts an article as another index has it, with the numbers of its writes.</summary>
    public void Copy(Article article, ArticleVersion version)
    {
        if (_buffer.Bytes >= _mostBytes)
        {
            ChangeFullBuffer();
        }

        _handover.EnterReadLock();
        try
        {
            lock (LockOf(article.Id))
            {
                Put(article, version, replaces: Current(article.Id) is not null);
            }
        }
        finally
        {
            _handover.ExitReadLock();
        }
    }

    /// <summary>The content of an article, with what is not committed yet; <see langword="null"/> if there is none.</summary>
    public ArticleVersion? VersionOf(string id) => Current(id);

    /// <summary>Begins to note the ids that are written, and gives those noted until now. Whoever reads a commit that begins after this call, and then the articles of the ids of
    /// the next call, has missed nothing.</summary>
    public IReadOnlyCollection<string> Follow()
    {
        ConcurrentDictionary<string, bool>? before = null;
        HandOver(() => (before, _followed) = (_followed, new(StringComparer.Ordinal)));
        return before is null ? [] : [.. before.Keys];
    }

    /// <summary>Ends what <see cref="Follow"/> began.</summary>
    public void Unfollow() => HandOver(() => _followed = null);

    /// <summary>Commits what was written, and then puts another index in the place of this one, while all writes wait.</summary>
    /// <param name="finish">Brings the other index up to date with this one, of which it gets the ids written since the last <see cref="Follow"/>, and gives its files and its generation.</param>
    public void Replace(Func<IReadOnlyCollection<string>, (Lucene.Net.Store.Directory Directory, string Generation)> finish)
    {
        lock (_commits)
        {
            lock (_writing)
            {
                HandOver(() =>
                {
                    CommitWritten();
                    (Lucene.Net.Store.Directory source, string generation) = finish(_followed is null ? [] : [.. _followed.Keys]);
                    try
                    {
                        CommitSwitch.Run(_writer, source, _stamp.Next(_time.GetUtcNow(), _numbers.Given, generation));
                        _reindexed = generation;
                    }
                    catch
                    {
                        Renew();   // nothing was written behind the commit before
                        throw;
                    }
                });
            }

            _views.Refresh();
        }
    }

    /// <summary>Keeps the files of the last commit until that is disposed.</summary>
    public HeldCommit Hold()
    {
        lock (_commits)
        {
            SnapshotDeletionPolicy held = _held;
            IndexCommit commit = held.Snapshot();
            return new(commit, () =>
            {
                lock (_commits)
                {
                    held.Release(commit);
                    _writer.DeleteUnusedFiles();
                }
            });
        }
    }

    /// <summary>Makes everything applied so far durable and visible to the next search.</summary>
    public void Commit()
    {
        lock (_commits)
        {
            CommitWritten();
        }
    }

    private void CommitWritten()
    {
        WriteSpan written = default;
        HandOver(() => (_committing, _uncommitted, written) = (_uncommitted, new(StringComparer.Ordinal), _numbers.Given));   // all of these are buffered or written now
        try
        {
            lock (_writing)   // or the commit could hold the deletions of a buffer without its segment
            {
                WriteSegments();
                if (_writer.HasUncommittedChanges() || written.Last > _lastCommitted)   // the commit before may have had them already, but did not say so
                {
                    _writer.SetCommitData(_stamp.Next(_time.GetUtcNow(), written, _reindexed));
                    _writer.Commit();
                    _lastCommitted = written.Last;
                }
            }

            _views.Refresh();
        }
        catch (Exception failure) when (IsFatal(failure))
        {
            lock (_writing)
            {
                GiveUp();
            }

            throw;
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
    public void MergeDeletes()
    {
        WriteSegments();
        _writer.ForceMergeDeletes();
    }

    /// <summary>Closes the writer; what was not committed is dropped.</summary>
    public void Dispose()
    {
        lock (_writing)
        {
            _full.Clear();
            _writer.Rollback();
        }

        _handover.Dispose();
    }

    /// <summary>Begins to write the full buffer, when the one before it is written.</summary>
    private void ChangeFullBuffer()
    {
        lock (_writing)
        {
            if (_buffer.Bytes < _mostBytes)
            {
                return;   // another thread did
            }

            WriteFullBuffers();   // there is one if the last attempt failed: whoever wants room hears of it
            ChangeBuffer();
        }

        Task.Run(() =>
        {
            lock (_writing)
            {
                WriteFullBuffers();   // a failure is met again by the next attempt
            }
        });
    }

    /// <summary>Writes what is buffered.</summary>
    private void WriteSegments()
    {
        lock (_writing)
        {
            WriteFullBuffers();
            if (!_buffer.IsEmpty)
            {
                ChangeBuffer();
                WriteFullBuffers();
            }
        }
    }

    private void ChangeBuffer() => HandOver(() =>
    {
        _full.Enqueue(_buffer);
        _buffer = new();
    });

    private void WriteFullBuffers()
    {
        if (_isClosed)
        {
            Renew();
        }

        while (_full.TryPeek(out ArticleBuffer? buffer))
        {
            try
            {
                WriteSegment(buffer);
            }
            catch (Exception failure) when (IsFatal(failure))
            {
                GiveUp();
                throw;
            }
            catch
            {
                buffer.DeleteBefore();
                throw;
            }

            _full.Dequeue();
            _writer.MaybeMerge();
        }
    }

    private void WriteSegment(ArticleBuffer buffer)
    {
        if (buffer.DeletedIds.Count > 0)
        {
            _writer.DeleteDocuments([.. buffer.DeletedIds.Select(ArticleSchema.Key)]);
        }

        using var segment = new BufferReader(buffer);
        if (segment.NumDocs > 0)
        {
            _writer.AddIndexes(segment);   // applies the deletions first
        }
    }

    /// <summary>Whether nothing can be committed any more of what was written since the last commit: Lucene commits no more behind a lack of memory, and a file that was not
    /// flushed may miss what was written to it.</summary>
    private static bool IsFatal(Exception failure) => failure is OutOfMemoryException or LostWriteException;

    /// <summary>Goes back to the last commit.</summary>
    private void GiveUp() => HandOver(() =>
    {
        (_buffer, _uncommitted, _committing) = (new(), new(StringComparer.Ordinal), new(StringComparer.Ordinal));
        _full.Clear();
        _losses++;
        Renew();
    });

    /// <summary>Opens the writer anew at the last commit; where that fails, the next attempt to write does it.</summary>
    private void Renew()
    {
        if (!_isClosed)
        {
            _isClosed = true;
            _writer.Rollback();
        }

        (_writer, _held) = OpenWriter(_directory, _path);
        _isClosed = false;
    }

    private void HandOver(Action exchange)
    {
        if (_handover.IsWriteLockHeld)
        {
            exchange();
            return;
        }

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

        long number = _numbers.Next();
        Put(article, new(hash, current?.Made ?? number, number), replaces: current is not null);
        return current is null ? WriteStatus.Created : WriteStatus.Updated;
    }

    private void Put(Article article, ArticleVersion version, bool replaces)
    {
        if (!_idleAnalyses.TryTake(out ArticleAnalysis? analysis))
        {
            analysis = new ArticleAnalysis();
        }

        analysis.Read(article);   // one that an exception leaves half done is not used again
        _buffer.Put(new(article.Id, version, article.Json.ToArray(), analysis.Signature, analysis.Date), analysis, replaces);
        _idleAnalyses.Add(analysis);
        Note(article.Id, version);
    }

    private WriteStatus Delete(string id)
    {
        if (Current(id) is null)
        {
            return WriteStatus.NotFound;
        }

        _buffer.Delete(id);
        Note(id, null);
        return WriteStatus.Deleted;
    }

    private void Note(string id, ArticleVersion? version)
    {
        _uncommitted[id] = version;
        _followed?.TryAdd(id, true);
    }

    private object LockOf(string id) => _idLocks[(uint)string.GetHashCode(id, StringComparison.Ordinal) % _idLocks.Length];

    private ArticleVersion? Current(string id)
    {
        if (_uncommitted.TryGetValue(id, out ArticleVersion? version) || _committing.TryGetValue(id, out version))
        {
            return version;
        }

        using IndexView view = _views.Acquire();
        return view.VersionOf(id);
    }

    private static (IndexWriter Writer, SnapshotDeletionPolicy Held) OpenWriter(Lucene.Net.Store.Directory directory, string path)
    {
        var held = new SnapshotDeletionPolicy(new KeepOnlyLastCommitDeletionPolicy());
        var config = new IndexWriterConfig(Version, analyzer: null)   // texts are inverted here
        {
            Codec = new BufferCodec(),
            OpenMode = OpenMode.CREATE_OR_APPEND,
            WriteLockTimeout = 0,
            IndexDeletionPolicy = held,
            CheckIntegrityAtMerge = true,   // or damage would come out of a merge with a fresh checksum
            MergeScheduler = new IndexMeter.MergeScheduler(),
            MergePolicy = new TieredMergePolicy { ForceMergeDeletesPctAllowed = 0 },   // Purge leaves nothing
        };
        return (IndexFolder.OpenWriter(directory, config, path), held);
    }
}

/// <summary>A commit whose files stay until it is disposed.</summary>
internal sealed class HeldCommit(IndexCommit commit, Action release) : IDisposable
{
    /// <summary>The commit.</summary>
    public IndexCommit Commit => commit;

    /// <inheritdoc/>
    public void Dispose() => release();
}
