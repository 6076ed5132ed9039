namespace Search.Vietnamese.Tokens;

/// <summary>What lies between a token and the one before it.</summary>
public enum TextBreak : byte
{
    /// <summary>Nothing that a phrase could not cross.</summary>
    None,

    /// <summary>The end of a sentence.</summary>
    Sentence,

    /// <summary>A line end: the end of a paragraph.</summary>
    Paragraph,
}

/// <summary>One token as a span of the original text.</summary>
/// <param name="Type">What it is.</param>
/// <param name="Start">0-based offset of its first UTF-16 code unit in the original text.</param>
/// <param name="End">Offset after its last code unit, marks included.</param>
/// <param name="Position">0-based count of the places before it; a composite has the position of its first part.</param>
/// <param name="PositionCount">The places it spans: 1, and for a composite the number of its parts.</param>
/// <param name="Break">What lies before it; <see cref="TextBreak.None"/> on all but the first token after a break.</param>
public readonly record struct VietnameseToken(TokenType Type, int Start, int End, int Position, int PositionCount, TextBreak Break);
