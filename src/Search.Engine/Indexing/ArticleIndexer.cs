using System.Collections.Concurrent;
using Lucene.Net.Index;
using Lucene.Net.Store;
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

    private readonly IndexWriter _writer;
    private readonly IndexViews _views;
    private readonly TimeProvider _time;
    private readonly CommitStamp _stamp = new();
    private readonly WriteNumbers _numbers;
    private readonly long _mostBytes;
    private readonly ConcurrentBag<ArticleAnalysis> _idleAnalyses = [];
    private readonly object[] _idLocks = [.. Enumerable.Range(0, 64).Select(_ => new object())];

    /// <summary>Held for reading by every write and for writing while a commit takes over what was written.</summary>
    private readonly ReaderWriterLockSlim _handover = new();

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

    private long _lastCommitted;

    private ArticleIndexer(IndexWriter writer, IndexViews views, ArticleIndexOptions options, WriteNumbers numbers)
    {
        _writer = writer;
        _views = views;
        _time = options.Time;
        _mostBytes = (long)options.RamBufferMebibytes << 20;
        _numbers = numbers;
        _lastCommitted = numbers.Given.Last;
    }

    /// <summary>Opens the writer of a folder; a new folder gets its first, empty commit.</summary>
    /// <exception cref="IndexInUseException">Another process writes the folder.</exception>
    public static ArticleIndexer Open(Lucene.Net.Store.Directory directory, ArticleIndexOptions options, bool isNew, out IndexViews views)
    {
        var config = new IndexWriterConfig(Version, analyzer: null)   // texts are inverted here
        {
            Codec = new BufferCodec(),
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
        return new ArticleIndexer(writer, views, options, new WriteNumbers(options.Time, last.Writes));
    }

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
        HandOver(() => (_committing, _uncommitted, written) = (_uncommitted, new(StringComparer.Ordinal), _numbers.Given));   // all of these are buffered or written now
        try
        {
            lock (_writing)   // or the commit could hold the deletions of a buffer without its segment
            {
                WriteSegments();
                if (_writer.HasUncommittedChanges() || written.Last > _lastCommitted)   // the commit before may have had them already, but did not say so
                {
                    _writer.SetCommitData(_stamp.Next(_time.GetUtcNow(), written));
                    _writer.Commit();
                    _lastCommitted = written.Last;
                }
            }

            _views.Refresh();
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
        while (_full.TryPeek(out ArticleBuffer? buffer))
        {
            try
            {
                WriteSegment(buffer);
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

        if (!_idleAnalyses.TryTake(out ArticleAnalysis? analysis))
        {
            analysis = new ArticleAnalysis();
        }

        analysis.Read(article);   // one that an exception leaves half done is not used again
        long number = _numbers.Next();
        var version = new ArticleVersion(hash, current?.Made ?? number, number);
        _buffer.Put(new(article.Id, version, article.Json.ToArray(), analysis.Signature, analysis.Date), analysis, current is not null);
        _idleAnalyses.Add(analysis);
        _uncommitted[article.Id] = version;
        return current is null ? WriteStatus.Created : WriteStatus.Updated;
    }

    private WriteStatus Delete(string id)
    {
        if (Current(id) is null)
        {
            return WriteStatus.NotFound;
        }

        _buffer.Delete(id);
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
