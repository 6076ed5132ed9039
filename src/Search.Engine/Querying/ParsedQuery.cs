using Search.Vietnamese.Syllables;
using Search.Vietnamese.Tokens;

namespace Search.Engine.Querying;

/// <summary>A query string taken apart; nothing in it depends on an index.</summary>
/// <param name="Text">The query as the user sent it.</param>
/// <param name="Parts">Its quoted phrases and the text between them, in order.</param>
/// <param name="Problems">What was repaired or ignored, in order.</param>
public sealed record ParsedQuery(string Text, IReadOnlyList<QueryPart> Parts, IReadOnlyList<QueryProblem> Problems)
{
    /// <summary>Whether a word of it bears a tone mark: then who typed it types tones.</summary>
    public bool HasTones { get; } = Parts.SelectMany(part => part.Tokens).Any(token => token.HasTone);

    /// <summary>The query as it was understood.</summary>
    public string ReadAs { get; init; } = Text.Trim();

    /// <summary>What every hit must match besides <see cref="Parts"/>; in the analysts' language the whole query. <see langword="null"/> for no condition.</summary>
    internal QueryNode? Constraint { get; init; }

    /// <summary>What is wrong with a query in the analysts' language; <see langword="null"/> if nothing is.</summary>
    internal QueryError? Error { get; init; }
}

/// <summary>A quoted phrase, or text outside quotation marks.</summary>
/// <param name="IsQuoted">Whether the words must stand as they are, side by side.</param>
/// <param name="Tokens">Its tokens, a composite before its parts; never empty.</param>
public sealed record QueryPart(bool IsQuoted, IReadOnlyList<QueryToken> Tokens);

/// <summary>One token of a query.</summary>
/// <param name="Term">The canonical form.</param>
/// <param name="Type">What it is.</param>
/// <param name="Start">0-based offset into the query string, in UTF-16 code units.</param>
/// <param name="End">Offset after its last code unit.</param>
/// <param name="Position">0-based place within its part of the query.</param>
/// <param name="PositionCount">The places a composite spans; 1 for all others.</param>
/// <param name="IsCapitalized">Whether it begins with a capital.</param>
public readonly record struct QueryToken(string Term, TokenType Type, int Start, int End, int Position, int PositionCount, bool IsCapitalized = false)
{
    /// <summary>Whether it is a syllable with a tone mark.</summary>
    public bool HasTone => Syllable.TryParse(Term, out Syllable syllable) && syllable.Tone != ToneMark.None;
}

/// <summary>A part of the query string that was repaired or ignored. Parsing is total: data, not an exception.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Start">0-based offset, in UTF-16 code units, into the query string as the user sent it.</param>
/// <param name="Length">UTF-16 code units concerned.</param>
public readonly record struct QueryProblem(QueryProblemKind Kind, int Start, int Length);

/// <summary>The kinds of <see cref="QueryProblem"/>.</summary>
public enum QueryProblemKind
{
    /// <summary>There is nothing to search in the query: only signs.</summary>
    NoTerms,

    /// <summary>A quotation mark without a second one was taken as a sign.</summary>
    UnclosedQuote,

    /// <summary>Words side by side before or behind <c>NEAR</c> were taken as one phrase.</summary>
    WordsReadAsPhrase,
}
