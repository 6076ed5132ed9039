using System.Globalization;
using Search.Engine.Articles;
using Search.Engine.Querying;

namespace Search.Engine.Tests.Querying;

/// <summary>Writes the tree of a query with all that it holds, but for places in the query: two trees are the same if their dumps are.</summary>
internal static class QueryDump
{
    public static string Of(QueryNode? node) => node switch
    {
        null => "nothing",
        QueryNode.And and => List("and", and.Operands),
        QueryNode.Or or => List("or", or.Operands),
        QueryNode.Not not => List("not", [not.Operand]),
        QueryNode.Near near => List(string.Create(CultureInfo.InvariantCulture, $"{(near.IsOrdered ? "before" : "near")}{near.Distance}"), [near.First, near.Second]),
        QueryNode.Boosted boosted => List(string.Create(CultureInfo.InvariantCulture, $"boost{boosted.Factor}"), [boosted.Operand]),
        QueryNode.Word word => $"{Fields(word.Fields)}{(word.IsExact ? "=" : "")}{Tokens(word.Tokens)}",
        QueryNode.Sequence sequence => List("side", sequence.Words),
        QueryNode.Phrase phrase => string.Create(CultureInfo.InvariantCulture, $"{Fields(phrase.Fields)}\"{Tokens(phrase.Tokens)}\"~{phrase.Gap}"),
        QueryNode.Wildcard wildcard => $"{Fields(wildcard.Fields)}{(wildcard.IsExact ? "=" : "")}<{wildcard.Token.Term}>",
        QueryNode.Fuzzy fuzzy => $"fuzzy {Of(fuzzy.Typed)}",
        QueryNode.Value value => $"{value.Field}{(value.HasWildcards ? "~" : "=")}'{value.Text}'",
        QueryNode.Dates dates => string.Create(CultureInfo.InvariantCulture, $"date {dates.From:yyyy-MM-dd}..{dates.To:yyyy-MM-dd}"),
        _ => throw new ArgumentException(node.GetType().Name, nameof(node)),
    };

    private static string List(string name, IReadOnlyList<QueryNode> operands) => $"({name} {string.Join(' ', operands.Select(Of))})";

    private static string Tokens(IReadOnlyList<QueryToken> tokens) =>
        string.Join('+', tokens.Select(token => string.Create(CultureInfo.InvariantCulture, $"{token.Term}@{token.Position}/{token.PositionCount}{token.Type}")));

    private static string Fields(TextFields fields) => fields == TextFields.All ? "" : $"{fields}:";
}
