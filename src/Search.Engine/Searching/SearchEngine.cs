using System.Diagnostics;
using Lucene.Net.Index;
using Search.Articles;
using Search.Engine.Acronyms;
using Search.Engine.Articles;
using Search.Engine.Checking;
using Search.Engine.Counting;
using Search.Engine.Explaining;
using Search.Engine.Exporting;
using Search.Engine.Highlighting;
using Search.Engine.Indexing;
using Search.Engine.Querying;
using Search.Engine.Ranking;
using Search.Engine.Reindexing;
using Search.Engine.Similarity;
using Search.Engine.Snapshots;
using Search.Engine.Suggesting;
using Search.Engine.Watching;

namespace Search.Engine.Searching;

/// <summary>A searchable archive of articles in one folder: the whole public face of the engine.</summary>
/// <remarks>
/// <para>Searches see whole commits only. A write is answered when it is durable on disk and the next search sees it; concurrent
/// writes share commits. Thread-safe; one process at a time may have a folder open for writing, any number for reading.</para>
/// <para>Asynchronous throughout, because a second engine will answer over the network.</para>
/// </remarks>
public sealed class SearchEngine : IAsyncDisposable
{
    /// <summary>Articles that one commit deletes.</summary>
    private const int DeletedTogether = 5000;

    /// <summary>How often a snapshot is begun again because another process has written on.</summary>
    private const int MostSnapshotAttempts = 10;

    private readonly Lucene.Net.Store.Directory _directory;
    private readonly IndexViews _views;
    private readonly ArticleIndexer? _indexer;
    private readonly GroupCommit? _commits;
    private readonly PhraseDictionaries _phrases;
    private readonly SynonymFile _synonyms;
    private readonly ArticleIndexOptions _options;

    /// <summary>Of an index that this process does not write.</summary>
    private readonly HealthySource? _source;

    private readonly IndexScrub _scrub;
    private int _knownLosses;

    private SearchEngine(Lucene.Net.Store.Directory directory, IndexViews views, ArticleIndexer? indexer, HealthySource? source, SynonymFile synonyms, ArticleIndexOptions options)
    {
        _directory = directory;
        _source = source;
        _scrub = new IndexScrub(options.Time);
        _views = views;
        _indexer = indexer;
        _phrases = new PhraseDictionaries(views, options.Time, options.SuggestsAhead);
        _synonyms = synonyms;
        _commits = indexer is null ? null : new GroupCommit(() =>
        {
            IndexMeter.Commit(indexer.Commit);
            _phrases.NoticeCommit();
            Committed?.Invoke(this, EventArgs.Empty);
        });
        _options = options;
    }

    /// <summary>The constants of the scoring model.</summary>
    public RankingWeights Weights { get; private init; } = RankingWeights.Default;

    private SearchSettings Settings => new(Weights, _synonyms.Current);

    /// <summary>Opens an index, and creates it in a folder that is empty or does not exist, unless it is opened for reading only.</summary>
    /// <remarks>Where segments are damaged, the others are served, and nothing is written: see <see cref="Damage"/>. A folder of snapshots can be opened for reading: the newest is
    /// served, and newer ones when they are there.</remarks>
    /// <exception cref="IndexNotFoundException">Opened for reading, and there is no index; or the folder holds something else.</exception>
    /// <exception cref="IndexInUseException">Opened for writing, and another process writes it.</exception>
    /// <exception cref="IndexVersionException">Another version of this program wrote it.</exception>
    /// <exception cref="IndexDamagedException">Its files cannot be read.</exception>
    /// <exception cref="IndexStorageException">Its files cannot be opened, or not for writing.</exception>
    /// <exception cref="SynonymsException">The file of synonyms cannot be read.</exception>
    public static SearchEngine Open(ArticleIndexOptions options, RankingWeights? weights = null)
    {
        var synonyms = new SynonymFile(options.SynonymsPath, options.Time);
        IndexFolder.ExpectFolder(options.Path);
        Lucene.Net.Store.Directory directory = options.OpenDirectory(options.Path);
        try
        {
            if (options.ReadOnly && new SnapshotSource(new(options.Path)) is { IsUsable: true } snapshots)
            {
                return new(directory, new IndexViews(snapshots.Readers, options, polls: true), indexer: null, source: null, synonyms, options) { Weights = weights ?? RankingWeights.Default };
            }

            IndexFolder folder = IndexFolder.Examine(directory, options);
            folder.CheckVersion(directory);
            if (options.ReadOnly || folder.IsDamaged(directory))
            {
                return OpenForReading(directory, synonyms, options, weights);
            }

            ArticleIndexer indexer = ArticleIndexer.Open(directory, options, isNew: !folder.HasIndex, out IndexViews views);
            return new(directory, views, indexer, source: null, synonyms, options) { Weights = weights ?? RankingWeights.Default };
        }
        catch (Exception failure)
        {
            directory.Dispose();
            throw failure switch
            {
                IndexException => failure,
                IOException io when IndexStorageException.IsOfSystem(io) => IndexStorageException.Of(io)!,   // it makes one of every IOException
                UnauthorizedAccessException => IndexStorageException.Of(failure)!,   // and of these
                _ => new IndexDamagedException(
                    $"The index in {options.Path} cannot be opened: {failure.Message} Restore it from a snapshot with search restore, or look at it with search check.", failure),
            };
        }
    }

    private static SearchEngine OpenForReading(Lucene.Net.Store.Directory directory, SynonymFile synonyms, ArticleIndexOptions options, RankingWeights? weights)
    {
        var source = new HealthySource(directory);
        return new(directory, new IndexViews(source.Readers, options, polls: true), indexer: null, source, synonyms, options) { Weights = weights ?? RankingWeights.Default };
    }

    /// <summary>Whether nothing can be written: it was opened so, or the index is damaged.</summary>
    public bool IsReadOnly => _indexer is null;

    /// <exception cref="IndexReadOnlyException">It was opened for reading.</exception>
    /// <exception cref="IndexDamagedException">It is damaged.</exception>
    public void ExpectWritable()
    {
        if (IsReadOnly)
        {
            throw NotWritable();
        }
    }

    /// <summary>The segments that were damaged when the index was opened, and so are left out of all searches.</summary>
    public IReadOnlyList<IndexDamage> Damage => _source?.Damage ?? [];

    /// <summary>The name of the current state of the archive; no two states ever share one.</summary>
    public string Generation
    {
        get
        {
            using IndexView view = _views.Acquire();
            return view.Generation;
        }
    }

    /// <summary>Raised when what was written is durable and visible, by the thread that commits: handlers return at once.</summary>
    public event EventHandler? Committed;

    /// <summary>The writes that the current state of the archive holds.</summary>
    public WriteSpan Writes
    {
        get
        {
            using IndexView view = _views.Acquire();
            return view.Writes;
        }
    }

    /// <summary>Finds what was written behind a place among the articles that a request lists in the current state of the archive.</summary>
    /// <param name="request">The request; its page, order and cursor mean nothing.</param>
    /// <param name="after">The place: a <see cref="WriteSpan.Last"/>, or an earlier <see cref="ArticleChanges.Position"/>.</param>
    /// <param name="withUpdates">Whether articles count that were there before.</param>
    /// <param name="most">Changes wanted, at least one.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="QueryException">The query is in the analysts' language and something is wrong with it.</exception>
    public ValueTask<ArticleChanges> ChangesAsync(SearchRequest request, long after, bool withUpdates, int most, CancellationToken cancellation = default)
    {
        using IndexView view = _views.Acquire();
        return ValueTask.FromResult(view.Writes.Last <= after
            ? new([], after)
            : ChangeReader.Read(view, new PreparedSearch(view, request, Settings, cancellation), after, withUpdates, most));
    }

    /// <summary>The article of a change as it is now; <see langword="null"/> if it has been deleted, or its update has been followed by another.</summary>
    public ValueTask<Article?> FindAsync(ArticleChange change, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        using IndexView view = _views.Acquire();
        bool isThere = view.VersionOf(change.Id) is { } version && change.Number == (change.IsNew ? version.Made : version.Written);
        return ValueTask.FromResult(isThere ? view.Find(change.Id) : null);
    }

    /// <summary>Finds the articles that match a request, from one point-in-time view of the index.</summary>
    /// <exception cref="QueryException">The query is in the analysts' language and something is wrong with it.</exception>
    /// <exception cref="CursorException">The request's cursor cannot be used.</exception>
    public ValueTask<SearchPage> SearchAsync(SearchRequest request, CancellationToken cancellation = default)
    {
        long started = Stopwatch.GetTimestamp();
        SearchCursor? cursor = request.Cursor is { } text ? SearchCursor.Read(text, request) : null;
        using IndexView view = Acquire(cursor);
        Page page = cursor is { } place ? request.Page with { Offset = place.Rank } : request.Page;
        var search = new PreparedSearch(view, request, Settings, cancellation);
        MatchedDocuments? matched = request.Counts.AreNone ? null : new MatchedDocuments(view.Reader.MaxDoc);
        int before = cursor is null || request.Collapse || page.Offset <= search.NearDepth ? 0 : page.Offset;   // hits that a cursor leaves unranked
        (Ranking.Ranking ranking, ListedCopies? copies) = request.Collapse
            ? ListedCopies.Collapse(view.Searcher.Copies, page.End, (count, listed) => search.Rank(count, after: null, new() { Copies = listed, Matched = matched }))
            : (search.Rank(page.End - before, before == 0 ? null : cursor?.Last, new() { AreExact = request.Total == TotalPrecision.Exact || matched is not null, Matched = matched }), null);
        ranking = search.WithFewCounted(ranking);
        bool countsListed = search.CountsListed(ranking.Listed, ranking.MatchingAll);
        var counter = matched is null ? null : new ResultCounter(view, search, Weights, matched, countsListed, cancellation);
        IEnumerable<RankedDocument> ranked = ranking.Hits.Skip(page.Offset - before);
        var found = new SearchPage
        {
            Query = search.Query,
            ReadAs = search.ReadAs,
            Readings = search.Readings,
            Suggestion = search.Suggestion(ranking.MatchingAll),
            Total = countsListed ? ranking.Listed : ranking.MatchingAll,
            Groups = countsListed ? ranking.Listed - copies?.Repeated : ranking.MatchingAll - copies?.RepeatedMatchingAll,
            TotalRelaxed = ranking.Listed,
            TotalIsExact = ranking.CountsAll,
            IsRelaxed = search.IsRelaxed(ranking.Listed, ranking.MatchingAll),
            Hits = ReadHits(view, request, search.Plan, ranked, page.Offset + 1, copies, request.Explain ? search.Explainer : null, cancellation),
            Facets = counter?.Facets(request) ?? [],
            Histogram = counter?.Histogram(request) ?? Histogram.None,
            IsPartial = ranking.IsPartial,
            Next = request.WantsNext && !ranking.IsPartial ? NextCursor(view, request, page, ranking, ranking.Listed - (copies?.Repeated ?? 0)) : null,
            Generation = view.Generation,
            Analyzer = ArticleSchema.AnalyzerVersion,
            Took = Stopwatch.GetElapsedTime(started),
        };
        return ValueTask.FromResult(found);
    }

    /// <summary>Counts several queries by the time of publication of what they find, from one view of the index.</summary>
    /// <param name="requests">One or more with the same filter.</param>
    /// <param name="interval">By what articles are counted.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="QueryException">A query is in the analysts' language and something is wrong with it.</exception>
    public ValueTask<Timeline> TimelineAsync(IReadOnlyList<SearchRequest> requests, Interval interval, CancellationToken cancellation = default)
    {
        using IndexView view = _views.Acquire();
        return ValueTask.FromResult(Timeline.Of(view, requests, interval, Settings, cancellation));
    }

    /// <summary>Finds the words and phrases that set what a request counts apart from the rest of the archive.</summary>
    /// <param name="request">The request.</param>
    /// <param name="size">Terms wanted.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="QueryException">The query is in the analysts' language and something is wrong with it.</exception>
    public ValueTask<SignificantTerms> TermsAsync(SearchRequest request, int size, CancellationToken cancellation = default)
    {
        using IndexView view = _views.Acquire();
        return ValueTask.FromResult(SignificantTerms.Of(view, new PreparedSearch(view, request, Settings, cancellation).Counted(), size, cancellation));
    }

    /// <summary>Counts the articles of each source on each day.</summary>
    /// <param name="filter">Which articles.</param>
    /// <param name="cancellation">Stops it.</param>
    public ValueTask<Coverage> CoverageAsync(ArticleFilter filter, CancellationToken cancellation = default)
    {
        using IndexView view = _views.Acquire();
        return ValueTask.FromResult(Coverage.Of(view, new PreparedSearch(view, new() { Filter = filter }, Settings, cancellation).Counted()));
    }

    /// <summary>Begins to read every article that a request counts, by date; dispose the export when done.</summary>
    /// <param name="request">The request; its cursor is the <see cref="ArticleExport.Cursor"/> of an earlier export of it, a dot and the id of the last article that
    /// was received.</param>
    /// <param name="context">Words on either side of a match in the lines of context; 0 for no lines.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="QueryException">The query is in the analysts' language and something is wrong with it.</exception>
    /// <exception cref="CursorException">The request's cursor cannot be used.</exception>
    public ValueTask<ArticleExport> ExportAsync(SearchRequest request, int context = 0, CancellationToken cancellation = default) =>
        ValueTask.FromResult(ArticleExport.Begin(_views.Acquire, AcquireKept, request, context, Settings, cancellation));

    /// <summary>Finds articles on the subject of an article, best first, without the article itself and its copies.</summary>
    /// <param name="id">The article's.</param>
    /// <param name="size">Articles wanted.</param>
    /// <param name="cancellation">Stops the search.</param>
    /// <returns>Hits with the beginning of their text; <see langword="null"/> if there is no such article.</returns>
    public ValueTask<IReadOnlyList<Hit>?> SimilarAsync(string id, int size, CancellationToken cancellation = default)
    {
        using IndexView view = _views.Acquire();
        if (view.DocumentOf(id) is not { } document)
        {
            return ValueTask.FromResult<IReadOnlyList<Hit>?>(null);
        }

        IReadOnlyList<RankedDocument> similar = new SimilarArticles(view, view.Dictionary, Weights).Find(document, size, cancellation);
        return ValueTask.FromResult<IReadOnlyList<Hit>?>(ReadHits(view, new(), new([], []), similar, firstRank: 1, copies: null, explainer: null, cancellation));
    }

    /// <summary>Completes what somebody types into a search box, from its second letter.</summary>
    /// <param name="text">What was typed so far, with marks, without, or in raw Telex or VNI.</param>
    /// <param name="size">Suggestions wanted.</param>
    /// <param name="cancellation">Stops the search.</param>
    /// <returns>Phrases and tags, the most frequent and newest first, then titles.</returns>
    public ValueTask<IReadOnlyList<Suggestion>> SuggestAsync(string text, int size, CancellationToken cancellation = default)
    {
        using IndexView view = _views.Acquire();
        return ValueTask.FromResult(new Suggester(view, _phrases.For(view)).Suggest(text, size, cancellation));
    }

    /// <summary>Bytes of memory that the phrases of <see cref="SuggestAsync"/> take.</summary>
    public long SuggestionBytes => _phrases.Current.SizeBytes;

    /// <summary>Completes when <see cref="SuggestAsync"/> knows the phrases of the last commit, which it reads in the background.</summary>
    public Task SuggestionsReadyAsync(CancellationToken cancellation = default) => _phrases.CaughtUpAsync(cancellation);

    /// <summary>The article with an id, or <see langword="null"/>.</summary>
    /// <exception cref="IndexDamagedException">It is not as it was written, or may be in a part of the index that is damaged.</exception>
    public ValueTask<Article?> FindAsync(string id, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        using IndexView view = _views.Acquire();
        return ValueTask.FromResult(Find(view, id));
    }

    /// <summary>The article with an id and what a request matches in it, or <see langword="null"/>.</summary>
    /// <exception cref="QueryException">The query is in the analysts' language and something is wrong with it.</exception>
    public ValueTask<MarkedArticle?> ReadAsync(string id, SearchRequest request, CancellationToken cancellation = default)
    {
        using IndexView view = _views.Acquire();
        if (Find(view, id) is not { } article)
        {
            return ValueTask.FromResult<MarkedArticle?>(null);
        }

        SearchPlan plan = new PreparedSearch(view, request, Settings, cancellation).Plan;
        var matches = new SnippetBuilder(plan.Patterns, plan.Proximities);
        return ValueTask.FromResult<MarkedArticle?>(new(
            article, matches.Ranges(article.Title), matches.Ranges(article.Lead, TextField.Lead), matches.Ranges(article.Body, TextField.Body)));
    }

    /// <summary>Adds an article or replaces the one with its id.</summary>
    /// <inheritdoc cref="WriteAsync" path="/exception"/>
    public async Task<WriteStatus> PutAsync(Article article, CancellationToken cancellation = default) =>
        (await WriteAsync([new ArticleWrite.Put(article)], cancellation))[0];

    /// <summary>Removes an article.</summary>
    /// <inheritdoc cref="WriteAsync" path="/exception"/>
    public async Task<WriteStatus> DeleteAsync(string id, CancellationToken cancellation = default) =>
        (await WriteAsync([new ArticleWrite.Delete(id)], cancellation))[0];

    /// <summary>Applies writes in one commit; several to one id in their order, others on <see cref="ArticleIndexOptions.Threads"/> threads.</summary>
    /// <returns>What each did, when all are durable and visible.</returns>
    /// <exception cref="IndexReadOnlyException">The index was opened for reading.</exception>
    /// <exception cref="IndexDamagedException">The index is damaged, and therefore read-only.</exception>
    /// <exception cref="IndexStorageException">The disk does not take it. Whether it takes effect later is open: writing again does no harm.</exception>
    public async Task<IReadOnlyList<WriteStatus>> WriteAsync(IReadOnlyList<ArticleWrite> writes, CancellationToken cancellation = default)
    {
        int losses = _indexer?.Losses ?? 0;
        IReadOnlyList<WriteStatus> statuses = Apply(writes, cancellation);
        await CommittedAsync();
        ExpectLosses(losses);
        return statuses;
    }

    /// <summary>Applies writes as <see cref="WriteAsync"/> does, and leaves the commit to a later <see cref="CommitAsync"/> or another write: for filling an
    /// index from what can be read again. Few large commits cost far less than many.</summary>
    /// <remarks>The articles are in memory and in flushed segments; until the commit they are neither durable nor visible.</remarks>
    /// <returns>What each will have done.</returns>
    /// <exception cref="IndexReadOnlyException">The index was opened for reading.</exception>
    public IReadOnlyList<WriteStatus> Apply(IReadOnlyList<ArticleWrite> writes, CancellationToken cancellation = default)
    {
        ArticleIndexer indexer = _indexer ?? throw NotWritable();
        cancellation.ThrowIfCancellationRequested();   // from here on they are applied, whoever waits
        WriteStatus[] statuses;
        try
        {
            statuses = Apply(indexer, writes);
        }
        catch (Exception failure) when (IndexStorageException.Of(failure is AggregateException all ? all.InnerExceptions[0] : failure) is { } refused)
        {
            WriteProblem = refused.Message;
            throw refused;
        }

        IndexMeter.Count(statuses);
        return statuses;
    }

    private WriteStatus[] Apply(ArticleIndexer indexer, IReadOnlyList<ArticleWrite> writes)
    {
        var statuses = new WriteStatus[writes.Count];
        if (writes.Count == 1)
        {
            statuses[0] = indexer.Apply(writes[0]);
            return statuses;
        }

        IEnumerable<int[]> byId = Enumerable.Range(0, writes.Count).GroupBy(i => writes[i].Id, (_, places) => places.ToArray(), StringComparer.Ordinal);
        Parallel.ForEach(byId, new ParallelOptions { MaxDegreeOfParallelism = _options.Threads }, places =>
        {
            foreach (int place in places)
            {
                statuses[place] = indexer.Apply(writes[place]);
            }
        });
        return statuses;
    }

    /// <summary>Completes when everything applied before this call is durable and visible.</summary>
    /// <exception cref="IndexReadOnlyException">The index was opened for reading.</exception>
    /// <exception cref="IndexStorageException">The disk does not take it; or something applied since the last call had to be given up.</exception>
    public async Task CommitAsync()
    {
        await CommittedAsync();
        ExpectLosses(Interlocked.Exchange(ref _knownLosses, _indexer?.Losses ?? 0));
    }

    private async Task CommittedAsync()
    {
        try
        {
            await (_commits?.CommittedAsync() ?? throw NotWritable());
            WriteProblem = null;
        }
        catch (Exception failure) when (IndexStorageException.Of(failure) is { } refused)
        {
            WriteProblem = refused.Message;
            throw refused;
        }
    }

    private void ExpectLosses(int known)
    {
        if (_indexer?.Losses != known)
        {
            throw new IndexStorageException(StorageFault.Other, "Writes had to be given up before they were durable.");
        }
    }

    /// <summary>Why the last write could not be made durable; <see langword="null"/> if it could.</summary>
    public string? WriteProblem { get; private set; }

    /// <summary>Makes a snapshot of the current state of the archive, while it is searched and written. If nothing has changed since the newest snapshot, that is it.</summary>
    /// <param name="snapshots">Where.</param>
    /// <param name="progress">Is told how many bytes of the index are in the snapshot.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="SnapshotException">A file of the index is damaged.</exception>
    /// <exception cref="IOException">The disk does not take it.</exception>
    public Task<Snapshot> SnapshotAsync(SnapshotFolder snapshots, IProgress<WorkProgress>? progress = null, CancellationToken cancellation = default) => Task.Run(
        () =>
        {
            if (Damage.Count > 0)
            {
                throw Damaged("No snapshot was made.");
            }

            for (int attempt = 1; ; attempt++)
            {
                using HeldCommit? held = _indexer?.Hold();
                using IndexView view = _views.Acquire();
                try
                {
                    return snapshots.Make(held?.Commit ?? view.Reader.IndexCommit, _options.Time.GetUtcNow(), progress, cancellation);
                }
                catch (FileNotFoundException) when (attempt < MostSnapshotAttempts)
                {
                    _views.Refresh();   // another process writes the index, and has merged a file away
                }
            }
        },
        cancellation);

    /// <summary>Makes the index anew from its stored articles while it is searched and written, and switches to the new one at once. Stopped or killed, it goes on the next time.</summary>
    /// <remarks>Articles keep the numbers of their writes, and cursors what they point into.</remarks>
    /// <param name="progress">Is told how many articles there are, and how many of them are in the new index.</param>
    /// <param name="cancellation">Stops it before the switch.</param>
    /// <returns>The articles of the new index.</returns>
    /// <exception cref="IndexDamagedException">An article cannot be read: the index is left as it was.</exception>
    /// <inheritdoc cref="WriteAsync" path="/exception"/>
    public async Task<int> ReindexAsync(IProgress<WorkProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArticleIndexer indexer = _indexer ?? throw NotWritable();
        int articles = await Task.Run(() => LiveReindex.Run(indexer, _views, _options, progress, cancellation), cancellation);
        _phrases.NoticeCommit();
        Committed?.Invoke(this, EventArgs.Empty);
        return articles;
    }

    /// <summary>Deletes every article that a request counts in the current state of the archive; one that is written meanwhile with an id among them goes, too.</summary>
    /// <param name="request">The request.</param>
    /// <param name="isDryRun">Whether to count only.</param>
    /// <param name="cancellation">Stops it; what was deleted before is deleted.</param>
    /// <exception cref="QueryException">The query is in the analysts' language and something is wrong with it.</exception>
    /// <inheritdoc cref="WriteAsync" path="/exception"/>
    public async Task<Deletion> DeleteMatchingAsync(SearchRequest request, bool isDryRun, CancellationToken cancellation = default)
    {
        using ArticleExport matching = ArticleExport.Begin(_views.Acquire, _views.Acquire, request with { Cursor = null }, context: 0, Settings, cancellation);
        int deleted = 0;
        if (!isDryRun)
        {
            foreach (string[] ids in matching.ReadIds().Chunk(DeletedTogether))
            {
                IReadOnlyList<WriteStatus> statuses = await WriteAsync([.. ids.Select(id => new ArticleWrite.Delete(id))], cancellation);
                deleted += statuses.Count(status => status == WriteStatus.Deleted);
            }
        }

        return new(matching.Total, deleted, matching.Generation);
    }

    /// <summary>Removes the text of deleted and replaced articles from the files of the index. Cursors given out before cannot be used any more.</summary>
    /// <returns>Articles whose text was removed.</returns>
    /// <exception cref="IndexReadOnlyException">The index was opened for reading.</exception>
    public async Task<int> PurgeAsync(CancellationToken cancellation = default)
    {
        if (_indexer is null || _commits is null)
        {
            throw NotWritable();
        }

        int before = (await GetStatusAsync(cancellation)).DeletedDocuments;
        await Task.Run(_indexer.MergeDeletes, cancellation);
        await CommittedAsync();
        _views.ForgetKept();
        return before;
    }

    /// <summary>Compares every file of the current state of the archive with its checksum, slowly, beside whatever else is done; <see cref="IndexStatus.Verification"/> says how far it is.</summary>
    /// <param name="bytesPerSecond">How fast, above zero.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>What it found.</returns>
    public Task<Verification> VerifyAsync(long bytesPerSecond, CancellationToken cancellation = default) => Task.Factory.StartNew(
        () =>
        {
            using IndexView view = _views.Acquire();
            _scrub.Run(view, bytesPerSecond, cancellation);
            return _scrub.State;
        },
        cancellation, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    /// <summary>What the index holds.</summary>
    public ValueTask<IndexStatus> GetStatusAsync(CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        using IndexView view = _views.Acquire();
        DirectoryReader reader = view.Reader;
        long size = reader.IndexCommit.FileNames.Sum(file => FileLength(reader.Directory, file));
        return ValueTask.FromResult(new IndexStatus(
            reader.NumDocs, reader.NumDeletedDocs, reader.Leaves.Count, size, view.Generation,
            ArticleSchema.Version, ArticleSchema.AnalyzerVersion, CommitStamp.Time(view.CommitData))
        {
            Synonyms = _synonyms.Current.Count,
            SynonymsProblem = _synonyms.Problem,
            WriteProblem = WriteProblem,
            Damage = [.. Damage.Concat(_scrub.State.Damage).DistinctBy(static damage => damage.Part)],
            Verification = _scrub.State,
        });
    }

    /// <summary>What acronyms stand for by the articles of the collection, most attested first.</summary>
    /// <param name="filter">What the acronym or its long form has to contain, with marks or without, in any case; empty for all.</param>
    /// <param name="size">Senses wanted.</param>
    /// <param name="cancellation">Stops it.</param>
    public ValueTask<AcronymList> AcronymsAsync(string filter, int size, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        using IndexView view = _views.Acquire();
        return ValueTask.FromResult(AcronymList.Of(view.Searcher.Acronyms, filter, size));
    }

    /// <summary>The synonyms in use, a rule each as the operator wrote it, without comments.</summary>
    public ValueTask<IReadOnlyList<string>> SynonymRulesAsync(CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        return ValueTask.FromResult(_synonyms.Current.Rules);
    }

    /// <summary>Finishes the writes that were accepted and closes the index.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_commits is not null)
        {
            await _commits.DisposeAsync();
        }

        await _phrases.DisposeAsync();
        _views.Dispose();
        _indexer?.Dispose();
        _directory.Dispose();
    }

    private IndexException NotWritable() => Damage.Count > 0 ? Damaged("Nothing can be written.") : new IndexReadOnlyException($"The index in {_options.Path} is open for reading only.");

    private IndexDamagedException Damaged(string consequence) => new(
        $"{consequence} A part of the index in {_options.Path} is damaged: {string.Join(' ', Damage)} Restore it from a snapshot with search restore, or make it anew from what can be read with search reindex.",
        inner: null);

    /// <exception cref="IndexDamagedException">It is not as it was written, or may be in a part of the index that is damaged.</exception>
    private Article? Find(IndexView view, string id) => view.Find(id) ?? (Damage.Count == 0 ? null : throw Damaged($"It is not known whether there is an article {id}."));

    /// <summary>The current view, which is kept for cursors.</summary>
    private IndexView AcquireKept()
    {
        IndexView view = _views.Acquire();
        _views.Keep(view);
        return view;
    }

    /// <summary>The current view, or the one that a cursor points into.</summary>
    private IndexView Acquire(SearchCursor? cursor)
    {
        if (cursor is not { } place)
        {
            return _views.Acquire();
        }

        IndexView view = _views.Acquire(place.Generation) ?? throw new CursorException(CursorFault.Expired);
        if (place.IsWithin(view.Reader.MaxDoc))
        {
            return view;
        }

        view.Dispose();
        throw new CursorException(CursorFault.Malformed);
    }

    /// <summary>The cursor behind a page, and the view kept for it; <see langword="null"/> behind the last.</summary>
    private string? NextCursor(IndexView view, SearchRequest request, Page page, Ranking.Ranking ranking, int available)
    {
        if ((ranking.CountsAll && available <= page.End) || ranking.Hits.Count < (ranking.CountsAll ? 1 : page.Size))
        {
            return null;
        }

        _views.Keep(view);
        RankedDocument last = ranking.Hits[^1];
        return new SearchCursor(view.Generation, page.End, new(last.Document, last.Score)).ToText(request);
    }

    private static List<Hit> ReadHits(
        IndexView view, SearchRequest request, SearchPlan plan, IEnumerable<RankedDocument> ranking, int firstRank, ListedCopies? copies, Explainer? explainer, CancellationToken cancellation)
    {
        var snippets = new SnippetBuilder(plan.Patterns, plan.Proximities);
        var hits = new List<Hit>();
        foreach (RankedDocument ranked in ranking)
        {
            cancellation.ThrowIfCancellationRequested();
            Article article = view.Article(ranked.Document);
            List<int> copiesOfHit = [.. copies?.CopiesOf(ranked.Document) ?? []];
            hits.Add(new Hit
            {
                Rank = firstRank + hits.Count,
                Score = ranked.Score,
                MatchesAll = ranked.MatchesAll,
                Article = article,
                Copies = [.. copiesOfHit.Take(Hit.MostCopies).Select(view.Article)
                    .OrderBy(copy => copy.Date?.Instant ?? DateTimeOffset.MaxValue).ThenBy(copy => copy.Id, StringComparer.Ordinal)],
                CopyCount = copiesOfHit.Count,
                Explanation = explainer?.Explain(ranked),
                TitleRanges = request.Highlight ? snippets.Ranges(article.Title) : [],
                Snippets = request.Highlight ? snippets.Build(article.Lead, article.Body) : [],
            });
        }

        return hits;
    }

    /// <summary>0 for a file that a merge has just removed.</summary>
    private static long FileLength(Lucene.Net.Store.Directory directory, string file)
    {
        try
        {
            return directory.FileLength(file);
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
