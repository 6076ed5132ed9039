using Search.Engine.Highlighting;

namespace Search.Engine.Suggesting;

/// <summary>What a suggestion is.</summary>
public enum SuggestionKind
{
    /// <summary>A phrase that articles of the collection repeat.</summary>
    Phrase,

    /// <summary>A tag of articles.</summary>
    Tag,

    /// <summary>The title of an article.</summary>
    Title,
}

/// <summary>What somebody who is typing may be about to type.</summary>
public sealed record Suggestion
{
    /// <summary>The text, as the collection mostly writes it.</summary>
    public required string Text { get; init; }

    /// <summary>What was typed already: ascending ranges into <see cref="Text"/>.</summary>
    public required IReadOnlyList<TextRange> Ranges { get; init; }

    /// <summary>What it is.</summary>
    public required SuggestionKind Kind { get; init; }

    /// <summary>The articles that repeat the phrase or have the tag, at least 1; for a title 1.</summary>
    public required int Count { get; init; }

    /// <summary>The article of a title; otherwise <see langword="null"/>.</summary>
    public string? ArticleId { get; init; }

    /// <summary>Where the article of a title was published, if that is known.</summary>
    public string? Url { get; init; }
}
