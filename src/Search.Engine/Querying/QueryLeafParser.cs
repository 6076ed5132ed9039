using System.Globalization;
using Search.Vietnamese.Tokens;
using Search.Vietnamese.Unicode;

namespace Search.Engine.Querying;

/// <summary>Reads what stands between the operators of the analysts' language: words, phrases, values, dates and what they bear.</summary>
/// <remarks>Methods return <see langword="null"/> after an error, which the cursor keeps.</remarks>
internal sealed class QueryLeafParser(QueryCursor cursor)
{
    private int _words;

    /// <summary>The word before, which may tell that <c>X</c> is a number (khóa X).</summary>
    private string _wordBefore = "";

    /// <summary>The field whose words or values are read.</summary>
    public QueryField Field { get; set; } = QueryField.AllText;

    /// <summary>Whether the field is that of a group in parentheses, in which words side by side are one value.</summary>
    public bool IsInGroup { get; set; }

    /// <summary>What the field expects.</summary>
    public QueryExpectation ExpectedOperand => Field switch
    {
        QueryField.Day => QueryExpectation.Date,
        QueryField.Value => QueryExpectation.Value,
        _ => QueryExpectation.Operand,
    };

    /// <summary>quotation = '"' text '"' [ "~" distance ]</summary>
    public QueryNode? ParseQuotation()
    {
        int start = cursor.At;
        if (cursor.ReadQuoted() is not { } quoted)
        {
            return cursor.Fail(QueryErrorKind.UnclosedQuote, start, start + 1, QueryExpectation.ClosingQuotationMark);
        }

        if (Field is not QueryField.Text text)
        {
            return Value(quoted.Text, hasWildcards: false, start);
        }

        List<QueryToken> tokens = cursor.Tokens(quoted, wordBefore: "");
        if (tokens.Count == 0)
        {
            return cursor.Fail(QueryErrorKind.NothingToSearch, start, cursor.At, QueryExpectation.Operand);
        }

        int gap = 0;
        return cursor.Take('~') && !cursor.TakeDistance(cursor.At, cursor.WordAhead, out gap)
            ? null
            : Leaf(new QueryNode.Phrase(quoted.Text, tokens, text.Fields, gap), tokens.Count, start);
    }

    /// <summary>word = characters [ "~" [ "1" ] ]</summary>
    public QueryNode? ParseWord(bool isExact)
    {
        int start = cursor.At;
        if (cursor.ReadWord() is not { } read)
        {
            return cursor.FailAhead(QueryErrorKind.Unexpected, QueryExpectation.Character);
        }

        var field = (QueryField.Text)Field;   // values are not read by words
        if (read.HasWildcards)
        {
            return Wildcard(read.Pattern, field, isExact, start);
        }

        List<QueryToken> tokens = cursor.Tokens(read, isExact ? "" : _wordBefore);
        if (tokens.Count == 0)
        {
            return cursor.Fail(QueryErrorKind.NothingToSearch, start, cursor.At, QueryExpectation.Operand);
        }

        var word = new QueryNode.Word(read.Text, tokens, field.Fields, isExact);
        if (isExact || !cursor.Take('~'))
        {
            return Leaf(word, tokens.Count, start);
        }

        bool isOneWord = tokens.TrueForAll(token => token is { Position: 0, PositionCount: 1 }) && cursor.WordAhead is "" or "1";
        cursor.At += cursor.WordAhead.Length;
        return isOneWord ? Leaf(new QueryNode.Fuzzy(word), 1, start) : cursor.Fail(QueryErrorKind.InvalidFuzzy, start, cursor.At, QueryExpectation.FuzzyWord);
    }

    /// <summary>value = word { word }, more than one only in a group</summary>
    public QueryNode? ParseValue()
    {
        int start = cursor.At;
        var words = new List<QueryCursor.Excerpt>();
        do
        {
            if (cursor.ReadWord() is not { } word)
            {
                return cursor.FailAhead(QueryErrorKind.Unexpected, QueryExpectation.Character);
            }

            words.Add(word);
            if (IsInGroup)
            {
                cursor.SkipSpaces();
            }
        }
        while (IsInGroup && IsCharacterAhead());

        bool hasWildcards = words.Exists(word => word.HasWildcards);
        return Value(string.Join(' ', words.Select(word => hasWildcards ? word.Pattern : word.Text)), hasWildcards, start);
    }

    /// <summary>range = ( "[" | "{" ) date "TO" date ( "]" | "}" )</summary>
    public QueryNode? ParseRange()
    {
        int opening = cursor.At;
        bool includesFirst = cursor.Next == '[';
        cursor.At++;
        if (!TakeRangeEnd(out DatePeriod? first))
        {
            return null;
        }

        if (cursor.WordAhead is not ("TO" or "ĐẾN" or "to" or "đến"))
        {
            return cursor.FailAhead(QueryErrorKind.MalformedRange, QueryExpectation.RangeSeparator);
        }

        cursor.At += cursor.WordAhead.Length;
        if (!TakeRangeEnd(out DatePeriod? last))
        {
            return null;
        }

        bool includesLast = cursor.Next == ']';
        if (!includesLast && cursor.Next != '}')
        {
            return cursor.FailAhead(QueryErrorKind.MalformedRange, QueryExpectation.ClosingBracket);
        }

        cursor.At++;
        bool isEmpty = (first?.Last == DateOnly.MaxValue && !includesFirst) || (last?.First == DateOnly.MinValue && !includesLast);
        DateOnly? from = isEmpty ? null : includesFirst ? first?.First : first?.Last.AddDays(1);
        DateOnly? to = isEmpty ? null : includesLast ? last?.Last : last?.First.AddDays(-1);
        return isEmpty || from > to
            ? cursor.Fail(QueryErrorKind.EmptyRange, opening, cursor.At, QueryExpectation.LaterDate)
            : Leaf(new QueryNode.Dates(from, to), 1, opening);
    }

    /// <summary>factor = digits [ ( "." | "," ) digits ]</summary>
    public QueryNode? ParseBoost(QueryNode node)
    {
        ReadOnlySpan<char> typed = cursor.WordAhead;
        string number = typed.ToString().Replace(',', '.');
        if (!float.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out float factor) || factor is not (>= QueryLimits.SmallestBoost and <= QueryLimits.LargestBoost))
        {
            return cursor.FailAhead(QueryErrorKind.InvalidBoost, QueryExpectation.Boost);
        }

        cursor.At += typed.Length;
        return new QueryNode.Boosted(node, factor);
    }

    /// <summary>Whether a word is next that has no sign, field, wildcard, fuzzy mark or boost: one of those that may stand side by side.</summary>
    public bool IsWordAhead()
    {
        cursor.SkipSpaces();
        if (Field is not QueryField.Text || !IsCharacterAhead())
        {
            return false;
        }

        ReadOnlySpan<char> word = cursor.WordAhead;
        ReadOnlySpan<char> behind = cursor.Rest[word.Length..];
        return word[0] != '=' && behind is not ['~' or '^', ..] && !QuerySigns.HasWildcards(word);
    }

    /// <summary>Whether a word is next that is no operator and has no sign and no field.</summary>
    private bool IsCharacterAhead() =>
        cursor.WordAhead is not ([] or ['-' or '+' or '!', ..]) && !QuerySigns.IsOperator(cursor.WordAhead) && QueryField.LengthOfName(cursor.Rest) == 0;

    private QueryNode? Wildcard(string pattern, QueryField.Text field, bool isExact, int start)
    {
        if (Wildcards.IsWildcard(pattern[0]))
        {
            return cursor.Fail(QueryErrorKind.LeadingWildcard, start, cursor.At, QueryExpectation.LeadingLetter);
        }

        char[] small = pattern.ToCharArray();
        NormalizedText.Lower(small);
        (int place, int length) = cursor.Place(start, cursor.At);
        var token = new QueryToken(new(small), TokenType.Word, place, place + length, 0, 1);
        return Leaf(new QueryNode.Wildcard(token, field.Fields, isExact), 1, start);
    }

    /// <summary>A value of the current field, which is not read by words.</summary>
    private QueryNode? Value(string value, bool hasWildcards, int start)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            return cursor.Fail(QueryErrorKind.NothingToSearch, start, cursor.At, ExpectedOperand);
        }

        return Field is QueryField.Value field ? Leaf(new QueryNode.Value(field.Name, value, hasWildcards), 1, start)
            : value == "*" ? Leaf(new QueryNode.Dates(null, null), 1, start)
            : DatePeriod.TryParse(value, out DatePeriod period) ? Leaf(new QueryNode.Dates(period.First, period.Last), 1, start)
            : cursor.Fail(QueryErrorKind.InvalidDate, start, cursor.EndOfRead, QueryExpectation.Date);
    }

    /// <summary>Counts what was read against the limit.</summary>
    private QueryNode? Leaf(QueryNode node, int words, int start)
    {
        _wordBefore = node is QueryNode.Word { IsExact: false } word ? word.Text : "";
        _words += words;
        return _words <= QueryLimits.MostWords ? node : cursor.Fail(QueryErrorKind.TooManyWords, start, cursor.EndOfRead, QueryExpectation.LessThanLimit);
    }

    /// <summary>One end of a range: a year, month or day, or <c>*</c> for an open end.</summary>
    private bool TakeRangeEnd(out DatePeriod? end)
    {
        cursor.SkipSpaces();
        end = null;
        if (cursor.WordAhead is not "*")
        {
            if (!DatePeriod.TryParse(cursor.WordAhead, out DatePeriod period))
            {
                cursor.FailAhead(cursor.WordAhead.IsEmpty ? QueryErrorKind.MalformedRange : QueryErrorKind.InvalidDate, QueryExpectation.Date);
                return false;
            }

            end = period;
        }

        cursor.At += cursor.WordAhead.Length;
        cursor.SkipSpaces();
        return true;
    }
}
