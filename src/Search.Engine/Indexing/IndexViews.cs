using Lucene.Net.Index;
using Lucene.Net.Search;
using Search.Engine.Acronyms;
using Search.Engine.Proposing;
using Search.Engine.Similarity;
using Search.Vietnamese.Words;

namespace Search.Engine.Indexing;

/// <summary>Hands out point-in-time views of the last commit. Thread-safe.</summary>
internal sealed class IndexViews : IDisposable
{
    /// <summary>How often a reader beside another process's writer looks for new commits.</summary>
    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(1);

    private readonly SearcherManager _searchers;
    private readonly TimeProvider _time;
    private readonly bool _polls;
    private long _nextPoll;

    /// <summary>Opens the last commit.</summary>
    /// <param name="directory">Where the index is.</param>
    /// <param name="time">The clock of <paramref name="polls"/>.</param>
    /// <param name="polls">Whether to look for commits of another process; otherwise <see cref="Refresh"/> is called.</param>
    public IndexViews(Lucene.Net.Store.Directory directory, TimeProvider time, bool polls)
    {
        _searchers = new SearcherManager(directory, new ViewSearcherFactory());
        _time = time;
        _polls = polls;
        _nextPoll = time.GetTimestamp();
    }

    /// <summary>The current view; dispose it after use.</summary>
    public IndexView Acquire()
    {
        if (_polls && _time.GetElapsedTime(Volatile.Read(ref _nextPoll)) > PollInterval)
        {
            Volatile.Write(ref _nextPoll, _time.GetTimestamp());
            _searchers.MaybeRefresh();
        }

        return new IndexView(_searchers);
    }

    /// <summary>Makes the last commit the current view.</summary>
    public void Refresh() => _searchers.MaybeRefreshBlocking();

    public void Dispose() => _searchers.Dispose();

    private sealed class ViewSearcherFactory : SearcherFactory
    {
        public override IndexSearcher NewSearcher(IndexReader reader) => new ViewSearcher(reader);
    }
}

/// <summary>A Lucene searcher with what ranking needs of its commit.</summary>
internal sealed class ViewSearcher : IndexSearcher
{
    private readonly Lazy<CopyGroups> _copies;
    private readonly Lazy<AcronymDictionary> _acronyms;

    public ViewSearcher(IndexReader reader)
        : base(reader)
    {
        Similarity = new ExactLengthSimilarity();
        Lengths = new FieldLengths(reader);
        _copies = new(() => new CopyGroups(reader));
        _acronyms = new(() => DefinedAcronyms.Of(reader));
    }

    public FieldLengths Lengths { get; }

    /// <summary>What the articles say that acronyms stand for.</summary>
    public AcronymDictionary Acronyms => _acronyms.Value;

    /// <summary>The words that proposals were made of.</summary>
    public SpellingGroups Spellings { get; } = new();

    /// <summary>Which articles are copies of each other; made when it is first asked for.</summary>
    public CopyGroups Copies => _copies.Value;
}
