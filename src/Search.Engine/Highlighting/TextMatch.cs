namespace Search.Engine.Highlighting;

/// <summary>A half-open range of UTF-16 code units, 0-based.</summary>
/// <param name="Start">The first code unit.</param>
/// <param name="End">After the last.</param>
public readonly record struct TextRange(int Start, int End);

/// <summary>An occurrence of a <see cref="HighlightPattern"/> in a text.</summary>
/// <param name="Start">Offset of its first code unit.</param>
/// <param name="End">Offset after its last.</param>
/// <param name="Pattern">The index of the pattern.</param>
internal readonly record struct TextMatch(int Start, int End, int Pattern);
