namespace Search.Vietnamese.Typing;

/// <summary>A query that was typed without an input method, read as it was meant.</summary>
/// <remarks>What was not decoded is in <see cref="Text"/> as it was sent, white space and punctuation included.</remarks>
public sealed class DecodedQuery
{
    internal DecodedQuery(TypingMethod method, string text, IReadOnlyList<TypedReading> words, IReadOnlyList<TypedReading> readings)
    {
        Method = method;
        Text = text;
        Words = words;
        Readings = readings;
    }

    /// <summary>The method in which it was typed; a query has one.</summary>
    public TypingMethod Method { get; }

    /// <summary>The whole query with its typed words decoded.</summary>
    public string Text { get; }

    /// <summary>The decoded words, in the order of the query; at least one.</summary>
    public IReadOnlyList<TypedReading> Words { get; }

    /// <summary>The decoded words, those joined to one reading that only white space separates: what a page shows as "read as".</summary>
    public IReadOnlyList<TypedReading> Readings { get; }
}
