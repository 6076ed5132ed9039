using System.Globalization;
using System.Text;
using Search.Engine.Articles;

namespace Search.Engine.Querying;

/// <summary>Writes the tree of a query as a query that gives the same tree.</summary>
internal static class QueryWriter
{
    private enum Binding
    {
        Or,
        And,
        Not,
        Near,
        Boosted,
        Primary,
    }

    public static string Write(QueryNode node)
    {
        var text = new StringBuilder();
        Write(text, node, Binding.Or);
        return text.ToString();
    }

    /// <summary>Writes a node, in parentheses if it binds its operands more loosely than its place allows.</summary>
    private static void Write(StringBuilder text, QueryNode node, Binding least)
    {
        bool isGroup = BindingOf(node) < least;
        text.Append(isGroup ? "(" : "");
        switch (node)
        {
            case QueryNode.Or or:
                Join(text, or.Operands, " OR ", Binding.And);
                break;
            case QueryNode.And and:
                Join(text, and.Operands, " AND ", Binding.Not);
                break;
            case QueryNode.Not not:
                text.Append("NOT ");
                Write(text, not.Operand, Binding.Boosted);
                break;
            case QueryNode.Near near:
                Write(text, near.First, Binding.Near);
                text.Append(CultureInfo.InvariantCulture, $" {(near.IsOrdered ? "BEFORE" : "NEAR")}/{near.Distance} ");
                Write(text, near.Second, near.Second is QueryNode.Sequence ? Binding.Near : Binding.Boosted);
                break;
            case QueryNode.Boosted boosted:
                Write(text, boosted.Operand, Binding.Primary);
                text.Append(CultureInfo.InvariantCulture, $"^{boosted.Factor}");
                break;
            case QueryNode.Sequence { Words: [{ Fields: TextFields.All }, ..] } sequence:
                Join(text, sequence.Words, " ", Binding.Primary);
                break;
            case QueryNode.Sequence sequence:
                Field(text, sequence.Words[0].Fields).Append('(');
                Join(text, [.. sequence.Words.Select(word => word with { Fields = TextFields.All })], " ", Binding.Primary);
                text.Append(')');
                break;
            case QueryNode.Word word:
                Field(text, word.Fields).Append(word.IsExact ? "=" : "");
                Word(text, word.Text, canBeOperator: !word.IsExact);
                break;
            case QueryNode.Fuzzy fuzzy:
                Write(text, fuzzy.Typed, Binding.Primary);
                text.Append('~');
                break;
            case QueryNode.Wildcard pattern:
                Field(text, pattern.Fields).Append(pattern.IsExact ? "=" : "");
                Pattern(text, pattern.Token.Term);
                break;
            case QueryNode.Phrase phrase:
                Quoted(Field(text, phrase.Fields), phrase.Text);
                text.Append(CultureInfo.InvariantCulture, $"{(phrase.Gap > 0 ? $"~{phrase.Gap}" : "")}");
                break;
            case QueryNode.Value { HasWildcards: true } value:
                Pattern(text.Append(value.Field).Append(':'), value.Text);
                break;
            case QueryNode.Value value:
                Quoted(text.Append(value.Field).Append(':'), value.Text);
                break;
            case QueryNode.Dates dates:
                text.Append(CultureInfo.InvariantCulture, $"date:[{Day(dates.From)} TO {Day(dates.To)}]");
                break;
        }

        text.Append(isGroup ? ")" : "");
    }

    private static Binding BindingOf(QueryNode node) => node switch
    {
        QueryNode.Or => Binding.Or,
        QueryNode.And => Binding.And,
        QueryNode.Not => Binding.Not,
        QueryNode.Near or QueryNode.Sequence { Words: [{ Fields: TextFields.All }, ..] } => Binding.Near,
        QueryNode.Boosted => Binding.Boosted,
        _ => Binding.Primary,
    };

    private static void Join(StringBuilder text, IReadOnlyList<QueryNode> operands, string sign, Binding least)
    {
        for (int i = 0; i < operands.Count; i++)
        {
            Write(text.Append(i == 0 ? "" : sign), operands[i], least);
        }
    }

    private static StringBuilder Field(StringBuilder text, TextFields fields) =>
        fields == TextFields.All ? text : text.Append(QueryField.Text.NameOf(fields)).Append(':');

    private static void Word(StringBuilder text, string word, bool canBeOperator)
    {
        bool isMistakable = QuerySigns.IsPrefix(word[0]) || (canBeOperator && QuerySigns.IsOperator(word));
        int start = text.Append(isMistakable ? "\\" : "").Length;
        foreach (char c in word)
        {
            Letter(text, c);
        }

        text.Replace("&&", @"\&\&", start, text.Length - start);
    }

    private static void Pattern(StringBuilder text, string pattern)
    {
        int start = text.Append(QuerySigns.IsPrefix(pattern[0]) ? "\\" : "").Length;
        for (int i = 0; i < pattern.Length; i++)
        {
            if (Wildcards.IsWildcard(pattern[i]))
            {
                text.Append(pattern[i]);
            }
            else
            {
                i += pattern[i] == Wildcards.Escape ? 1 : 0;
                Letter(text, pattern[i]);
            }
        }

        text.Replace("&&", @"\&\&", start, text.Length - start);
    }

    private static void Letter(StringBuilder text, char c) => text.Append(QuerySigns.IsSpecial(c) ? "\\" : "").Append(c);

    private static void Quoted(StringBuilder text, string quoted)
    {
        text.Append('"');
        foreach (char c in quoted)
        {
            text.Append(c is '"' or QuerySigns.Escape ? "\\" : "").Append(c);
        }

        text.Append('"');
    }

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "*";
}
