namespace Search.Engine.Querying;

/// <summary>What is wrong with a query in the analysts' language, and where. The words for people are made elsewhere.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Start">0-based offset, in UTF-16 code units, into the query string as the user sent it.</param>
/// <param name="Length">UTF-16 code units concerned; 0 at the end of the query.</param>
/// <param name="Found">What stands there, as it was sent; empty at the end of the query.</param>
/// <param name="Expected">What could stand there instead; any of it will do.</param>
public sealed record QueryError(QueryErrorKind Kind, int Start, int Length, string Found, IReadOnlyList<QueryExpectation> Expected);

/// <summary>The kinds of <see cref="QueryError"/>.</summary>
public enum QueryErrorKind
{
    /// <summary>An operator or parenthesis lacks an operand.</summary>
    OperandExpected,

    /// <summary>A sign that does not belong there, such as a second closing parenthesis.</summary>
    Unexpected,

    /// <summary>A <c>-</c>, <c>+</c>, <c>!</c> or <c>=</c> with nothing directly behind it.</summary>
    LoneSign,

    /// <summary>A parenthesis that is never closed.</summary>
    UnclosedGroup,

    /// <summary>A quotation mark without a second one.</summary>
    UnclosedQuote,

    /// <summary>A range of dates that breaks off or is not written as one.</summary>
    MalformedRange,

    /// <summary>Signs only, where a word or value is needed.</summary>
    NothingToSearch,

    /// <summary>A name before a colon that is no field.</summary>
    UnknownField,

    /// <summary>No year, month or day of the calendar.</summary>
    InvalidDate,

    /// <summary>A range of dates that ends before it begins.</summary>
    EmptyRange,

    /// <summary>A distance that is missing, no number or too large.</summary>
    InvalidDistance,

    /// <summary>A boost that is no number, too small or too large.</summary>
    InvalidBoost,

    /// <summary>A fuzzy mark on something else than one word, or with a number other than 1.</summary>
    InvalidFuzzy,

    /// <summary>A word that begins with a wildcard.</summary>
    LeadingWildcard,

    /// <summary>An operand of <c>NEAR</c> that stands nowhere in the text: a filter, a negation, a conjunction.</summary>
    NotPositional,

    /// <summary>Wildcards and fuzzy words that stand for too many words of the collection.</summary>
    TooManyTerms,

    /// <summary>More words than a query may have.</summary>
    TooManyWords,

    /// <summary>Parentheses nested too deep.</summary>
    TooDeep,

    /// <summary>A query string that is too long.</summary>
    TooLong,
}

/// <summary>What could stand where a query is wrong.</summary>
public enum QueryExpectation
{
    /// <summary>A word, a phrase, a field or a group in parentheses.</summary>
    Operand,

    /// <summary>A word, a phrase or alternatives of them.</summary>
    PositionalOperand,

    /// <summary>A character behind a backslash.</summary>
    Character,

    /// <summary>A closing parenthesis.</summary>
    ClosingParenthesis,

    /// <summary>A closing quotation mark.</summary>
    ClosingQuotationMark,

    /// <summary>The bracket that closes a range.</summary>
    ClosingBracket,

    /// <summary>The name of a field.</summary>
    FieldName,

    /// <summary>The value of a field.</summary>
    Value,

    /// <summary>A year, month or day.</summary>
    Date,

    /// <summary>The word <c>TO</c> between two dates.</summary>
    RangeSeparator,

    /// <summary>A last day that is not before the first.</summary>
    LaterDate,

    /// <summary>A distance in words.</summary>
    Distance,

    /// <summary>The factor of a boost.</summary>
    Boost,

    /// <summary>One word before a fuzzy mark, and nothing or 1 behind it.</summary>
    FuzzyWord,

    /// <summary>A letter or digit at the beginning of the word.</summary>
    LeadingLetter,

    /// <summary>A query within <see cref="QueryLimits"/>.</summary>
    LessThanLimit,
}

/// <summary>A query in the analysts' language cannot be answered.</summary>
/// <param name="error">What is wrong with it.</param>
public sealed class QueryException(QueryError error) : Exception($"The query is wrong at offset {error.Start}: {error.Kind}.")
{
    /// <summary>What is wrong with the query.</summary>
    public QueryError Error { get; } = error;
}
