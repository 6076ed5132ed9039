namespace Search.Articles;

/// <summary>One article: what ingestion produces, the engine indexes and the service returns.</summary>
/// <remarks>Text fields hold the characters as given, in whatever Unicode form they came. Instances are immutable and may be shared
/// between threads.</remarks>
public sealed record Article
{
    /// <summary>The identity within an index, as <see cref="ArticleId.IsValid"/> demands.</summary>
    public required string Id { get; init; }

    /// <summary>The headline; may be empty if <see cref="Body"/> is not.</summary>
    public string Title { get; init; } = "";

    /// <summary>The sapo: the paragraph in bold between headline and body; empty where there is none.</summary>
    public string Lead { get; init; } = "";

    /// <summary>Plain text; paragraphs are separated by a newline.</summary>
    public string Body { get; init; } = "";

    /// <summary>When it was published; <see langword="null"/> for an undated article.</summary>
    public ArticleDate? Date { get; init; }

    /// <summary>The names of the authors, in the order given.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>The editors' tags, in the order given.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>The section of the newspaper; <see langword="null"/> where none is known.</summary>
    public string? Category { get; init; }

    /// <summary>The newspaper or site; <see langword="null"/> where none is known.</summary>
    public string? Source { get; init; }

    /// <summary>Where it was published, an absolute http or https address; <see langword="null"/> where none is known.</summary>
    public string? Url { get; init; }

    /// <summary>The article as one JSON object in UTF-8: the object it was read from, with the fields that this record does not know,
    /// or, for an article made in code, what <see cref="ArticleJson.Write"/> makes of its fields.</summary>
    /// <remarks>An object that was given is kept by <c>with</c>, whatever else changes.</remarks>
    public ReadOnlyMemory<byte> Json
    {
        get => field.IsEmpty ? ArticleJson.Write(this) : field;
        init;
    }
}
