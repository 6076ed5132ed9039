using Search.Answers;
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

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ApiParameter> All { get; } =
        [Query, Syntax, Match, Marks, Size, Offset, Sort, From, To, Category, Source, Author, Tag, Collapse, Highlight, Explain];

    /// <summary>Reads the request of the engine; problems are with the reader.</summary>
    public static SearchRequest Read(ParameterReader read, Page page)
    {
        QuerySyntax syntax = read.Choice(Syntax);
        var request = new SearchRequest
        {
            Query = read.Text(Query, syntax == QuerySyntax.Advanced ? Query.MaxLength : LongestSimpleQuery),
            Syntax = syntax,
            Match = read.Choice(Match),
            Marks = read.Choice(Marks),
            Order = read.Choice(Sort),
            Filter = new ArticleFilter
            {
                From = read.Date(From),
                To = read.Date(To),
                Categories = read.List(Category),
                Sources = read.List(Source),
                Authors = read.List(Author),
                Tags = read.List(Tag),
            },
            Collapse = read.Flag(Collapse),
            Explain = read.Flag(Explain),
            Page = page,
        };
        if (request.Filter is { From: { } from, To: { } to } && from > to)
        {
            read.Problems.Add(From.Name, new Wording(
                $"The parameter from is {from:yyyy-MM-dd}, which is after to, {to:yyyy-MM-dd}.",
                $"Ngày đầu (from) là {from:yyyy-MM-dd}, sau ngày cuối (to) là {to:yyyy-MM-dd}."));
        }

        return request;
    }

    private static ListParameter Filter(string name, string what, string example) =>
        new(name, $"{what}. Repeatable: any of them. Compared by canonical form, case-blind.") { Example = example };
}
