using System.Diagnostics;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Search.Articles;
using Search.Engine.Articles;
using Search.Engine.Explaining;
using Search.Engine.Highlighting;
using Search.Engine.Indexing;
using Search.Engine.Proposing;
using Search.Engine.Querying;
using Search.Engine.Ranking;
using Search.Engine.Similarity;
using Search.Engine.Suggesting;

namespace Search.Engine.Searching;

/// <summary>A searchable archive of articles in one folder: the whole public face of the engine.</summary>
/// <remarks>
/// <para>Searches see whole commits only. A write is answered when it is durable on disk and the next search sees it; concurrent
/// writes share commits. Thread-safe; one process at a time may have a folder open for writing, any number for reading.</para>
/// <para>Asynchronous throughout, because a second engine will answer over the network.</para>
/// </remarks>
public sealed class SearchEngine : IAsyncDisposable
{
    private readonly Lucene.Net.Store.Directory _directory;
    private readonly IndexViews _views;
    private readonly ArticleIndexer? _indexer;
    private readonly GroupCommit? _commits;
    private readonly PhraseDictionaries _phrases;
    private readonly SynonymFile _synonyms;
    private readonly string _path;
    private readonly int _threads;

    private SearchEngine(Lucene.Net.Store.Directory directory, IndexViews views, ArticleIndexer? indexer, SynonymFile synonyms, ArticleIndexOptions options)
    {
        _directory = directory;
        _views = views;
        _indexer = indexer;
        _phrases = new PhraseDictionaries(views, options.Time);
        _synonyms = synonyms;
        _commits = indexer is null ? null : new GroupCommit(() =>
        {
            indexer.Commit();
            _phrases.NoticeCommit();
        });
        (_path, _threads) = (options.Path, options.Threads);
    }

    /// <summary>The constants of the scoring model.</summary>
    public RankingWeights Weights { get; private init; } = RankingWeights.Default;

    /// <summary>Opens an index, and creates it in a folder that is empty or does not exist, unless it is opened for reading only.</summary>
    /// <exception cref="IndexNotFoundException">Opened for reading, and there is no index; or the folder holds something else.</exception>
    /// <exception cref="IndexInUseException">Opened for writing, and another process writes it.</exception>
    /// <exception cref="IndexVersionException">Another version of this program wrote it.</exception>
    /// <exception cref="IndexDamagedException">Its files cannot be read.</exception>
    /// <exception cref="SynonymsException">The file of synonyms cannot be read.</exception>
    public static SearchEngine Open(ArticleIndexOptions options, RankingWeights? weights = null)
    {
        var synonyms = new SynonymFile(options.SynonymsPath, options.Time);
        IndexFolder folder = IndexFolder.Examine(options);
        FSDirectory directory = FSDirectory.Open(new DirectoryInfo(options.Path), new WriterLock.Factory(options.Path));
        try
        {
            folder.CheckVersion(directory);
            if (options.ReadOnly)
            {
                return new(directory, new IndexViews(directory, options.Time, polls: true), indexer: null, synonyms, options) { Weights = weights ?? RankingWeights.Default };
            }

            ArticleIndexer indexer = ArticleIndexer.Open(directory, options, isNew: !folder.HasIndex, out IndexViews views);
            return new(directory, views, indexer, synonyms, options) { Weights = weights ?? RankingWeights.Default };
        }
        catch (Exception failure)
        {
            directory.Dispose();
            if (failure is IndexException)
            {
                throw;
            }

            throw new IndexDamagedException(
                $"The index in {options.Path} cannot be opened: {failure.Message} Restore it from a snapshot with search restore, or look at it with search check.", failure);
        }
    }

    /// <summary>Finds the articles that match a request, from one point-in-time view of the index.</summary>
    /// <exception cref="QueryException">The query is in the analysts' language and something is wrong with it.</exception>
    public ValueTask<SearchPage> SearchAsync(SearchRequest request, CancellationToken cancellation = default)
    {
        long started = Stopwatch.GetTimestamp();
        using IndexView view = _views.Acquire();
        var dictionary = new TermDictionary(view);
        bool isSimple = request.Syntax == QuerySyntax.Simple;
        TypedQuery typed = isSimple && request.Marks == MarksMode.Auto
            ? TypedQuery.Decode(request.Query, dictionary, view.Reader.MaxDoc)
            : TypedQuery.AsSent(request.Query);
        ParsedQuery parsed = Parse(request.Syntax, typed.Text);
        QueryExpander? expander = isSimple && request.Marks != MarksMode.Exact ? new(view.Searcher.Acronyms, _synonyms.Current, dictionary) : null;
        var reader = new QueryReader(view, dictionary, Weights, request.Marks, relaxesQuotes: isSimple && request.Match == MatchRule.Auto, expander);
        IReadOnlyList<ReadPart> parts = reader.Read(parsed);
        SpellingProposal? spelling = isSimple && request.ReadsMistakes && request.Marks != MarksMode.Exact ? new(view, dictionary, Weights.Mistyped) : null;
        Proposal? proposal = spelling?.Of(typed, parts, findsLittle: false);
        Proposal? added = request.Match == MatchRule.Auto ? proposal : null;
        SearchPlan plan = Plan(view, reader, parsed, added?.Parts ?? parts, cancellation);
        IReadOnlyList<QueryReading> readAs = QueryReadings.Of(typed, parts);
        IReadOnlyList<QueryReading> readings = [.. readAs.Concat(added?.Readings ?? []).OrderBy(reading => reading.Start)];
        HitOrder order = !plan.IsRanked && request.Order == HitOrder.Relevance ? HitOrder.Newest : request.Order;
        bool hasNothing = !string.IsNullOrWhiteSpace(request.Query) && plan is { Evidence.Count: 0, Constraint: null };
        var ranker = new Ranker(view, Weights);
        Lucene.Net.Search.Query? filter = FilterQuery.Both(FilterQuery.Of(request.Filter), plan.Constraint);
        var nearness = new Nearness(view, Weights, order == HitOrder.Relevance ? plan.Near : []);
        Ranking.Ranking Rank(int count, ListedCopies? listed)
        {
            Ranking.Ranking byEvidence = hasNothing
                ? new([], 0, 0)   // nothing to search in it
                : ranker.Rank(plan.Evidence, request.Match, filter, order, nearness.DepthFor(count), listed, cancellation);
            return byEvidence with { Hits = [.. nearness.Rerank(byEvidence.Hits).Take(count)] };
        }

        (Ranking.Ranking ranking, ListedCopies? copies) = request.Collapse
            ? ListedCopies.Collapse(view.Searcher.Copies, request.Page.End, Rank)
            : (Rank(request.Page.End, null), null);
        bool isRelaxed = request.Match == MatchRule.Auto && ranking.MatchingAll == 0 && ranking.Listed > 0;
        bool countsListed = request.Match == MatchRule.Any || isRelaxed;
        var page = new SearchPage
        {
            Query = parsed with
            {
                Text = request.Query,
                Problems = [.. parsed.Problems.Select(problem => problem with { Start = typed.SentOffset(problem.Start) })],
            },
            ReadAs = isSimple ? QueryReadings.ReadAs(request.Query, readAs) : parsed.ReadAs,
            Readings = readings,
            Suggestion = (proposal ?? (ranking.MatchingAll < SpellingProposal.FewArticles ? spelling?.Of(typed, parts, findsLittle: true) : null))?.Text,
            Total = countsListed ? ranking.Listed : ranking.MatchingAll,
            Groups = countsListed ? ranking.Listed - copies?.Repeated : ranking.MatchingAll - copies?.RepeatedMatchingAll,
            TotalRelaxed = ranking.Listed,
            IsRelaxed = isRelaxed,
            Hits = ReadHits(view, request, plan, ranking, copies, request.Explain ? new(ranker, nearness, plan.Evidence, typed, readings) : null, cancellation),
            Generation = view.Generation,
            Analyzer = ArticleSchema.AnalyzerVersion,
            Took = Stopwatch.GetElapsedTime(started),
        };
        return ValueTask.FromResult(page);
    }

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

        IReadOnlyList<RankedDocument> similar = new SimilarArticles(view, new TermDictionary(view), Weights).Find(document, size, cancellation);
        var page = new SearchRequest { Page = new(0, size) };
        return ValueTask.FromResult<IReadOnlyList<Hit>?>(ReadHits(view, page, new([], []), new(similar, similar.Count, 0), copies: null, explainer: null, cancellation));
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
    public ValueTask<Article?> FindAsync(string id, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        using IndexView view = _views.Acquire();
        return ValueTask.FromResult(view.Find(id));
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
    public async Task<IReadOnlyList<WriteStatus>> WriteAsync(IReadOnlyList<ArticleWrite> writes, CancellationToken cancellation = default)
    {
        IReadOnlyList<WriteStatus> statuses = Apply(writes, cancellation);
        await CommitAsync();
        return statuses;
    }

    /// <summary>Applies writes as <see cref="WriteAsync"/> does, and leaves the commit to a later <see cref="CommitAsync"/> or another write: for filling an
    /// index from what can be read again. Few large commits cost far less than many.</summary>
    /// <remarks>The articles are in memory and in flushed segments; until the commit they are neither durable nor visible.</remarks>
    /// <returns>What each will have done.</returns>
    /// <exception cref="IndexReadOnlyException">The index was opened for reading.</exception>
    public IReadOnlyList<WriteStatus> Apply(IReadOnlyList<ArticleWrite> writes, CancellationToken cancellation = default)
    {
        ArticleIndexer indexer = _indexer ?? throw ReadOnly();
        cancellation.ThrowIfCancellationRequested();   // from here on they are applied, whoever waits
        var statuses = new WriteStatus[writes.Count];
        if (writes.Count == 1)
        {
            statuses[0] = indexer.Apply(writes[0]);
        }
        else
        {
            IEnumerable<int[]> byId = Enumerable.Range(0, writes.Count).GroupBy(i => writes[i].Id, (_, places) => places.ToArray(), StringComparer.Ordinal);
            Parallel.ForEach(byId, new ParallelOptions { MaxDegreeOfParallelism = _threads }, places =>
            {
                foreach (int place in places)
                {
                    statuses[place] = indexer.Apply(writes[place]);
                }
            });
        }

        return statuses;
    }

    /// <summary>Completes when everything applied before this call is durable and visible.</summary>
    /// <exception cref="IndexReadOnlyException">The index was opened for reading.</exception>
    public Task CommitAsync() => _commits?.CommittedAsync() ?? throw ReadOnly();

    /// <summary>What the index holds.</summary>
    public ValueTask<IndexStatus> GetStatusAsync(CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        using IndexView view = _views.Acquire();
        DirectoryReader reader = view.Reader;
        long size = reader.IndexCommit.FileNames.Sum(file => FileLength(file));
        return ValueTask.FromResult(new IndexStatus(
            reader.NumDocs, reader.NumDeletedDocs, reader.Leaves.Count, size, view.Generation,
            ArticleSchema.Version, ArticleSchema.AnalyzerVersion, CommitStamp.Time(view.CommitData))
        {
            Synonyms = _synonyms.Current.Count,
            SynonymsProblem = _synonyms.Problem,
        });
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

    private IndexReadOnlyException ReadOnly() => new($"The index in {_path} is open for reading only.");

    private static ParsedQuery Parse(QuerySyntax syntax, string text)
    {
        ParsedQuery parsed = syntax == QuerySyntax.Advanced ? AdvancedQueryParser.Parse(text) : QueryStringParser.Parse(text);
        return parsed.Error is { } error ? throw new QueryException(error) : parsed;
    }

    private SearchPlan Plan(IndexView view, QueryReader reader, ParsedQuery query, IReadOnlyList<ReadPart> parts, CancellationToken cancellation)
    {
        SearchPlan words = new QueryPlanner(view, Weights, query.HasTones).Plan(parts);
        return query.Constraint is { } constraint
            ? new ConstraintPlanner(view, Weights, reader, query, cancellation).Plan(constraint).Behind(words)
            : words;
    }

    private static List<Hit> ReadHits(
        IndexView view, SearchRequest request, SearchPlan plan, Ranking.Ranking ranking, ListedCopies? copies, Explainer? explainer, CancellationToken cancellation)
    {
        var snippets = new SnippetBuilder(plan.Patterns, plan.Proximities);
        var hits = new List<Hit>();
        for (int i = request.Page.Offset; i < ranking.Hits.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            RankedDocument ranked = ranking.Hits[i];
            Article article = view.Article(ranked.Document);
            List<int> copiesOfHit = [.. copies?.CopiesOf(ranked.Document) ?? []];
            hits.Add(new Hit
            {
                Rank = i + 1,
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
    private long FileLength(string file)
    {
        try
        {
            return _directory.FileLength(file);
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
