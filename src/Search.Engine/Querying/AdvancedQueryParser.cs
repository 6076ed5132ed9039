namespace Search.Engine.Querying;

/// <summary>Reads the analysts' language by recursive descent: each rule of the grammar in <c>docs/query-language.md</c> is a method here or, below the
/// operators, in <see cref="QueryLeafParser"/>.</summary>
/// <remarks>Linear in the length of the query. Methods return <see langword="null"/> after an error, which the cursor keeps.</remarks>
internal sealed class AdvancedQueryParser
{
    private readonly QueryCursor _cursor;
    private readonly List<QueryProblem> _problems = [];

    /// <summary>Conjunctions that are only words side by side: as operands of <c>NEAR</c> they are sequences.</summary>
    private readonly HashSet<QueryNode> _runs = new(ReferenceEqualityComparer.Instance);

    private readonly QueryLeafParser _leaves;
    private int _depth;

    private AdvancedQueryParser(string text)
    {
        _cursor = new(text);
        _leaves = new(_cursor);
    }

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
        return parser._cursor.Error is { } error
            ? new(text, [], []) { Error = error }
            : new(text, [], parser._problems) { Constraint = tree, ReadAs = tree?.ToString() ?? "" };
    }

    /// <summary>query = [ alternatives ]</summary>
    private QueryNode? ParseQuery()
    {
        _cursor.SkipSpaces();
        QueryNode? tree = _cursor.IsAtEnd ? null : ParseAlternatives();
        return tree is null || _cursor.IsAtEnd ? tree : _cursor.FailAhead(QueryErrorKind.Unexpected);   // a parenthesis that closes nothing
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
        List<QueryNode>? read = !hasSigns && _leaves.IsWordAhead() ? ParseWords() : ParsePrimary() is { } primary ? [primary] : null;
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
            QueryNode? right = !_leaves.IsWordAhead() ? ParsePrimary() : ParseWords() is { } words ? Beside(words, start) : null;
            right = right is null ? null : Position(right, start);
            left = right is null ? null : new QueryNode.Near(left, right, distance, isOrdered);
            _cursor.SkipSpaces();
        }

        return _cursor.Error is null ? left : null;
    }

    /// <summary>word { word }</summary>
    private List<QueryNode>? ParseWords()
    {
        var words = new List<QueryNode>();
        do
        {
            if (_leaves.ParseWord(isExact: false) is not { } word)
            {
                return null;
            }

            words.Add(word);
        }
        while (_leaves.IsWordAhead());
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
            '"' => _leaves.ParseQuotation(),
            '[' or '{' when _leaves.Field is QueryField.Day => _leaves.ParseRange(),
            _ when _cursor.WordAhead is [] or ['-' or '+' or '!', ..] || QuerySigns.IsOperator(_cursor.WordAhead) =>
                _cursor.FailAhead(QueryErrorKind.OperandExpected, _leaves.ExpectedOperand),
            '=' when _cursor.IsNextAlone => _cursor.FailAhead(QueryErrorKind.LoneSign, _leaves.ExpectedOperand),
            _ when _leaves.Field is QueryField.Text => _leaves.ParseWord(isExact: _cursor.Take('=')),
            _ => _leaves.ParseValue(),
        };
        return node is not null && _cursor.Take('^') ? _leaves.ParseBoost(node) : node;
    }

    /// <summary>field ":" primary</summary>
    private QueryNode? ParseField(int length)
    {
        int start = _cursor.At;
        if (QueryField.Named(_cursor.Rest[..length]) is not { } field)
        {
            return _cursor.Fail(QueryErrorKind.UnknownField, start, start + length, QueryExpectation.FieldName);
        }

        if (!Descend())
        {
            return null;
        }

        _cursor.At += length + 1;
        (QueryField, bool) outer = (_leaves.Field, _leaves.IsInGroup);
        (_leaves.Field, _leaves.IsInGroup) = (field, false);
        QueryNode? node = ParsePrimary();
        (_leaves.Field, _leaves.IsInGroup) = outer;
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
        bool wasInGroup = _leaves.IsInGroup;
        _leaves.IsInGroup = true;
        QueryNode? node = ParseAlternatives();
        _leaves.IsInGroup = wasInGroup;
        _depth--;
        return node is null || _cursor.Take(')') ? node : _cursor.Fail(QueryErrorKind.UnclosedGroup, opening, opening + 1, QueryExpectation.ClosingParenthesis);
    }

    /// <summary>A node as an operand of <c>NEAR</c>.</summary>
    private QueryNode? Position(QueryNode node, int start) =>
        AsPosition(node, start) ?? _cursor.Fail(QueryErrorKind.NotPositional, start, _cursor.EndOfRead, QueryExpectation.PositionalOperand);

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
                    _cursor.Fail(QueryErrorKind.LoneSign, _cursor.At, _cursor.At + 1, _leaves.ExpectedOperand);
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
        return QuerySigns.IsNear(_cursor.WordAhead, out isOrdered, out ReadOnlySpan<char> typed) && _cursor.TakeDistance(start, typed, out distance);
    }

    private bool Descend()
    {
        if (++_depth <= QueryLimits.DeepestNesting)
        {
            return true;
        }

        _cursor.FailAhead(QueryErrorKind.TooDeep, QueryExpectation.LessThanLimit);
        return false;
    }
}
