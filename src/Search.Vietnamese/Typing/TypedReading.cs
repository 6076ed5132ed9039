namespace Search.Vietnamese.Typing;

/// <summary>A stretch of a query and what its keys give.</summary>
/// <param name="Text">The Vietnamese text; NFC.</param>
/// <param name="Start">0-based offset of its first key in the query as it was sent, in UTF-16 code units.</param>
/// <param name="End">Offset after its last key.</param>
public readonly record struct TypedReading(string Text, int Start, int End);
