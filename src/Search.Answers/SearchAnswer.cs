using System.Text.Json;
using Search.Articles;
using Search.Engine.Explaining;
using Search.Engine.Highlighting;
using Search.Engine.Querying;
using Search.Engine.Ranking;
using Search.Engine.Searching;

namespace Search.Answers;

/// <summary>Writes what the engine found as the answer of the API.</summary>
public static class SearchAnswer
{
    /// <summary>The answer to a request.</summary>
    /// <param name="page">What the engine found.</param>
    /// <param name="request">What it was asked.</param>
    /// <param name="highlight">How hits show what matches.</param>
    /// <param name="language">The language of its messages.</param>
    public static SearchResponse Of(SearchPage page, SearchRequest request, HighlightForm highlight, Language language)
    {
        string text = WellFormedText.Of(page.Query.Text);
        bool countsAnyMatch = request.Match == MatchRule.Any && page.Query.Parts.Count > 0;
        return new SearchResponse
        {
            Query = new QueryResponse
            {
                Text = text,
                ReadAs = WellFormedText.Of(page.ReadAs),
                Readings = [.. page.Readings.Select(Of)],
                Suggestion = WellFormed(page.Suggestion),
                Problems = [.. page.Query.Problems.Select(problem => Of(problem, language))],
            },
            Total = page.Total,
            TotalRelation = page.TotalIsExact ? "eq" : "gte",
            Groups = page.Groups,
            TotalRelaxed = page.TotalRelaxed,
            Matched = page.IsRelaxed || countsAnyMatch ? "relaxed" : "all",
            Partial = page.IsPartial,
            TookMs = Math.Round(page.Took.TotalMilliseconds, 2),
            Index = new IndexResponse(page.Generation, page.Analyzer),
            Hits = [.. page.Hits.Select(hit => Of(hit, highlight, request.Collapse))],
            Facets = request.Counts.Facets.Count == 0 ? null : page.Facets.ToDictionary(
                static facet => JsonNamingPolicy.SnakeCaseLower.ConvertName(facet.Field.ToString()),
                static IReadOnlyList<FacetValueResponse> (facet) => [.. facet.Values.Select(static value => new FacetValueResponse(WellFormedText.Of(value.Value), value.Count))]),
            Histogram = request.Counts.Interval is null ? null : AnalystAnswers.Of(page.Histogram.Points),
            Undated = request.Counts.Interval is null ? null : page.Histogram.Undated,
            Next = page.Next,
        };
    }

    /// <summary>The answer that lists articles on the subject of another.</summary>
    public static SimilarResponse Of(IReadOnlyList<Hit> similar) => new([.. similar.Select(hit => Of(hit, HighlightForm.Html, isCollapsed: false))]);

    /// <summary>What was repaired or ignored in a query, as a sentence for people.</summary>
    public static Wording Message(QueryProblemKind kind) => kind switch
    {
        QueryProblemKind.NoTerms => new(
            "There is nothing to search for in the query: it has no words or numbers.",
            "Không có gì để tìm: câu tìm không có chữ hay số nào."),
        QueryProblemKind.UnclosedQuote => new(
            "This quotation mark has no second one and was ignored.",
            "Dấu ngoặc kép này không có dấu thứ hai đi cùng nên được bỏ qua."),
        QueryProblemKind.WordsReadAsPhrase => new(
            "These words beside NEAR were read as one phrase; put what belongs together into quotation marks to say so.",
            "Những từ này đứng cạnh NEAR nên được hiểu là một cụm; hãy đặt phần đi liền nhau trong ngoặc kép để nói rõ."),
        _ => new("This part of the query was ignored.", "Phần này của câu tìm được bỏ qua."),
    };

    private static ReadingResponse Of(QueryReading reading) => new(
        JsonNamingPolicy.SnakeCaseLower.ConvertName(reading.Kind.ToString()), WellFormedText.Of(reading.Text), reading.Start, reading.End,
        reading.IsReplaced ? "replaced" : "added");

    private static QueryProblemResponse Of(QueryProblem problem, Language language) => new(
        JsonNamingPolicy.SnakeCaseLower.ConvertName(problem.Kind.ToString()),
        problem.Start, problem.Start + problem.Length, Message(problem.Kind).In(language));

    private static HitResponse Of(Hit hit, HighlightForm highlight, bool isCollapsed) => new()
    {
        Rank = hit.Rank,
        Id = hit.Article.Id,
        Score = hit.Score,
        Matches = hit.MatchesAll ? "all" : "some",
        Title = WellFormedText.Of(hit.Article.Title),
        TitleHtml = highlight == HighlightForm.Html ? MarkedHtml.Of(hit.Article.Title, hit.TitleRanges) : null,
        TitleRanges = highlight == HighlightForm.Ranges ? Pairs(hit.TitleRanges) : null,
        Snippets = [.. hit.Snippets.Select(snippet => Of(snippet, highlight))],
        Url = WellFormed(hit.Article.Url),
        Date = hit.Article.Date?.Text,
        Category = WellFormed(hit.Article.Category),
        Authors = [.. hit.Article.Authors.Select(WellFormedText.Of)],
        Source = WellFormed(hit.Article.Source),
        Tags = [.. hit.Article.Tags.Select(WellFormedText.Of)],
        Explanation = hit.Explanation is null ? null : Of(hit.Explanation, hit.Score),
        Copies = isCollapsed ? [.. hit.Copies.Select(Of)] : null,
        CopiesTotal = isCollapsed ? hit.CopyCount : null,
    };

    private static ExplanationResponse Of(HitExplanation explanation, float score) => new(score, [.. explanation.Parts.Select(Of)]);

    private static ExplainedPartResponse Of(ExplainedPart part)
    {
        Wording sentence = ExplanationWording.Of(part);
        return new(
            WellFormedText.Of(part.Typed), JsonNamingPolicy.SnakeCaseLower.ConvertName(part.Kind.ToString()), part.Score, part.Most,
            [.. part.Matches.Select(match => new ExplainedMatchResponse(
                match.Text, match.Field, match.Occurrences,
                match.Reading is { } reading ? JsonNamingPolicy.SnakeCaseLower.ConvertName(reading.ToString()) : "as_typed"))],
            WellFormedText.Of(sentence.English), WellFormedText.Of(sentence.Vietnamese));
    }

    private static CopyResponse Of(Article copy) => new()
    {
        Id = copy.Id,
        Title = WellFormedText.Of(copy.Title),
        Source = WellFormed(copy.Source),
        Date = copy.Date?.Text,
        Url = WellFormed(copy.Url),
    };

    private static SnippetResponse Of(Snippet snippet, HighlightForm highlight) => new()
    {
        Field = snippet.Field,
        Text = WellFormedText.Of(snippet.Text),
        Html = highlight == HighlightForm.Html ? MarkedHtml.Of(snippet.Text, snippet.Ranges) : null,
        Ranges = highlight == HighlightForm.Ranges ? Pairs(snippet.Ranges) : null,
    };

    private static List<int[]> Pairs(IReadOnlyList<TextRange> ranges) => [.. ranges.Select(static range => new[] { range.Start, range.End })];

    private static string? WellFormed(string? text) => text is null ? null : WellFormedText.Of(text);
}
