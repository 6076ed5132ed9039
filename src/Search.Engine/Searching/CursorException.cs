namespace Search.Engine.Searching;

/// <summary>Why a cursor cannot be used.</summary>
public enum CursorFault
{
    /// <summary>It is none of this service's.</summary>
    Malformed,

    /// <summary>It belongs to a request with another query, filter or order.</summary>
    OfAnotherRequest,

    /// <summary>The state of the archive that it points into is not kept any more.</summary>
    Expired,
}

/// <summary>A cursor cannot be used.</summary>
/// <param name="fault">Why.</param>
public sealed class CursorException(CursorFault fault) : Exception($"The cursor cannot be used: {fault}.")
{
    /// <summary>Why.</summary>
    public CursorFault Fault => fault;
}
