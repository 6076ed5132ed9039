namespace Search.Answers;

/// <summary>How hits show what matches.</summary>
public enum HighlightForm
{
    /// <summary>HTML with <c>mark</c> elements.</summary>
    Html,

    /// <summary>Ranges into the text.</summary>
    Ranges,

    /// <summary>Not at all.</summary>
    None,
}
