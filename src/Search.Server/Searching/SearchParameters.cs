using System.Globalization;
using Search.Answers;
using Search.Engine.Counting;
using Search.Engine.Querying;
using Search.Engine.Ranking;
using Search.Engine.Searching;
using Search.Server.Parameters;

namespace Search.Server.Searching;

/// <summary>The parameters of a search, and the request that they make.</summary>
internal static class SearchParameters
{
    /// <summary>The most UTF-16 code units of a query in the language of the search box.</summary>
    public const int LongestSimpleQuery = 512;

    public static readonly TextParameter Query = new(
        "q", "What to search for: words, phrases in quotation marks, `-word` for what hits must not have, and fields such as `source:\"Báo Mẫu\"`. "
        + "Marks may be left out (`doi ngoai` finds `đối ngoại`); those that are typed count. Empty or absent: all articles, newest first. "
        + "At most 512 UTF-16 code units, with `syntax=advanced` 16,384; send long ones by POST.", QueryLimits.LongestQuery)
    {
        Example = "đối ngoại công đoàn",
    };

    public static readonly ChoiceParameter<QuerySyntax> Syntax = new(
        "syntax", "The language of `q`: `simple` never fails; `advanced` has AND OR NOT, parentheses, NEAR/5, fields, dates, wildcards and more, finds exactly the articles "
        + "that match, whatever `match` says, and reports what is wrong and where (`/problems/invalid-query`).",
        [("simple", QuerySyntax.Simple), ("advanced", QuerySyntax.Advanced)]);

    public static readonly ChoiceParameter<MatchRule> Match = new(
        "match", "Which articles are listed: `all` those with every word, `any` those with at least one, `auto` those with at least half of the words by weight.",
        [("auto", MatchRule.Auto), ("all", MatchRule.All), ("any", MatchRule.Any)]);

    /// <summary>For routes that count, where it is `all` unless said otherwise.</summary>
    public static readonly ChoiceParameter<MatchRule> MatchAll = Match with
    {
        Description = "Which articles count: `all` those with every word, `any` those with at least one, `auto` those with every word or, if there are none, with at least half.",
        Choices = [("all", MatchRule.All), ("any", MatchRule.Any), ("auto", MatchRule.Auto)],
    };

    public static readonly ChoiceParameter<MarksMode> Marks = new(
        "marks", "What marks that were not typed mean: `auto` a word without marks finds all words that have them, `exact` words are found as typed, "
        + "`ignore` marks do not count at all.",
        [("auto", MarksMode.Auto), ("exact", MarksMode.Exact), ("ignore", MarksMode.Ignore)]);

    public static readonly IntegerParameter Size = new("size", "How many hits the page has at most.", 1, 100, 10);

    public static readonly IntegerParameter Offset = new("offset", "How many hits are left out before the page.", 0, 10_000, 0);

    public static readonly ChoiceParameter<HitOrder> Sort = new(
        "sort", "The order of the hits; undated articles come last in date order.",
        [("relevance", HitOrder.Relevance), ("newest", HitOrder.Newest), ("oldest", HitOrder.Oldest)]);

    public static readonly DateParameter From = new("from", "The first day, Vietnam time. Leaves undated articles out.") { Example = "2023-11-01" };

    public static readonly DateParameter To = new("to", "The last day, inclusive, Vietnam time. Leaves undated articles out.") { Example = "2023-11-30" };

    public static readonly ListParameter Category = Filter("category", "Section of the newspaper", "Công đoàn");

    public static readonly ListParameter Source = Filter("source", "Newspaper or site", "Báo Mẫu");

    public static readonly ListParameter Author = Filter("author", "Author", "Hoàng Phúc");

    public static readonly ListParameter Tag = Filter("tag", "Editors' tag", "đối ngoại");

    public static readonly FlagParameter Collapse = new(
        "collapse", "Lists an article and its copies, such as a wire story that several papers printed, as one hit: the best of them, the others in its `copies`. "
        + "`groups` counts what is then left.");

    public static readonly ChoiceParameter<HighlightForm> Highlight = new(
        "highlight", "How hits show what matches: `html` text with `<mark>`, all else escaped; `ranges` pairs of offsets in UTF-16 code units, end exclusive; "
        + "`none` not at all, and without snippets.",
        [("html", HighlightForm.Html), ("ranges", HighlightForm.Ranges), ("none", HighlightForm.None)]);

    public static readonly FlagParameter Explain = new(
        "explain", "Says of each hit in its `explanation` which words matched where, how each was understood and what it gave to the score, in numbers and in sentences.");

    public static readonly ChoicesParameter<FacetField> Facets = new(
        "facets", "Counts the articles of `total` by these fields; a facet ignores the filter on its own field, so that its other values can be seen.",
        [("category", FacetField.Category), ("source", FacetField.Source), ("author", FacetField.Author), ("tag", FacetField.Tag), ("year", FacetField.Year)])
    {
        Example = "category,year",
    };

    public static readonly IntegerParameter FacetSize = new("facet_size", "How many values a facet has at most.", 1, 1000, 20);

    public static readonly ChoiceParameter<Interval?> Interval = new(
        "interval", "Adds a histogram of `total` by the time of publication, Vietnam time; weeks begin on Monday.",
        [("none", null), ("day", Engine.Counting.Interval.Day), ("week", Engine.Counting.Interval.Week), ("month", Engine.Counting.Interval.Month),
            ("quarter", Engine.Counting.Interval.Quarter), ("year", Engine.Counting.Interval.Year)]);

    public static readonly TextParameter Cursor = new(
        "cursor", "The `next` of the page before, with all other parameters as they were but `size`: goes on in the same state of the archive, whatever was written since. "
        + "A cursor serves for five minutes after its last use; then `/problems/cursor-expired`. Not together with `offset`.", 400);

    public static readonly ChoiceParameter<TotalPrecision> Total = new(
        "total", "`exact` counts all; `fast` may stop counting early, in which case `total_relation` is `gte`.", [("exact", TotalPrecision.Exact), ("fast", TotalPrecision.Fast)]);

    public static readonly TextParameter Generation = new(
        "generation", "The `index.generation` of an earlier answer, to make a permanent link: `index.changed` then says whether the archive has changed since.", 64);

    public static readonly IntegerParameter Recency = new(
        "recency", "Lifts new articles under `sort=relevance`: after so many days half of the lift is gone. 0: age does not matter.", 0, 36_500, 0);

    /// <summary>The conditions on articles besides the query.</summary>
    public static IReadOnlyList<ApiParameter> Filters { get; } = [From, To, Category, Source, Author, Tag];

    /// <summary>What chooses the articles that a route counts.</summary>
    public static IReadOnlyList<ApiParameter> Counted { get; } = [Query, Syntax, MatchAll, Marks, .. Filters];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ApiParameter> All { get; } =
    [
        Query, Syntax, Match, Marks, Size, Offset, Cursor, Sort, Recency, From, To, Category, Source, Author, Tag, Collapse, Highlight, Explain, Facets, FacetSize, Interval, Total, Generation,
    ];

    /// <summary>Reads what <see cref="Counted"/> chooses; problems are with the reader.</summary>
    public static SearchRequest ReadCounted(ParameterReader read)
    {
        QuerySyntax syntax = read.Choice(Syntax);
        return new()
        {
            Query = read.Text(Query, LongestQuery(syntax)),
            Syntax = syntax,
            Match = read.Choice(MatchAll),
            Marks = read.Choice(Marks),
            Filter = ReadFilter(read),
            Highlight = false,
        };
    }

    /// <summary>The most UTF-16 code units of a query.</summary>
    public static int LongestQuery(QuerySyntax syntax) => syntax == QuerySyntax.Advanced ? Query.MaxLength : LongestSimpleQuery;

    /// <summary>Reads the conditions on articles; problems are with the reader.</summary>
    public static ArticleFilter ReadFilter(ParameterReader read)
    {
        var filter = new ArticleFilter
        {
            From = read.Date(From),
            To = read.Date(To),
            Categories = read.List(Category),
            Sources = read.List(Source),
            Authors = read.List(Author),
            Tags = read.List(Tag),
        };
        if (filter is { From: { } from, To: { } to } && from > to)
        {
            read.Problems.Add(From.Name, new Wording(
                $"The parameter from is {from:yyyy-MM-dd}, which is after to, {to:yyyy-MM-dd}.",
                $"Ngày đầu (from) là {from:yyyy-MM-dd}, sau ngày cuối (to) là {to:yyyy-MM-dd}."));
        }

        return filter;
    }

    /// <summary>Reads the request of the engine; problems are with the reader.</summary>
    public static SearchRequest Read(ParameterReader read, Page page)
    {
        QuerySyntax syntax = read.Choice(Syntax);
        return new SearchRequest
        {
            Query = read.Text(Query, LongestQuery(syntax)),
            Syntax = syntax,
            Match = read.Choice(Match),
            Marks = read.Choice(Marks),
            Order = read.Choice(Sort),
            Recency = read.Integer(Recency) is var days and > 0 ? TimeSpan.FromDays(days) : null,
            Filter = ReadFilter(read),
            Collapse = read.Flag(Collapse),
            Explain = read.Flag(Explain),
            Page = page,
        };
    }

    /// <summary>The query of a request in an address.</summary>
    public static (string Name, string? Value) Write(string query) => (Query.Name, query.Length == 0 ? null : query);

    /// <summary>The conditions on articles in an address.</summary>
    public static IEnumerable<(string Name, string? Value)> Write(ArticleFilter filter) =>
    [
        (From.Name, Iso(filter.From)),
        (To.Name, Iso(filter.To)),
        .. WriteValues(filter),
    ];

    /// <summary>Those of them that a value of a facet chooses.</summary>
    public static IEnumerable<(string Name, string Value)> WriteValues(ArticleFilter filter) =>
    [
        .. filter.Categories.Select(static value => (Category.Name, value)),
        .. filter.Sources.Select(static value => (Source.Name, value)),
        .. filter.Authors.Select(static value => (Author.Name, value)),
        .. filter.Tags.Select(static value => (Tag.Name, value)),
    ];

    /// <summary>A request for the page of search in an address, without what is the default there.</summary>
    public static IEnumerable<(string Name, string? Value)> Write(SearchRequest request) =>
    [
        Write(request.Query),
        (Syntax.Name, Syntax.Word(request.Syntax)),
        (Match.Name, Match.Word(request.Match)),
        (Marks.Name, Marks.Word(request.Marks)),
        (Sort.Name, Sort.Word(request.Order)),
        .. Write(request.Filter),
    ];

    /// <summary>A day as parameters have it.</summary>
    public static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static ListParameter Filter(string name, string what, string example) =>
        new(name, $"{what}. Repeatable: any of them. Compared by canonical form, case-blind.") { Example = example };
}
