using System.Globalization;
using Search.Vietnamese.Unicode;

namespace Search.Engine.Querying;

/// <summary>Reads the analysts' language by recursive descent: each rule of the grammar in <c>docs/query-language.md</c> is a method here.</summary>
/// <remarks>Linear in the length of the query. Methods return <see langword="null"/> after an error, of which the first is kept.</remarks>
internal sealed class AdvancedQueryParser
{
    private readonly QueryCursor _cursor;
    private readonly List<QueryProblem> _problems = [];

    /// <summary>Conjunctions that are only words side by side: as operands of <c>NEAR</c> they are sequences.</summary>
    private readonly HashSet<QueryNode> _runs = new(ReferenceEqualityComparer.Instance);

    private QueryError? _error;
    private QueryField _field = QueryField.AllText;

    /// <summary>Whether the field is that of a group in parentheses, in which words side by side are one value.</summary>
    private bool _isInGroup;
    private int _depth;
    private int _words;

    /// <summary>The word before, which may tell that <c>X</c> is a number (khóa X).</summary>
    private string _wordBefore = "";

    private AdvancedQueryParser(string text) => _cursor = new(text);

    private QueryExpectation ExpectedOperand => _field switch
    {
        QueryField.Day => QueryExpectation.Date,
        QueryField.Value => QueryExpectation.Value,
        _ => QueryExpectation.Operand,
    };

    /// <summary>Parses a query. Never throws: what is wrong is in <see cref="ParsedQuery.Error"/>. An empty query has no constraint.</summary>
    public static ParsedQuery Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > QueryLimits.LongestQuery)
        {
            int start = QueryLimits.LongestQuery;
            return new(text, [], []) { Error = new(QueryErrorKind.TooLong, start, text.Length - start, "", [QueryExpectation.LessThanLimit]) };
        }

        var parser = new AdvancedQueryParser(text);
        QueryNode? tree = parser.ParseQuery();
        return parser._error is { } error
            ? new(text, [], []) { Error = error }
            : new(text, [], parser._problems) { Constraint = tree, ReadAs = tree?.ToString() ?? "" };
    }

    /// <summary>query = [ alternatives ]</summary>
    private QueryNode? ParseQuery()
    {
        _cursor.SkipSpaces();
        QueryNode? tree = _cursor.IsAtEnd ? null : ParseAlternatives();
        return tree is null || _cursor.IsAtEnd ? tree : FailAhead(QueryErrorKind.Unexpected);   // a parenthesis that closes nothing
    }

    /// <summary>alternatives = conjunction { or conjunction }</summary>
    private QueryNode? ParseAlternatives()
    {
        var alternatives = new List<QueryNode>();
        do
        {
            if (ParseConjunction() is not { } alternative)
            {
                return null;
            }

            alternatives.Add(alternative);
        }
        while (TakeOr());
        return QueryNode.AnyOf(alternatives);
    }

    /// <summary>conjunction = operand { [ and ] operand }</summary>
    private QueryNode? ParseConjunction()
    {
        var operands = new List<QueryNode>();
        int steps = 0;
        do
        {
            steps++;
            if (!ParseOperands(operands))
            {
                return null;
            }
        }
        while (TakeAnd() || !IsConjunctionOver());

        QueryNode conjunction = QueryNode.AllOf(operands);
        if (steps == 1 && operands.Count > 1)
        {
            _runs.Add(conjunction);
        }

        return conjunction;
    }

    /// <summary>operand = { sign } ( near | primary )</summary>
    /// <remarks>Adds one operand, or all words that stand side by side: only behind the last is seen whether they belong to a <c>NEAR</c>.</remarks>
    private bool ParseOperands(List<QueryNode> operands)
    {
        if (!TakeSigns(out bool hasSigns, out bool isNegated))
        {
            return false;
        }

        int start = _cursor.At;
        List<QueryNode>? read = !hasSigns && IsWordAhead() ? ParseWords() : ParsePrimary() is { } primary ? [primary] : null;
        _cursor.SkipSpaces();
        if (read is not null && QuerySigns.IsNear(_cursor.WordAhead, out _, out _))
        {
            read = ParseNear(Beside(read, start), start) is { } near ? [near] : null;
        }

        operands.AddRange(isNegated ? (read ?? []).Select(QueryNode.Except) : read ?? []);
        return read is not null;
    }

    /// <summary>near = position nearness position { nearness position }; position = primary | word { word }</summary>
    private QueryNode? ParseNear(QueryNode first, int firstStart)
    {
        QueryNode? left = Position(first, firstStart);
        while (left is not null && TakeNear(out bool isOrdered, out int distance))
        {
            _cursor.SkipSpaces();
            int start = _cursor.At;
            QueryNode? right = !IsWordAhead() ? ParsePrimary() : ParseWords() is { } words ? Beside(words, start) : null;
            right = right is null ? null : Position(right, start);
            left = right is null ? null : new QueryNode.Near(left, right, distance, isOrdered);
            _cursor.SkipSpaces();
        }

        return _error is null ? left : null;
    }

    /// <summary>word { word }</summary>
    private List<QueryNode>? ParseWords()
    {
        var words = new List<QueryNode>();
        do
        {
            if (ParseWord(isExact: false) is not { } word)
            {
                return null;
            }

            words.Add(word);
        }
        while (IsWordAhead());
        return words;
    }

    /// <summary>primary = field ":" primary | ( group | quotation | range | [ "=" ] word | value ) [ "^" factor ]</summary>
    private QueryNode? ParsePrimary()
    {
        _cursor.SkipSpaces();
        if (QueryField.LengthOfName(_cursor.Rest) is var length and > 0)
        {
            return ParseField(length);
        }

        QueryNode? node = _cursor.Next switch
        {
            '(' => ParseGroup(),
            '"' => ParseQuotation(),
            '[' or '{' when _field is QueryField.Day => ParseRange(),
            _ when _cursor.WordAhead is [] or ['-' or '+' or '!', ..] || QuerySigns.IsOperator(_cursor.WordAhead) =>
                FailAhead(QueryErrorKind.OperandExpected, ExpectedOperand),
            '=' when _cursor.IsNextAlone => FailAhead(QueryErrorKind.LoneSign, ExpectedOperand),
            _ when _field is QueryField.Text => ParseWord(isExact: _cursor.Take('=')),
            _ => ParseValue(),
        };
        return node is not null && _cursor.Take('^') ? ParseBoost(node) : node;
    }

    /// <summary>field ":" primary</summary>
    private QueryNode? ParseField(int length)
    {
        int start = _cursor.At;
        if (QueryField.Named(_cursor.Rest[..length]) is not { } field)
        {
            return Fail(QueryErrorKind.UnknownField, start, start + length, QueryExpectation.FieldName);
        }

        if (!Descend())
        {
            return null;
        }

        _cursor.At += length + 1;
        (QueryField, bool) outer = (_field, _isInGroup);
        (_field, _isInGroup) = (field, false);
        QueryNode? node = ParsePrimary();
        (_field, _isInGroup) = outer;
        _depth--;
        return node;
    }

    /// <summary>group = "(" alternatives ")"</summary>
    private QueryNode? ParseGroup()
    {
        int opening = _cursor.At;
        if (!Descend())
        {
            return null;
        }

        _cursor.At++;
        bool wasInGroup = _isInGroup;
        _isInGroup = true;
        QueryNode? node = ParseAlternatives();
        _isInGroup = wasInGroup;
        _depth--;
        return node is null || _cursor.Take(')') ? node : Fail(QueryErrorKind.UnclosedGroup, opening, opening + 1, QueryExpectation.ClosingParenthesis);
    }

    /// <summary>quotation = '"' text '"' [ "~" distance ]</summary>
    private QueryNode? ParseQuotation()
    {
        int start = _cursor.At;
        if (_cursor.ReadQuoted() is not { } quoted)
        {
            return Fail(QueryErrorKind.UnclosedQuote, start, start + 1, QueryExpectation.ClosingQuotationMark);
        }

        if (_field is not QueryField.Text text)
        {
            return Value(quoted.Text, hasWildcards: false, start);
        }

        List<QueryToken> tokens = _cursor.Tokens(quoted, wordBefore: "");
        if (tokens.Count == 0)
        {
            return Fail(QueryErrorKind.NothingToSearch, start, _cursor.At, QueryExpectation.Operand);
        }

        int gap = 0;
        return _cursor.Take('~') && !TakeDistance(_cursor.At, _cursor.WordAhead, out gap)
            ? null
            : Leaf(new QueryNode.Phrase(quoted.Text, tokens, text.Fields, gap), tokens.Count, start);
    }

    /// <summary>word = characters [ "~" [ "1" ] ]</summary>
    private QueryNode? ParseWord(bool isExact)
    {
        int start = _cursor.At;
        if (_cursor.ReadWord() is not { } read)
        {
            return FailAhead(QueryErrorKind.Unexpected, QueryExpectation.Character);
        }

        var field = (QueryField.Text)_field;   // values are not read by words
        if (read.HasWildcards)
        {
            return Wildcard(read.Pattern, field, isExact, start);
        }

        List<QueryToken> tokens = _cursor.Tokens(read, isExact ? "" : _wordBefore);
        if (tokens.Count == 0)
        {
            return Fail(QueryErrorKind.NothingToSearch, start, _cursor.At, QueryExpectation.Operand);
        }

        var word = new QueryNode.Word(read.Text, tokens, field.Fields, isExact);
        if (isExact || !_cursor.Take('~'))
        {
            return Leaf(word, tokens.Count, start);
        }

        bool isOneWord = tokens.TrueForAll(token => token is { Position: 0, PositionCount: 1 }) && _cursor.WordAhead is "" or "1";
        _cursor.At += _cursor.WordAhead.Length;
        return isOneWord ? Leaf(new QueryNode.Fuzzy(word), 1, start) : Fail(QueryErrorKind.InvalidFuzzy, start, _cursor.At, QueryExpectation.FuzzyWord);
    }

    /// <summary>value = word { word }, more than one only in a group</summary>
    private QueryNode? ParseValue()
    {
        int start = _cursor.At;
        var words = new List<QueryCursor.Excerpt>();
        do
        {
            if (_cursor.ReadWord() is not { } word)
            {
                return FailAhead(QueryErrorKind.Unexpected, QueryExpectation.Character);
            }

            words.Add(word);
            if (_isInGroup)
            {
                _cursor.SkipSpaces();
            }
        }
        while (_isInGroup && IsCharacterAhead());

        bool hasWildcards = words.Exists(word => word.HasWildcards);
        return Value(string.Join(' ', words.Select(word => hasWildcards ? word.Pattern : word.Text)), hasWildcards, start);
    }

    /// <summary>range = ( "[" | "{" ) date "TO" date ( "]" | "}" )</summary>
    private QueryNode? ParseRange()
    {
        int opening = _cursor.At;
        bool includesFirst = _cursor.Next == '[';
        _cursor.At++;
        if (!TakeRangeEnd(out DatePeriod? first))
        {
            return null;
        }

        if (_cursor.WordAhead is not ("TO" or "ĐẾN" or "to" or "đến"))
        {
            return FailAhead(QueryErrorKind.MalformedRange, QueryExpectation.RangeSeparator);
        }

        _cursor.At += _cursor.WordAhead.Length;
        if (!TakeRangeEnd(out DatePeriod? last))
        {
            return null;
        }

        bool includesLast = _cursor.Next == ']';
        if (!includesLast && _cursor.Next != '}')
        {
            return FailAhead(QueryErrorKind.MalformedRange, QueryExpectation.ClosingBracket);
        }

        _cursor.At++;
        bool isEmpty = (first?.Last == DateOnly.MaxValue && !includesFirst) || (last?.First == DateOnly.MinValue && !includesLast);
        DateOnly? from = isEmpty ? null : includesFirst ? first?.First : first?.Last.AddDays(1);
        DateOnly? to = isEmpty ? null : includesLast ? last?.Last : last?.First.AddDays(-1);
        return isEmpty || from > to
            ? Fail(QueryErrorKind.EmptyRange, opening, _cursor.At, QueryExpectation.LaterDate)
            : Leaf(new QueryNode.Dates(from, to), 1, opening);
    }

    /// <summary>factor = digits [ ( "." | "," ) digits ]</summary>
    private QueryNode? ParseBoost(QueryNode node)
    {
        ReadOnlySpan<char> typed = _cursor.WordAhead;
        string number = typed.ToString().Replace(',', '.');
        if (!float.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out float factor) || factor is not (> 0 and <= QueryLimits.LargestBoost))
        {
            return FailAhead(QueryErrorKind.InvalidBoost, QueryExpectation.Boost);
        }

        _cursor.At += typed.Length;
        return new QueryNode.Boosted(node, factor);
    }

    private QueryNode? Wildcard(string pattern, QueryField.Text field, bool isExact, int start)
    {
        if (Wildcards.IsWildcard(pattern[0]))
        {
            return Fail(QueryErrorKind.LeadingWildcard, start, _cursor.At, QueryExpectation.LeadingLetter);
        }

        char[] small = pattern.ToCharArray();
        NormalizedText.Lower(small);
        (int place, int length) = _cursor.Place(start, _cursor.At);
        var token = new QueryToken(new(small), Vietnamese.Tokens.TokenType.Word, place, place + length, 0, 1);
        return Leaf(new QueryNode.Wildcard(token, field.Fields, isExact), 1, start);
    }

    /// <summary>A value of the current field, which is not read by words.</summary>
    private QueryNode? Value(string value, bool hasWildcards, int start)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            return Fail(QueryErrorKind.NothingToSearch, start, _cursor.At, ExpectedOperand);
        }

        return _field is QueryField.Value field ? Leaf(new QueryNode.Value(field.Name, value, hasWildcards), 1, start)
            : value == "*" ? Leaf(new QueryNode.Dates(null, null), 1, start)
            : DatePeriod.TryParse(value, out DatePeriod period) ? Leaf(new QueryNode.Dates(period.First, period.Last), 1, start)
            : Fail(QueryErrorKind.InvalidDate, start, _cursor.EndOfRead, QueryExpectation.Date);
    }

    /// <summary>Counts what was read against the limit.</summary>
    private QueryNode? Leaf(QueryNode node, int words, int start)
    {
        _wordBefore = node is QueryNode.Word { IsExact: false } word ? word.Text : "";
        _words += words;
        return _words <= QueryLimits.MostWords ? node : Fail(QueryErrorKind.TooManyWords, start, _cursor.EndOfRead, QueryExpectation.LessThanLimit);
    }

    /// <summary>A node as an operand of <c>NEAR</c>.</summary>
    private QueryNode? Position(QueryNode node, int start) =>
        AsPosition(node, start) ?? Fail(QueryErrorKind.NotPositional, start, _cursor.EndOfRead, QueryExpectation.PositionalOperand);

    private QueryNode? AsPosition(QueryNode node, int start)
    {
        switch (node)
        {
            case QueryNode.Word or QueryNode.Sequence or QueryNode.Phrase or QueryNode.Wildcard or QueryNode.Fuzzy or QueryNode.Near:
                return node;
            case QueryNode.And run when _runs.Contains(run):
                return Beside(run.Operands, start);
            case QueryNode.Or or:
                List<QueryNode> alternatives = [.. or.Operands.Select(each => AsPosition(each, start)).OfType<QueryNode>()];
                return alternatives.Count == or.Operands.Count ? QueryNode.AnyOf(alternatives) : null;
            case QueryNode.Boosted boosted:
                return AsPosition(boosted.Operand, start) is { } operand ? boosted with { Operand = operand } : null;
            default:
                return null;
        }
    }

    /// <summary>Words that are one operand of <c>NEAR</c>: in Vietnamese a space parts syllables, not words. It is noted, for it may not be meant.</summary>
    private QueryNode Beside(IReadOnlyList<QueryNode> words, int start)
    {
        if (words.Count == 1)
        {
            return words[0];
        }

        (int place, int length) = _cursor.Place(start, _cursor.EndOfRead);
        _problems.Add(new(QueryProblemKind.WordsReadAsPhrase, place, length));
        return new QueryNode.Sequence([.. words.Cast<QueryNode.Word>()]);
    }

    /// <summary>sign = "-" | "!" | "+" | not</summary>
    private bool TakeSigns(out bool hasSigns, out bool isNegated)
    {
        isNegated = false;
        for (hasSigns = false; ; hasSigns = true)
        {
            _cursor.SkipSpaces();
            if (QuerySigns.IsNot(_cursor.WordAhead))
            {
                isNegated = !isNegated;
                _cursor.At += _cursor.WordAhead.Length;
            }
            else if (_cursor.Next is '-' or '!' or '+')
            {
                if (_cursor.IsNextAlone)
                {
                    Fail(QueryErrorKind.LoneSign, _cursor.At, _cursor.At + 1, ExpectedOperand);
                    return false;
                }

                isNegated ^= _cursor.Next != '+';
                _cursor.At++;
            }
            else
            {
                return true;
            }
        }
    }

    /// <summary>and = "AND" | "VÀ" | "&amp;&amp;" | "&amp;" | "+", the last two between spaces</summary>
    private bool TakeAnd()
    {
        _cursor.SkipSpaces();
        int length = _cursor.Rest.StartsWith("&&", StringComparison.Ordinal) ? 2
            : QuerySigns.IsAnd(_cursor.WordAhead) ? _cursor.WordAhead.Length
            : _cursor.Next == '+' && _cursor.IsNextAlone ? 1
            : 0;
        _cursor.At += length;
        return length > 0;
    }

    /// <summary>or = "OR" | "HOẶC" | "||" | "|"</summary>
    private bool TakeOr()
    {
        int length = LengthOfOr();
        _cursor.At += length;
        return length > 0;
    }

    private int LengthOfOr() =>
        _cursor.Rest.StartsWith("||", StringComparison.Ordinal) ? 2
        : _cursor.Next == '|' ? 1
        : QuerySigns.IsOr(_cursor.WordAhead) ? _cursor.WordAhead.Length
        : 0;

    private bool IsConjunctionOver() => _cursor.IsAtEnd || _cursor.Next == ')' || LengthOfOr() > 0;

    /// <summary>nearness = ( "NEAR" | "GẦN" | "BEFORE" | "ONEAR" | "TRƯỚC" ) "/" distance</summary>
    private bool TakeNear(out bool isOrdered, out int distance)
    {
        distance = 0;
        int start = _cursor.At;
        return QuerySigns.IsNear(_cursor.WordAhead, out isOrdered, out ReadOnlySpan<char> typed) && TakeDistance(start, typed, out distance);
    }

    /// <summary>distance = digits</summary>
    /// <param name="start">Where the word begins that is at fault if the distance is none.</param>
    /// <param name="typed">The end of the word ahead.</param>
    /// <param name="distance">0 to <see cref="QueryLimits.LongestDistance"/>.</param>
    private bool TakeDistance(int start, ReadOnlySpan<char> typed, out int distance)
    {
        bool isDistance = int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out distance) && distance <= QueryLimits.LongestDistance;
        _cursor.At += _cursor.WordAhead.Length;
        if (!isDistance)
        {
            Fail(QueryErrorKind.InvalidDistance, start, _cursor.At, QueryExpectation.Distance);
        }

        return isDistance;
    }

    /// <summary>One end of a range: a year, month or day, or <c>*</c> for an open end.</summary>
    private bool TakeRangeEnd(out DatePeriod? end)
    {
        _cursor.SkipSpaces();
        end = null;
        if (_cursor.WordAhead is not "*")
        {
            if (!DatePeriod.TryParse(_cursor.WordAhead, out DatePeriod period))
            {
                FailAhead(_cursor.WordAhead.IsEmpty ? QueryErrorKind.MalformedRange : QueryErrorKind.InvalidDate, QueryExpectation.Date);
                return false;
            }

            end = period;
        }

        _cursor.At += _cursor.WordAhead.Length;
        _cursor.SkipSpaces();
        return true;
    }

    /// <summary>Whether a word is next that has no sign, field, wildcard, fuzzy mark or boost: one of those that may stand side by side.</summary>
    private bool IsWordAhead()
    {
        _cursor.SkipSpaces();
        if (_field is not QueryField.Text || !IsCharacterAhead())
        {
            return false;
        }

        ReadOnlySpan<char> word = _cursor.WordAhead;
        ReadOnlySpan<char> behind = _cursor.Rest[word.Length..];
        return word[0] != '=' && behind is not ['~' or '^', ..] && !QuerySigns.HasWildcards(word);
    }

    /// <summary>Whether a word is next that is no operator and has no sign and no field.</summary>
    private bool IsCharacterAhead() =>
        _cursor.WordAhead is not ([] or ['-' or '+' or '!', ..]) && !QuerySigns.IsOperator(_cursor.WordAhead) && QueryField.LengthOfName(_cursor.Rest) == 0;

    private bool Descend()
    {
        if (++_depth <= QueryLimits.DeepestNesting)
        {
            return true;
        }

        FailAhead(QueryErrorKind.TooDeep, QueryExpectation.LessThanLimit);
        return false;
    }

    /// <summary>Keeps an error about the word or sign that is next.</summary>
    private QueryNode? FailAhead(QueryErrorKind kind, params QueryExpectation[] expected) =>
        Fail(kind, _cursor.At, _cursor.At + Math.Max(_cursor.WordAhead.Length, _cursor.IsAtEnd ? 0 : 1), expected);

    /// <summary>Keeps an error, if it is the first.</summary>
    private QueryNode? Fail(QueryErrorKind kind, int start, int end, params QueryExpectation[] expected)
    {
        (int place, int length) = _cursor.Place(start, end);
        _error ??= new(kind, place, length, _cursor.Original.Substring(place, length), expected);
        return null;
    }
}
