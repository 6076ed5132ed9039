using System.Text.Json;
using System.Text.Json.Serialization;
using Search.Engine.Suggesting;

namespace Search.Answers;

/// <summary>Completions of what was typed.</summary>
/// <param name="Suggestions">Best first.</param>
public sealed record SuggestResponse(IReadOnlyList<SuggestionResponse> Suggestions);

/// <summary>One completion.</summary>
public sealed record SuggestionResponse
{
    /// <summary>The text to search for.</summary>
    public required string Text { get; init; }

    /// <summary>The text with what was typed already in `mark`, all else escaped.</summary>
    public required string Html { get; init; }

    /// <summary>`phrase`, `tag` or `title`.</summary>
    public required string Kind { get; init; }

    /// <summary>The articles that repeat the phrase or have the tag; for a title 1.</summary>
    public required int Count { get; init; }

    /// <summary>The id of the article; for titles only.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Id { get; init; }

    /// <summary>Where the article was published; for titles only, where it is known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Url { get; init; }
}

/// <summary>Writes suggestions as the answer of the API.</summary>
public static class SuggestAnswer
{
    /// <summary>The answer.</summary>
    public static SuggestResponse Of(IReadOnlyList<Suggestion> suggestions) => new([.. suggestions.Select(static suggestion => new SuggestionResponse
    {
        Text = WellFormedText.Of(suggestion.Text),
        Html = MarkedHtml.Of(suggestion.Text, suggestion.Ranges),
        Kind = JsonNamingPolicy.SnakeCaseLower.ConvertName(suggestion.Kind.ToString()),
        Count = suggestion.Count,
        Id = suggestion.ArticleId,
        Url = suggestion.Url is null ? null : WellFormedText.Of(suggestion.Url),
    })]);
}
