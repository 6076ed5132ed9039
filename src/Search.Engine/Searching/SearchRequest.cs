using Search.Engine.Counting;
using Search.Engine.Querying;
using Search.Engine.Ranking;

namespace Search.Engine.Searching;

/// <summary>What to search for.</summary>
public sealed record SearchRequest
{
    /// <summary>The query string; empty for all articles, which are then listed newest first.</summary>
    public string Query { get; init; } = "";

    /// <summary>The language of the query string.</summary>
    public QuerySyntax Syntax { get; init; } = QuerySyntax.Simple;

    /// <summary>Which articles are listed. In the analysts' language the query says it all, and this says nothing.</summary>
    public MatchRule Match { get; init; } = MatchRule.Auto;

    /// <summary>The order of the hits.</summary>
    public HitOrder Order { get; init; } = HitOrder.Relevance;

    /// <summary>Lifts new articles under <see cref="HitOrder.Relevance"/>: after this time half of the lift is gone. <see langword="null"/> where age does not matter.</summary>
    /// <value>Above zero.</value>
    public TimeSpan? Recency { get; init; }

    /// <summary>Whether marks that were not typed may stand in the text.</summary>
    public MarksMode Marks { get; init; } = MarksMode.Auto;

    /// <summary>Which of the articles.</summary>
    public ArticleFilter Filter { get; init; } = ArticleFilter.None;

    /// <summary>Which part of the ranking.</summary>
    public Page Page { get; init; } = new(0, 10);

    /// <summary>Whether copies of an article are listed under the best of them, as one hit.</summary>
    public bool Collapse { get; init; }

    /// <summary>Whether words that the collection never has side by side may be mistyped ones. The query that may have been meant is then proposed, and
    /// under <see cref="MatchRule.Auto"/> its words count beside those typed.</summary>
    public bool ReadsMistakes { get; init; } = true;

    /// <summary>Whether hits come with what gave their scores.</summary>
    public bool Explain { get; init; }

    /// <summary>Whether hits come with what matches in them.</summary>
    public bool Highlight { get; init; } = true;

    /// <summary>What to count besides.</summary>
    public ResultCounts Counts { get; init; } = ResultCounts.None;

    /// <summary>How exactly the articles are counted that are no hits.</summary>
    public TotalPrecision Total { get; init; } = TotalPrecision.Exact;

    /// <summary>When to stop looking at further articles and answer with what was found; <see langword="null"/> for no limit.</summary>
    public TimeSpan? TimeBudget { get; init; }

    /// <summary>Where to go on: the <see cref="SearchPage.Next"/> of an earlier page of the same request, whose state of the archive is then searched; it takes
    /// the place of <see cref="Page.Offset"/>.</summary>
    public string? Cursor { get; init; }

    /// <summary>Whether the page is to come with a <see cref="SearchPage.Next"/>; the state of the archive is then kept for a while.</summary>
    public bool WantsNext { get; init; }
}

/// <summary>How exactly articles are counted that are no hits.</summary>
public enum TotalPrecision
{
    /// <summary>All.</summary>
    Exact,

    /// <summary>At least those that had to be looked at for the hits.</summary>
    Fast,
}

/// <summary>What of a result is counted.</summary>
public sealed record ResultCounts
{
    /// <summary>Nothing but the total.</summary>
    public static ResultCounts None { get; } = new();

    /// <summary>The fields whose values are counted. Each is counted as if the filter had no condition on it, so that its other values can be seen.</summary>
    public IReadOnlyList<FacetField> Facets { get; init; } = [];

    /// <summary>How many values there are of each field, at most.</summary>
    public int FacetSize { get; init; } = 20;

    /// <summary>By what time of publication articles are counted; <see langword="null"/> for not at all.</summary>
    public Interval? Interval { get; init; }

    /// <summary>Whether nothing is counted.</summary>
    public bool AreNone => Facets.Count == 0 && Interval is null;
}

/// <summary>A part of a ranking.</summary>
/// <param name="Offset">Hits left out at the beginning; 0 or more.</param>
/// <param name="Size">Hits wanted; 0 or more.</param>
public readonly record struct Page(int Offset, int Size)
{
    /// <summary>Hits to rank for the page.</summary>
    public int End => Offset + Size;
}

/// <summary>Conditions that every hit fulfils. Of several values of one kind, any will do; values are compared by canonical form, case-blind.</summary>
public sealed record ArticleFilter
{
    /// <summary>All articles.</summary>
    public static ArticleFilter None { get; } = new();

    /// <summary>Whether there is no condition.</summary>
    public bool IsEmpty => this is { From: null, To: null, Categories.Count: 0, Sources.Count: 0, Authors.Count: 0, Tags.Count: 0 };

    /// <summary>The first day, in Vietnam time; leaves undated articles out.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day, inclusive, in Vietnam time; leaves undated articles out.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Sections.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Newspapers or sites.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>Authors.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>Tags.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];
}
