namespace Search.Engine.Querying;

/// <summary>How far a query in the analysts' language may go.</summary>
public static class QueryLimits
{
    /// <summary>UTF-16 code units of a query.</summary>
    public const int LongestQuery = 16 * 1024;

    /// <summary>Words, values and dates of a query in all; a phrase counts with each of its words.</summary>
    public const int MostWords = 1024;

    /// <summary>Parentheses and field names inside each other.</summary>
    public const int DeepestNesting = 64;

    /// <summary>Words that may stand between the operands of <c>NEAR</c>, or among those of a near phrase.</summary>
    public const int LongestDistance = 100;

    /// <summary>The smallest factor behind <c>^</c>.</summary>
    public const float SmallestBoost = 0.01f;

    /// <summary>The largest factor behind <c>^</c>.</summary>
    public const int LargestBoost = 100;

    /// <summary>Words of the collection for which all wildcards and fuzzy words of a query together may stand.</summary>
    public const int MostTerms = 4096;
}
