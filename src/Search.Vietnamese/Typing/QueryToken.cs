namespace Search.Vietnamese.Typing;

/// <summary>What a token of a query says about how the query was typed.</summary>
internal enum TokenClass : byte
{
    /// <summary>Numbers and punctuation, which say nothing.</summary>
    Neutral,

    /// <summary>A syllable without marks: <c>nam</c>.</summary>
    Plain,

    /// <summary>A syllable with marks: an input method was at work.</summary>
    Vietnamese,

    /// <summary>A foreign word, or what else no method makes a syllable of.</summary>
    Other,

    /// <summary>Keys of a syllable, and as likely a word as it stands: <c>test</c>, <c>quan1</c>.</summary>
    Ambiguous,

    /// <summary>Keys of a syllable, in a form that names and numbered words have too: <c>chaua</c>, <c>gia1</c>. A collection can tell.</summary>
    Likely,

    /// <summary>Keys of a syllable, and hardly anything else: <c>ddoois</c>.</summary>
    Strong,
}

/// <summary>One token of a query.</summary>
/// <param name="Class">What it says.</param>
/// <param name="Method">The typing method of its keys, if they are any.</param>
/// <param name="Start">Offset in the query, without quotes, brackets and punctuation before it.</param>
/// <param name="End">Offset after its last character, without what stands behind it.</param>
/// <param name="Word">What the keys show on the screen; empty if it is never of use.</param>
internal readonly record struct QueryToken(TokenClass Class, TypingMethod Method, int Start, int End, LetterBuffer Word);
