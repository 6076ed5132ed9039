namespace Search.Engine.Querying;

/// <summary>A part of a query that was understood otherwise than it was sent.</summary>
/// <param name="Kind">Why.</param>
/// <param name="Text">What was understood.</param>
/// <param name="Start">0-based offset, in UTF-16 code units, into the query string as the user sent it.</param>
/// <param name="End">Offset after its last code unit.</param>
/// <param name="IsReplaced">Whether what was sent is no longer searched; otherwise this is searched beside it.</param>
public readonly record struct QueryReading(QueryReadingKind Kind, string Text, int Start, int End, bool IsReplaced);

/// <summary>The kinds of <see cref="QueryReading"/>.</summary>
public enum QueryReadingKind
{
    /// <summary>The keys of the Telex typing method were decoded.</summary>
    Telex,

    /// <summary>The keys of the VNI typing method were decoded.</summary>
    Vni,

    /// <summary>VIQR was decoded.</summary>
    Viqr,

    /// <summary>Marks that were not typed were restored.</summary>
    MarksRestored,

    /// <summary>The long form of an acronym, or the acronym of a phrase.</summary>
    Acronym,

    /// <summary>Other words for the same, or another way to write it.</summary>
    Synonym,

    /// <summary>The same word with i for y, or y for i.</summary>
    Iy,

    /// <summary>A word was probably mistyped; the one that was meant is searched, too.</summary>
    Spelling,
}
