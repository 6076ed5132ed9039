using Search.Engine.Articles;

namespace Search.Engine.Querying;

/// <summary>The tree of a query: which articles match it. <c>docs/query-language.md</c> has the grammar.</summary>
/// <remarks><see cref="ToString"/> writes a query that gives the same tree, with every operator spelled out.</remarks>
internal abstract record QueryNode
{
    private QueryNode()
    {
    }

    /// <summary>Articles that match every operand; there are two or more, none of them an <see cref="And"/>.</summary>
    internal sealed record And(IReadOnlyList<QueryNode> Operands) : QueryNode;

    /// <summary>Articles that match any operand; there are two or more, none of them an <see cref="Or"/>.</summary>
    internal sealed record Or(IReadOnlyList<QueryNode> Operands) : QueryNode;

    /// <summary>Articles that do not match the operand, which is no <see cref="Not"/>.</summary>
    internal sealed record Not(QueryNode Operand) : QueryNode;

    /// <summary>Articles in which both operands stand in one field, apart by so many words at most.</summary>
    /// <param name="First">Words, phrases, alternatives of them, or another <see cref="Near"/>.</param>
    /// <param name="Second">The same.</param>
    /// <param name="Distance">The most words between them.</param>
    /// <param name="IsOrdered">Whether the first must come first.</param>
    internal sealed record Near(QueryNode First, QueryNode Second, int Distance, bool IsOrdered) : QueryNode;

    /// <summary>The operand, whose evidence counts so many times.</summary>
    internal sealed record Boosted(QueryNode Operand, float Factor) : QueryNode;

    /// <summary>A word: its only token; a composite or its parts side by side; or tokens side by side (<c>và/hoặc</c>).</summary>
    /// <param name="Text">As typed, normalized.</param>
    /// <param name="Tokens">A composite before its parts; never empty.</param>
    /// <param name="Fields">Where it may stand.</param>
    /// <param name="IsExact">Whether it stands only for itself, also without a tone mark.</param>
    internal sealed record Word(string Text, IReadOnlyList<QueryToken> Tokens, TextFields Fields, bool IsExact) : QueryNode;

    /// <summary>Words side by side, of which one without marks stands for all words that have them; only below <see cref="Near"/>.</summary>
    internal sealed record Sequence(IReadOnlyList<Word> Words) : QueryNode;

    /// <summary>A quoted phrase, word for word.</summary>
    /// <param name="Text">As typed, normalized.</param>
    /// <param name="Tokens">Never empty.</param>
    /// <param name="Fields">Where it may stand.</param>
    /// <param name="Gap">0: side by side in this order. Otherwise in any order, among them so many other words at most.</param>
    internal sealed record Phrase(string Text, IReadOnlyList<QueryToken> Tokens, TextFields Fields, int Gap) : QueryNode;

    /// <summary>A word with wildcards.</summary>
    /// <param name="Token">The <see cref="Querying.Wildcards"/> in its term, and its place.</param>
    /// <param name="Fields">Where it may stand.</param>
    /// <param name="IsExact">Whether marks that were not typed must not be there.</param>
    internal sealed record Wildcard(QueryToken Token, TextFields Fields, bool IsExact) : QueryNode;

    /// <summary>A word and those that are spelled much alike.</summary>
    internal sealed record Fuzzy(Word Typed) : QueryNode;

    /// <summary>A whole value of a field that is not searched by words.</summary>
    /// <param name="Field">The name of the field in the index.</param>
    /// <param name="Text">As typed, normalized; with wildcards in the form of <see cref="Querying.Wildcards"/>.</param>
    /// <param name="HasWildcards">Whether it has wildcards.</param>
    internal sealed record Value(string Field, string Text, bool HasWildcards) : QueryNode;

    /// <summary>Articles with a date from the first day to the last, inclusive, in Vietnam time; <see langword="null"/> for an open end.</summary>
    internal sealed record Dates(DateOnly? From, DateOnly? To) : QueryNode;

    /// <summary>Joins what must all match; nested conjunctions are made one.</summary>
    public static QueryNode AllOf(IReadOnlyList<QueryNode> operands) =>
        operands.Count == 1 ? operands[0] : new And([.. operands.SelectMany(each => each is And and ? and.Operands : [each])]);

    /// <summary>Joins what any may match; nested alternatives are made one.</summary>
    public static QueryNode AnyOf(IReadOnlyList<QueryNode> operands) =>
        operands.Count == 1 ? operands[0] : new Or([.. operands.SelectMany(each => each is Or or ? or.Operands : [each])]);

    /// <summary>What does not match.</summary>
    public static QueryNode Except(QueryNode operand) => operand is Not not ? not.Operand : new Not(operand);

    public sealed override string ToString() => QueryWriter.Write(this);
}
