using Search.Analysis;
using Search.Engine.Articles;
using Search.Vietnamese.Tokens;

namespace Search.Engine.Querying;

/// <summary>Reads the language of the search box: words; phrases in any quotation marks; <c>-word</c> and <c>-"phrase"</c> that hits must not
/// have; <c>source:"Báo Mẫu"</c> and other fields.</summary>
/// <remarks>A minus sign counts at the beginning of a word, and a field if it exists and has a value; else they are text.</remarks>
public sealed class QueryStringParser
{
    private readonly QueryText _text;
    private readonly VietnameseTokenScanner _scanner = new();
    private readonly List<QueryPart> _parts = [];
    private readonly List<QueryProblem> _problems = [];
    private readonly List<QueryNode> _excluded = [];
    private readonly List<(QueryField Field, QueryNode Value)> _values = [];

    private QueryStringParser(string text) => _text = new(text);

    /// <summary>Parses a query string. Never fails, whatever the string holds. O(n).</summary>
    public static ParsedQuery Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new QueryStringParser(text).Parse();
    }

    private ParsedQuery Parse()
    {
        int start = 0;   // of the text that is not yet a part
        int at = 0;
        while (at < _text.Length)
        {
            if (IsWordStart(at) && ReadCondition(at) is var end and > 0)
            {
                AddPart(start, at, isQuoted: false);
                start = at = end;
            }
            else if (_text[at] == '"' && ClosingMark(at) is var closing and > 0)
            {
                AddPart(start, at, isQuoted: false);
                AddPart(at + 1, closing, isQuoted: true);
                start = at = closing + 1;
            }
            else
            {
                if (_text[at] == '"')
                {
                    _problems.Add(new(QueryProblemKind.UnclosedQuote, _text.StartOf(at), 1));
                }

                at++;
            }
        }

        AddPart(start, _text.Length, isQuoted: false);
        List<QueryNode> conditions =
        [
            .. _values.GroupBy(each => each.Field, each => each.Value).Select(values => QueryNode.AnyOf([.. values])),
            .. _excluded.Select(QueryNode.Except),
        ];
        if (_parts.Count == 0 && conditions.Count == 0 && !string.IsNullOrWhiteSpace(_text.Original))
        {
            _problems.Add(new(QueryProblemKind.NoTerms, 0, _text.Original.Length));
        }

        return new(_text.Original, _parts, _problems) { Constraint = conditions.Count == 0 ? null : QueryNode.AllOf(conditions) };
    }

    private bool IsWordStart(int at) => at == 0 || _text[at - 1] is ' ' or '"';

    /// <summary>The index of the quotation mark that closes the one at an index, or -1.</summary>
    private int ClosingMark(int opening) => _text.Chars[(opening + 1)..].IndexOf('"') is var found and >= 0 ? opening + 1 + found : -1;

    /// <summary>Reads <c>-word</c>, <c>field:value</c> or <c>-field:value</c>.</summary>
    /// <returns>The index behind it; -1 if there is none.</returns>
    private int ReadCondition(int start)
    {
        bool isExcluded = _text[start] == '-';
        int at = start + (isExcluded ? 1 : 0);
        int name = QueryField.LengthOfName(_text.Chars[at..]);
        QueryField? field = name > 0 ? QueryField.Named(_text.Chars.Slice(at, name)) : null;
        at += field is null ? 0 : name + 1;
        if ((!isExcluded && field is null) || at == _text.Length)
        {
            return -1;
        }

        bool isQuoted = _text[at] == '"';
        int from = isQuoted ? at + 1 : at;
        int to = isQuoted ? ClosingMark(at) : EndOfWord(at);
        if (to <= from || Condition(field, from, to, isQuoted) is not { } condition)
        {
            return -1;
        }

        if (isExcluded)
        {
            _excluded.Add(condition);
        }
        else
        {
            _values.Add((field!, condition));   // what is not excluded has a field
        }

        return isQuoted ? to + 1 : to;
    }

    private int EndOfWord(int start) => _text.Chars[start..].IndexOfAny(' ', '"') is var found and >= 0 ? start + found : _text.Length;

    private QueryNode? Condition(QueryField? field, int from, int to, bool isQuoted)
    {
        string value = _text.Chars[from..to].ToString();
        switch (field)
        {
            case QueryField.Value values:
                return string.IsNullOrWhiteSpace(value) ? null : new QueryNode.Value(values.Name, value, HasWildcards: false);
            case QueryField.Day:
                return DatePeriod.TryParse(value, out DatePeriod period) ? new QueryNode.Dates(period.First, period.Last) : null;
            default:
                List<QueryToken> tokens = Scan(from, to);
                TextFields fields = (field as QueryField.Text)?.Fields ?? TextFields.All;
                return tokens.Count == 0 ? null
                    : isQuoted ? new QueryNode.Phrase(value, tokens, fields, Gap: 0)
                    : new QueryNode.Word(value, tokens, fields, IsExact: false);
        }
    }

    private void AddPart(int from, int to, bool isQuoted)
    {
        List<QueryToken> tokens = Scan(from, to);
        if (tokens.Count > 0)
        {
            _parts.Add(new(isQuoted, tokens));
        }
    }

    private List<QueryToken> Scan(int from, int to)
    {
        var tokens = new List<QueryToken>();
        (int start, int length) = _text.Place(from, to);
        _scanner.Reset(_text.Original.AsMemory(start, length));
        while (_scanner.MoveNext())
        {
            VietnameseToken token = _scanner.Current;
            tokens.Add(new(
                VietnameseTokenizer.IndexedPart(_scanner.Term).ToString(),
                token.Type, start + token.Start, start + token.End, token.Position, token.PositionCount, char.IsUpper(_text.Original[start + token.Start])));
        }

        return tokens;
    }
}
