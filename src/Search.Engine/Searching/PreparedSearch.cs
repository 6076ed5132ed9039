using System.Diagnostics;
using Lucene.Net.Search;
using Lucene.Net.Util;
using Search.Engine.Explaining;
using Search.Engine.Indexing;
using Search.Engine.Proposing;
using Search.Engine.Querying;
using Search.Engine.Ranking;

namespace Search.Engine.Searching;

/// <summary>A request as one view of the index understands it: read and planned, ready to rank. Not thread-safe.</summary>
internal sealed class PreparedSearch
{
    private readonly IndexView _view;
    private readonly SearchRequest _request;
    private readonly Ranker _ranker;
    private readonly Nearness _nearness;
    private readonly Lazy<Proposal?> _proposal;
    private readonly Func<Proposal?> _proposalForLittle;
    private readonly bool _hasNothing;
    private readonly CancellationToken _cancellation;
    private readonly long _deadline;
    private bool? _countsListed;

    /// <summary>Reads and plans a request.</summary>
    /// <exception cref="QueryException">The query is in the analysts' language and something is wrong with it.</exception>
    public PreparedSearch(IndexView view, SearchRequest request, SearchSettings settings, CancellationToken cancellation)
    {
        (_view, _request, _cancellation) = (view, request, cancellation);
        _deadline = request.TimeBudget is { } budget ? Stopwatch.GetTimestamp() + (long)(budget.TotalSeconds * Stopwatch.Frequency) : long.MaxValue;
        RankingWeights weights = settings.Weights;
        TermDictionary dictionary = view.Dictionary;
        bool isSimple = request.Syntax == QuerySyntax.Simple;
        TypedQuery typed = isSimple && request.Marks == MarksMode.Auto
            ? TypedQuery.Decode(request.Query, dictionary, view.Reader.MaxDoc)
            : TypedQuery.AsSent(request.Query);
        ParsedQuery parsed = Parse(request.Syntax, typed.Text);
        bool searchesMore = isSimple && request.Marks != MarksMode.Exact;
        QueryExpander? expander = searchesMore ? new(view.Searcher.Acronyms, settings.Synonyms, dictionary) : null;
        var reader = new QueryReader(view, dictionary, request.Marks, relaxesQuotes: isSimple && request.Match == MatchRule.Auto, expander);
        IReadOnlyList<ReadPart> parts = reader.Read(parsed);
        SpellingProposal? spelling = searchesMore && request.ReadsMistakes ? new(view, dictionary, weights.Mistyped) : null;
        _proposal = new(() => spelling?.Of(typed, parts, findsLittle: false));   // what is counted or exported proposes nothing
        _proposalForLittle = () => spelling?.Of(typed, parts, findsLittle: true);
        Proposal? added = request.Match == MatchRule.Auto ? _proposal.Value : null;
        SearchPlan words = new QueryPlanner(view, weights, parsed.HasTones).Plan(added?.Parts ?? parts);
        Plan = parsed.Constraint is { } constraint
            ? new ConstraintPlanner(view, weights, reader, parsed, cancellation).Plan(constraint).Behind(words)
            : words;
        IReadOnlyList<QueryReading> readAs = QueryReadings.Of(typed, parts);
        Readings = [.. readAs.Concat(added?.Readings ?? []).OrderBy(static reading => reading.Start)];
        ReadAs = isSimple ? QueryReadings.ReadAs(request.Query, readAs) : parsed.ReadAs;
        Query = parsed with
        {
            Text = request.Query,
            Problems = [.. parsed.Problems.Select(problem => problem with { Start = typed.SentOffset(problem.Start) })],
        };
        Order = !Plan.IsRanked && request.Order == HitOrder.Relevance ? HitOrder.Newest : request.Order;
        _ranker = new Ranker(view, weights, Order == HitOrder.Relevance && request.Recency is { } halfLife ? new Recency(new Freshness(view, halfLife)) : null);
        _nearness = new Nearness(view, weights, Order == HitOrder.Relevance ? Plan.Near : []);
        Explainer = new Explainer(_ranker, _nearness, Plan.Evidence, typed, Readings);
        _hasNothing = !string.IsNullOrWhiteSpace(request.Query) && Plan is { Evidence.Count: 0, Constraint: null };
    }

    /// <summary>The query as it was parsed, with offsets into what was sent.</summary>
    public ParsedQuery Query { get; }

    /// <summary>The query as it was understood.</summary>
    public string ReadAs { get; }

    /// <summary>Where the understanding differs from what was sent.</summary>
    public IReadOnlyList<QueryReading> Readings { get; }

    /// <summary>What to look for.</summary>
    public SearchPlan Plan { get; }

    /// <summary>Says what gave hits their scores.</summary>
    public Explainer Explainer { get; }

    /// <summary>How many of the first hits nearness may order anew.</summary>
    public int NearDepth => _nearness.DepthFor(1);

    /// <summary>Another query that may have been meant; <see langword="null"/> where nothing else is likely enough.</summary>
    /// <param name="matchingAll">How many documents have all of what was typed.</param>
    public string? Suggestion(int matchingAll) => (_proposal.Value ?? (matchingAll < SpellingProposal.FewArticles ? _proposalForLittle() : null))?.Text;

    /// <summary>The order of the hits: where all have the same score, the newest first.</summary>
    public HitOrder Order { get; }

    /// <summary>Ranks what the request finds.</summary>
    /// <param name="count">Hits wanted.</param>
    /// <param name="after">Where they begin, behind the first <see cref="NearDepth"/>; <see langword="null"/> for the best.</param>
    /// <param name="counts">What is to be known of all documents listed.</param>
    public Ranking.Ranking Rank(int count, PlaceInRanking? after, ListedCounts counts)
    {
        if (after is not null)
        {
            return Rank(_request.Match, _request.Filter, new TopHits(_view.Reader, Order, count, after), counts, _deadline);   // behind all that nearness orders
        }

        Ranking.Ranking byEvidence = Rank(_request.Match, _request.Filter, new TopHits(_view.Reader, Order, _nearness.DepthFor(count)), counts, _deadline);
        return byEvidence with { Hits = [.. _nearness.Rerank(byEvidence.Hits).Take(count)] };
    }

    /// <summary>The same ranking with the number of documents that have every unit, if few were seen: what is said and proposed depends on whether there are any.</summary>
    public Ranking.Ranking WithFewCounted(Ranking.Ranking ranking) => ranking.CountsAll || ranking.MatchingAll >= SpellingProposal.FewArticles
        ? ranking
        : ranking with { MatchingAll = Rank(MatchRule.All, _request.Filter, new TopHits(_view.Reader, Order, count: 0), new()).Listed };

    /// <summary>Ranks only what the request counts.</summary>
    /// <param name="order">The order of the hits.</param>
    /// <param name="count">Hits wanted.</param>
    /// <param name="after">Where they begin; <see langword="null"/> for the first.</param>
    public Ranking.Ranking RankCounted(HitOrder order, int count, PlaceInRanking? after)
    {
        bool countsListed = _countsListed ??= Rank(count: 0, after: null, new()) is var all && CountsListed(all.Listed, all.MatchingAll);
        MatchRule rule = countsListed ? _request.Match : MatchRule.All;
        return Rank(rule, _request.Filter, new TopHits(_view.Reader, order, count, after), new());
    }

    /// <summary>The documents that the request finds under another filter.</summary>
    public MatchedDocuments Match(ArticleFilter filter)
    {
        var matched = new MatchedDocuments(_view.Reader.MaxDoc);
        Rank(_request.Match, filter, new TopHits(_view.Reader, Order, count: 0), new() { Matched = matched });
        return matched;
    }

    /// <summary>The documents that the request lists among some.</summary>
    public FixedBitSet ListedAmong(Query some)
    {
        var matched = new MatchedDocuments(_view.Reader.MaxDoc);
        Rank(_request.Match, FilterQuery.Both(FilterQuery.Of(_request.Filter), some), new TopHits(_view.Reader, Order, count: 0), new() { Matched = matched });
        return matched.Listed;
    }

    /// <summary>The documents that the request counts: those with every unit; where none has all, and where any is enough, the listed ones.</summary>
    public FixedBitSet Counted()
    {
        MatchedDocuments matched = Match(_request.Filter);
        return CountsListed(matched.Listed.Cardinality, matched.MatchingAll.Cardinality) ? matched.Listed : matched.MatchingAll;
    }

    /// <summary>Whether the documents counted are the listed ones, not only those with every unit.</summary>
    public bool CountsListed(int listed, int matchingAll) => _request.Match == MatchRule.Any || IsRelaxed(listed, matchingAll);

    /// <summary>Whether no document has every unit, so that those with some have to do.</summary>
    public bool IsRelaxed(int listed, int matchingAll) => _request.Match == MatchRule.Auto && matchingAll == 0 && listed > 0;

    private static ParsedQuery Parse(QuerySyntax syntax, string text)
    {
        ParsedQuery parsed = syntax == QuerySyntax.Advanced ? AdvancedQueryParser.Parse(text) : QueryStringParser.Parse(text);
        return parsed.Error is { } error ? throw new QueryException(error) : parsed;
    }

    private Ranking.Ranking Rank(MatchRule rule, ArticleFilter filter, TopHits top, ListedCounts counts, long deadline = long.MaxValue) =>
        Rank(rule, FilterQuery.Of(filter), top, counts, deadline);

    private Ranking.Ranking Rank(MatchRule rule, Query? filter, TopHits top, ListedCounts counts, long deadline = long.MaxValue) => _hasNothing
        ? new([], 0, 0)   // nothing to search in it
        : _ranker.Rank(Plan.Evidence, rule, FilterQuery.Both(filter, Plan.Constraint), top, counts, _cancellation, deadline);
}
