using System.Collections.Concurrent;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using Search.Engine.Acronyms;
using Search.Engine.Articles;
using Search.Engine.Counting;
using Search.Engine.Proposing;
using Search.Engine.Querying;
using Search.Engine.Similarity;
using Search.Vietnamese.Words;

namespace Search.Engine.Indexing;

/// <summary>Hands out point-in-time views of the last commit. Thread-safe.</summary>
internal sealed class IndexViews : IDisposable
{
    /// <summary>How often a reader beside another process's writer looks for new commits.</summary>
    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(1);

    private readonly ViewReferences _searchers;
    private readonly TimeProvider _time;
    private readonly bool _polls;
    private readonly KeptViews _kept;
    private long _nextPoll;

    /// <summary>Opens the last commit.</summary>
    /// <param name="source">Where it comes from.</param>
    /// <param name="options">The clock, and how long views are kept for cursors.</param>
    /// <param name="polls">Whether to look for commits of another process; otherwise <see cref="Refresh"/> is called.</param>
    public IndexViews(ReaderSource source, ArticleIndexOptions options, bool polls)
    {
        _searchers = new ViewReferences(source);
        _time = options.Time;
        _polls = polls;
        _kept = new KeptViews(options.CursorLifetime, options.MostCursorViews, options.Time);
        _nextPoll = _time.GetTimestamp();
    }

    /// <summary>The current view; dispose it after use.</summary>
    public IndexView Acquire()
    {
        if (_polls && _time.GetElapsedTime(Volatile.Read(ref _nextPoll)) > PollInterval)
        {
            Volatile.Write(ref _nextPoll, _time.GetTimestamp());
            Poll();
        }

        return new IndexView(_searchers.Acquire());
    }

    private void Poll()
    {
        try
        {
            _searchers.MaybeRefresh();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or IndexException)
        {
            // What was opened is still there, and the next poll may find what can be opened.
        }
    }

    /// <summary>The view of a generation that a cursor names; <see langword="null"/> if it is neither current nor kept any more.</summary>
    public IndexView? Acquire(string generation)
    {
        IndexView current = Acquire();
        if (current.Generation == generation)
        {
            return current;
        }

        current.Dispose();
        return _kept.Acquire(generation) is { } kept ? new IndexView(kept) : null;
    }

    /// <summary>Keeps a view for the cursors that were given out for it.</summary>
    public void Keep(IndexView view) => _kept.Keep(view);

    /// <summary>Lets go of all kept views: their cursors have expired.</summary>
    public void ForgetKept() => _kept.Clear();

    /// <summary>Makes the last commit the current view.</summary>
    public void Refresh() => _searchers.MaybeRefreshBlocking();

    public void Dispose()
    {
        _kept.Dispose();
        _searchers.Dispose();
    }

    /// <summary>The current searcher, which stays open while somebody uses it.</summary>
    private sealed class ViewReferences : ReferenceManager<ViewSearcher>
    {
        private readonly ReaderSource _source;

        public ViewReferences(ReaderSource source)
        {
            _source = source;
            Current = new ViewSearcher(source.Open());
        }

        protected override void DecRef(ViewSearcher reference) => reference.IndexReader.DecRef();

        protected override bool TryIncRef(ViewSearcher reference) => reference.IndexReader.TryIncRef();

        protected override int GetRefCount(ViewSearcher reference) => reference.IndexReader.RefCount;

        protected override ViewSearcher RefreshIfNeeded(ViewSearcher referenceToRefresh) =>
            _source.Reopen((DirectoryReader)referenceToRefresh.IndexReader) is { } changed ? new ViewSearcher(changed) : null!;   // Lucene takes null for no change
    }
}

/// <summary>Where the readers of an index come from.</summary>
/// <param name="Open">Opens its state of now.</param>
/// <param name="Reopen">Opens its state of now if that is another than a reader's.</param>
internal sealed record ReaderSource(Func<DirectoryReader> Open, Func<DirectoryReader, DirectoryReader?> Reopen)
{
    /// <summary>The last commit in a folder.</summary>
    public static ReaderSource Of(Lucene.Net.Store.Directory directory) => new(() => DirectoryReader.Open(directory), DirectoryReader.OpenIfChanged);
}

/// <summary>A Lucene searcher with what ranking needs of its commit.</summary>
internal sealed class ViewSearcher : IndexSearcher
{
    private readonly Lazy<CopyGroups> _copies;
    private readonly Lazy<AcronymDictionary> _acronyms;
    private readonly Lazy<DayCounts> _published;
    private readonly ConcurrentBag<List<(AtomicReaderContext Leaf, TermsEnum Terms)>> _idleIds = [];
    private readonly ConcurrentBag<TermDictionary> _idleDictionaries = [];

    public ViewSearcher(IndexReader reader)
        : base(reader)
    {
        Similarity = new ExactLengthSimilarity();
        Lengths = new FieldLengths(reader);
        _copies = new(() => new CopyGroups(reader));
        _acronyms = new(() => DefinedAcronyms.Of(reader));
        _published = new(() => new DayCounts(reader, AllLive(reader)));
    }

    public FieldLengths Lengths { get; }

    /// <summary>What the articles say that acronyms stand for.</summary>
    public AcronymDictionary Acronyms => _acronyms.Value;

    /// <summary>The words that proposals were made of.</summary>
    public SpellingGroups Spellings { get; } = new();

    /// <summary>Which articles are copies of each other; made when it is first asked for.</summary>
    public CopyGroups Copies => _copies.Value;

    /// <summary>A dictionary that nobody else uses, with what it found before: to open one costs more than most searches.</summary>
    public TermDictionary TakeDictionary() => _idleDictionaries.TryTake(out TermDictionary? idle) ? idle : new(IndexReader);

    /// <summary>Takes a dictionary back.</summary>
    public void Return(TermDictionary dictionary)
    {
        dictionary.ForgetIfMany();
        _idleDictionaries.Add(dictionary);
    }

    /// <summary>Looks an id up in the segments, one after another. What it takes to look is kept: making it costs more than using it.</summary>
    public (AtomicReaderContext Leaf, int Document)? Locate(BytesRef id)
    {
        if (!_idleIds.TryTake(out List<(AtomicReaderContext Leaf, TermsEnum Terms)>? ids))
        {
            ids = [.. IdTerms(IndexReader)];
        }

        (AtomicReaderContext, int)? found = null;
        foreach ((AtomicReaderContext leaf, TermsEnum terms) in ids)
        {
            if (terms.SeekExact(id) && terms.Docs(leaf.AtomicReader.LiveDocs, null, DocsFlags.NONE).NextDoc() is var document and not DocIdSetIterator.NO_MORE_DOCS)
            {
                found = (leaf, document);
                break;
            }
        }

        _idleIds.Add(ids);
        return found;
    }

    /// <summary>All articles by day; made when it is first asked for.</summary>
    public DayCounts Published => _published.Value;

    private static IEnumerable<(AtomicReaderContext, TermsEnum)> IdTerms(IndexReader reader) =>
        from leaf in reader.Leaves
        let terms = leaf.AtomicReader.GetTerms(ArticleSchema.Id)
        where terms is not null
        select (leaf, terms.GetEnumerator());

    private static FixedBitSet AllLive(IndexReader reader)
    {
        var all = new FixedBitSet(reader.MaxDoc);
        foreach (AtomicReaderContext leaf in reader.Leaves)
        {
            IBits? live = leaf.AtomicReader.LiveDocs;
            for (int document = 0; document < leaf.AtomicReader.MaxDoc; document++)
            {
                if (live is null || live.Get(document))
                {
                    all.Set(leaf.DocBase + document);
                }
            }
        }

        return all;
    }
}
