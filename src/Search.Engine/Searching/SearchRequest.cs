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
