namespace Search.Answers;

/// <summary>The languages that answers speak to people.</summary>
public enum Language
{
    /// <summary>The language of the API unless the caller asks for another.</summary>
    English,

    /// <summary>The language of the pages, and of the API with <c>Accept-Language: vi</c>.</summary>
    Vietnamese,
}
