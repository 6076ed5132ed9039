using Search.Articles;
using Search.Engine.Counting;
using Search.Engine.Explaining;
using Search.Engine.Highlighting;
using Search.Engine.Querying;

namespace Search.Engine.Searching;

/// <summary>The answer to a <see cref="SearchRequest"/>, from one commit of the index.</summary>
public sealed record SearchPage
{
    /// <summary>The query as it was parsed.</summary>
    public required ParsedQuery Query { get; init; }

    /// <summary>The query as it was understood.</summary>
    public required string ReadAs { get; init; }

    /// <summary>Where the understanding differs from what was sent, in the order of the query.</summary>
    public required IReadOnlyList<QueryReading> Readings { get; init; }

    /// <summary>Another query that may have been meant, of words and pairs that the collection has more of; <see langword="null"/> where there is none.</summary>
    public string? Suggestion { get; init; }

    /// <summary>The articles counted: those that match all units, or under <see cref="Ranking.MatchRule.Any"/> any; if none matches all under
    /// <see cref="Ranking.MatchRule.Auto"/>, those listed.</summary>
    public required int Total { get; init; }

    /// <summary>Under <see cref="SearchRequest.Collapse"/>, how many different ones are among the articles that <see cref="Total"/> counts; an article and its
    /// copies are one. Otherwise <see langword="null"/>.</summary>
    public int? Groups { get; init; }

    /// <summary>The articles listed in all.</summary>
    public required int TotalRelaxed { get; init; }

    /// <summary>Whether these numbers are exact; under <see cref="TotalPrecision.Fast"/> there may be more.</summary>
    public bool TotalIsExact { get; init; } = true;

    /// <summary>Whether <see cref="Total"/> counts articles that lack a unit, because none has all.</summary>
    public required bool IsRelaxed { get; init; }

    /// <summary>Whether <see cref="SearchRequest.TimeBudget"/> was used up before all articles were looked at: there may be more, and better ones.</summary>
    public bool IsPartial { get; init; }

    /// <summary>The hits of the page, in order.</summary>
    public required IReadOnlyList<Hit> Hits { get; init; }

    /// <summary>The facets asked for, in the order asked.</summary>
    public IReadOnlyList<Facet> Facets { get; init; } = [];

    /// <summary>The histogram asked for.</summary>
    public Histogram Histogram { get; init; } = Histogram.None;

    /// <summary>The cursor to the next page, if asked for; <see langword="null"/> behind the last.</summary>
    public string? Next { get; init; }

    /// <summary>The name of the commit that answered; no two states of an archive share one.</summary>
    public required string Generation { get; init; }

    /// <summary>The version of the analysis that made the terms.</summary>
    public required string Analyzer { get; init; }

    /// <summary>The time the engine took.</summary>
    public required TimeSpan Took { get; init; }
}

/// <summary>One article found.</summary>
public sealed record Hit
{
    /// <summary>The most copies that a hit comes with.</summary>
    public const int MostCopies = 20;

    /// <summary>The 1-based place in the ranking.</summary>
    public required int Rank { get; init; }

    /// <summary>What the ranking gave; comparable within one answer only.</summary>
    public required float Score { get; init; }

    /// <summary>Whether the article has every unit of the query.</summary>
    public required bool MatchesAll { get; init; }

    /// <summary>The article as stored.</summary>
    public required Article Article { get; init; }

    /// <summary>Under <see cref="SearchRequest.Collapse"/>, the copies of the article that the search lists, too, at most <see cref="MostCopies"/>, by date, undated
    /// ones last, then by id.</summary>
    public IReadOnlyList<Article> Copies { get; init; } = [];

    /// <summary>How many copies there are in all.</summary>
    public int CopyCount { get; init; }

    /// <summary>Under <see cref="SearchRequest.Explain"/>, what gave the score.</summary>
    public HitExplanation? Explanation { get; init; }

    /// <summary>What matches in the title: ascending ranges into it.</summary>
    public IReadOnlyList<TextRange> TitleRanges { get; init; } = [];

    /// <summary>What matches in the text, best first; the beginning of the text where nothing does.</summary>
    public IReadOnlyList<Snippet> Snippets { get; init; } = [];
}
