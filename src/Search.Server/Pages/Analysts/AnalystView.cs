using Search.Answers;
using Search.Engine.Counting;
using Search.Engine.Exporting;
using Search.Engine.Querying;
using Search.Engine.Searching;
using Search.Server.Parameters;
using Search.Server.Searching;

namespace Search.Server.Pages.Analysts;

/// <summary>What an analyst asked.</summary>
/// <param name="Queries">One or more, in the language that <paramref name="Request"/> names; empty ones find everything.</param>
/// <param name="Request">What they have in common, without a query.</param>
/// <param name="Interval">By what articles are counted.</param>
/// <param name="IsShare">Whether to show shares of what was published in place of counts.</param>
/// <param name="WantsTerms">Whether to find the significant terms of the first query, which takes longer.</param>
/// <param name="Generation">The state of the archive of a permanent link; empty for none.</param>
public sealed record AnalystQuestion(IReadOnlyList<string> Queries, SearchRequest Request, Interval Interval, bool IsShare, bool WantsTerms, string Generation)
{
    /// <summary>The address of the question on a page of the service, relative to the base address.</summary>
    public string Link(string path = "analyst") => path + AddressQuery.Of(
    [
        .. Queries.Select(SearchParameters.Write),
        (AnalystParameters.Syntax.Name, AnalystParameters.Syntax.Word(Request.Syntax)),
        .. Conditions,
        (AnalystParameters.Interval.Name, AnalystParameters.Interval.Word(Interval)),
        (AnalystParameters.View.Name, AnalystParameters.View.Word(IsShare)),
        (AnalystParameters.Terms.Name, WantsTerms ? "true" : null),
        (SearchParameters.Generation.Name, Generation.Length == 0 ? null : Generation),
    ]);

    /// <summary>The address of the first query on a route of the API.</summary>
    /// <param name="route">The route.</param>
    /// <param name="name">A parameter of its own.</param>
    /// <param name="value">The value of that.</param>
    public string Api(string route, string name, string value) => $"api/{route}" + AddressQuery.Of(
        [SearchParameters.Write(Queries[0]), (SearchParameters.Syntax.Name, SearchParameters.Syntax.Word(Request.Syntax)), .. Conditions, (name, value)]);

    private IEnumerable<(string Name, string? Value)> Conditions =>
        [(SearchParameters.MatchAll.Name, SearchParameters.MatchAll.Word(Request.Match)), .. SearchParameters.Write(Request.Filter)];
}

/// <summary>What the page of analysts shows.</summary>
/// <param name="Question">What was asked.</param>
/// <param name="Problems">What is wrong with its parameters.</param>
/// <param name="Errors">For each query what is wrong with it, or <see langword="null"/>.</param>
/// <param name="Found">What the first query without an error found, with facets; <see langword="null"/> if there is none.</param>
/// <param name="Timeline">The queries without errors by time.</param>
/// <param name="Lines">The first articles of <paramref name="Found"/>, newest first, with matches in their context.</param>
/// <param name="Terms">Its significant terms, if asked for.</param>
public sealed record AnalystView(
    AnalystQuestion Question, IReadOnlyList<Wording> Problems, IReadOnlyList<QueryError?> Errors, SearchPage? Found, Timeline? Timeline, IReadOnlyList<ExportedArticle> Lines, SignificantTerms? Terms)
{
    /// <summary>The searches that are kept under names.</summary>
    public IReadOnlyList<SavedLink> Saved { get; init; } = [];

    /// <summary>Whether the archive is in another state than the permanent link names.</summary>
    public bool HasChanged => Question.Generation.Length > 0 && Found is not null && Found.Generation != Question.Generation;

    /// <summary>The chart of the timeline.</summary>
    public TimelineChart Chart => new(Timeline?.Series ?? [], Question.Interval, Question.IsShare);
}

/// <summary>A search that is kept under a name.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Query">What it searches for.</param>
/// <param name="Address">It on the page of search.</param>
public sealed record SavedLink(string Name, string Query, string Address);

/// <summary>The parameters of the page besides those of search.</summary>
internal static class AnalystParameters
{
    /// <summary>Queries that are compared.</summary>
    public const int MostQueries = 4;

    public static readonly ListParameter Queries = new(SearchParameters.Query.Name, "");

    /// <summary>The analysts' language, unless said otherwise.</summary>
    public static readonly ChoiceParameter<QuerySyntax> Syntax = SearchParameters.Syntax with { Choices = [("advanced", QuerySyntax.Advanced), ("simple", QuerySyntax.Simple)] };

    public static readonly ChoiceParameter<Interval> Interval = new(
        "interval", "",
        [("month", Engine.Counting.Interval.Month), ("day", Engine.Counting.Interval.Day), ("week", Engine.Counting.Interval.Week),
            ("quarter", Engine.Counting.Interval.Quarter), ("year", Engine.Counting.Interval.Year)]);

    public static readonly ChoiceParameter<bool> View = new("view", "", [("count", false), ("share", true)]);

    public static readonly FlagParameter Terms = new("terms", "");
}
