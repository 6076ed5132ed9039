namespace Search.Engine.Counting;

/// <summary>What the articles of a result are counted by.</summary>
public enum FacetField
{
    /// <summary>The section of the newspaper.</summary>
    Category,

    /// <summary>The newspaper or site.</summary>
    Source,

    /// <summary>Each author.</summary>
    Author,

    /// <summary>Each tag.</summary>
    Tag,

    /// <summary>The year of publication, Vietnam time.</summary>
    Year,
}

/// <summary>A value and how many articles have it.</summary>
/// <param name="Value">As most of them write it; ways to write it that differ by case or tone placement are one.</param>
/// <param name="Count">Articles.</param>
public readonly record struct FacetValue(string Value, int Count);

/// <summary>The most frequent values of a field.</summary>
/// <param name="Field">The field.</param>
/// <param name="Values">By descending count, then in Vietnamese order.</param>
public sealed record Facet(FacetField Field, IReadOnlyList<FacetValue> Values);
