using System.Text.Json.Serialization;

namespace Search.Answers;

/// <summary>What a search found.</summary>
public sealed record SearchResponse
{
    /// <summary>How the query was read.</summary>
    public required QueryResponse Query { get; init; }

    /// <summary>Articles that match; `matched` says how.</summary>
    public required int Total { get; init; }

    /// <summary>`eq`: the totals are exact; `gte`, under `total=fast`: there are so many or more.</summary>
    public required string TotalRelation { get; init; }

    /// <summary>With `collapse`: how many different ones are among `total`; an article and its copies are one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Groups { get; init; }

    /// <summary>Articles listed in all, over all pages.</summary>
    public required int TotalRelaxed { get; init; }

    /// <summary>What `total` counts: `all` the articles with every word of the query; `relaxed` the listed ones, which may lack words:
    /// under `match=any`, and under `match=auto` when no article has all.</summary>
    public required string Matched { get; init; }

    /// <summary>Whether a time budget cut the search.</summary>
    public required bool Partial { get; init; }

    /// <summary>Milliseconds that the search took in the engine.</summary>
    public required double TookMs { get; init; }

    /// <summary>What was searched.</summary>
    public required IndexResponse Index { get; init; }

    /// <summary>The hits of this page, in order.</summary>
    public required IReadOnlyList<HitResponse> Hits { get; init; }

    /// <summary>With `facets`: by field, the values that most articles of `total` have; each field is counted as if there were no filter on it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, IReadOnlyList<FacetValueResponse>>? Facets { get; init; }

    /// <summary>With `interval`: one point for every interval in which anything was published that fulfils the filter; where there is none, nothing was.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<IntervalResponse>? Histogram { get; init; }

    /// <summary>With `interval`: the articles of `total` that have no date.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Undated { get; init; }

    /// <summary>A cursor to the next page; null where there is none.</summary>
    public string? Next { get; init; }
}

/// <summary>A value of a field.</summary>
/// <param name="Value">As most articles write it.</param>
/// <param name="Count">Articles that have it.</param>
public sealed record FacetValueResponse(string Value, int Count);

/// <summary>The articles of one interval.</summary>
/// <param name="From">Its first day, Vietnam time.</param>
/// <param name="Count">Those that match.</param>
/// <param name="Published">All that fulfil the filter, whatever they say: what `count` is a part of.</param>
public sealed record IntervalResponse(DateOnly From, int Count, int Published);

/// <summary>How a query was read.</summary>
public sealed record QueryResponse
{
    /// <summary>The query as it was sent.</summary>
    public required string Text { get; init; }

    /// <summary>The query as it was understood; with `syntax=advanced`, with every operator spelled out.</summary>
    public required string ReadAs { get; init; }

    /// <summary>Where the understanding differs from what was sent.</summary>
    public IReadOnlyList<ReadingResponse> Readings { get; init; } = [];

    /// <summary>Another query that may have been meant, where this one finds little or its words stand nowhere side by side; it was not searched,
    /// though under `match=auto` the words that were probably meant count beside those typed (`spelling` among `readings`). Null where there is none, with `marks=exact`, and for what stands in quotation marks.</summary>
    public string? Suggestion { get; init; }

    /// <summary>What was repaired or ignored.</summary>
    public required IReadOnlyList<QueryProblemResponse> Problems { get; init; }
}

/// <summary>A part of the query that was understood otherwise than it was sent.</summary>
/// <param name="Kind">Why.</param>
/// <param name="Text">What was understood.</param>
/// <param name="Start">0-based offset into the query, in UTF-16 code units.</param>
/// <param name="End">Offset after the last code unit.</param>
/// <param name="Used">`replaced` or `added`.</param>
public sealed record ReadingResponse(string Kind, string Text, int Start, int End, string Used);

/// <summary>A part of the query that was repaired or ignored.</summary>
/// <param name="Kind">`no_terms`, `unclosed_quote` or `words_read_as_phrase`.</param>
/// <param name="Start">0-based offset into the query, in UTF-16 code units.</param>
/// <param name="End">Offset after the last code unit.</param>
/// <param name="Message">A sentence for people; English, or Vietnamese by `Accept-Language: vi`.</param>
public sealed record QueryProblemResponse(string Kind, int Start, int End, string Message);

/// <summary>What was searched.</summary>
/// <param name="Generation">The name of the state of the archive; no two states ever share one.</param>
/// <param name="Analyzer">The version of the analysis of text.</param>
/// <param name="Changed">With `generation`: whether the archive is in another state than that.</param>
public sealed record IndexResponse(
    string Generation, string Analyzer, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] bool? Changed = null);

/// <summary>One article found.</summary>
public sealed record HitResponse
{
    /// <summary>The 1-based place in the ranking.</summary>
    public required int Rank { get; init; }

    /// <summary>The id of the article.</summary>
    public required string Id { get; init; }

    /// <summary>What the ranking gave; comparable within one answer only.</summary>
    public required float Score { get; init; }

    /// <summary>`all` if the article has every word of the query, else `some`.</summary>
    public required string Matches { get; init; }

    /// <summary>The title as given.</summary>
    public required string Title { get; init; }

    /// <summary>With `highlight=html`: the title with what matches in `mark`, all else escaped.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? TitleHtml { get; init; }

    /// <summary>With `highlight=ranges`: pairs of offsets into the title, in UTF-16 code units, end exclusive.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<int[]>? TitleRanges { get; init; }

    /// <summary>Pieces of the text that show why it was found, best first; none with `highlight=none`.</summary>
    public required IReadOnlyList<SnippetResponse> Snippets { get; init; }

    /// <summary>Where it was published; null where not known.</summary>
    public required string? Url { get; init; }

    /// <summary>ISO 8601 date or date and time, as given; null where not known.</summary>
    public required string? Date { get; init; }

    /// <summary>The section of the newspaper; null where not known.</summary>
    public required string? Category { get; init; }

    /// <summary>The authors.</summary>
    public required IReadOnlyList<string> Authors { get; init; }

    /// <summary>The newspaper or site; null where not known.</summary>
    public required string? Source { get; init; }

    /// <summary>The editors' tags.</summary>
    public required IReadOnlyList<string> Tags { get; init; }

    /// <summary>With `explain`: what gave the score.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ExplanationResponse? Explanation { get; init; }

    /// <summary>With `collapse`: the copies of the article that match, too, the earliest first, at most 20.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<CopyResponse>? Copies { get; init; }

    /// <summary>With `collapse`: how many copies there are in all.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? CopiesTotal { get; init; }
}

/// <summary>What gave an article its score.</summary>
/// <param name="Score">The sum over the parts.</param>
/// <param name="Parts">Single words before pairs of them, in the order of the query.</param>
public sealed record ExplanationResponse(float Score, IReadOnlyList<ExplainedPartResponse> Parts);

/// <summary>What one part of the query gave.</summary>
/// <param name="Typed">The part as it was sent.</param>
/// <param name="Kind">How it was looked for: `word`, `letters` (all words with the letters of one typed without marks), `phrase`, `pair` (two words side by
/// side) or `pair_letters`.</param>
/// <param name="Score">What it gave.</param>
/// <param name="Most">What it would give if it occurred any number of times: the rarer, the more.</param>
/// <param name="Matches">What was found where.</param>
/// <param name="English">The same as a sentence.</param>
/// <param name="Vietnamese">The same as a sentence in Vietnamese.</param>
public sealed record ExplainedPartResponse(
    string Typed, string Kind, float Score, float Most, IReadOnlyList<ExplainedMatchResponse> Matches,
    [property: JsonPropertyName("en")] string English, [property: JsonPropertyName("vi")] string Vietnamese);

/// <summary>A word, pair or phrase found in one field.</summary>
/// <param name="Text">In small letters, every sound in one spelling.</param>
/// <param name="Field">`title`, `lead` (also the opening of a text without one) or `body`.</param>
/// <param name="Occurrences">How often.</param>
/// <param name="Reading">How it was understood: `as_typed`, or a kind of `readings`.</param>
public sealed record ExplainedMatchResponse(string Text, string Field, int Occurrences, string Reading);

/// <summary>An article that tells the same as the hit it stands under, mostly in the same words.</summary>
public sealed record CopyResponse
{
    /// <summary>The id of the article.</summary>
    public required string Id { get; init; }

    /// <summary>The title as given.</summary>
    public required string Title { get; init; }

    /// <summary>The newspaper or site; null where not known.</summary>
    public required string? Source { get; init; }

    /// <summary>ISO 8601 date or date and time, as given; null where not known.</summary>
    public required string? Date { get; init; }

    /// <summary>Where it was published; null where not known.</summary>
    public required string? Url { get; init; }
}

/// <summary>A piece of an article's text.</summary>
public sealed record SnippetResponse
{
    /// <summary>The field it is from: `lead` or `body`.</summary>
    public required string Field { get; init; }

    /// <summary>Plain text; an ellipsis stands for what was left out.</summary>
    public required string Text { get; init; }

    /// <summary>With `highlight=html`: the text with what matches in `mark`, all else escaped.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Html { get; init; }

    /// <summary>With `highlight=ranges`: pairs of offsets into the text, in UTF-16 code units, end exclusive.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<int[]>? Ranges { get; init; }
}
