namespace Search.Engine.Querying;

/// <summary>The terms of the collection that a query token may stand for, and what each counts.</summary>
/// <param name="Token">The token.</param>
/// <param name="Terms">Those that occur in the collection.</param>
internal sealed record Reading(QueryToken Token, IReadOnlyList<(DictionaryTerm Term, float Weight)> Terms)
{
    /// <summary>The terms and the token as typed, which need not occur.</summary>
    public IReadOnlySet<string> Canonical { get; } =
        Terms.Select(each => each.Term.Canonical).Append(Token.Term).ToHashSet(StringComparer.Ordinal);

    /// <summary>Whether the token can only stand for itself.</summary>
    public bool IsExact => Canonical.Count == 1;

    /// <summary>What a term counts; 0 if the token does not stand for it.</summary>
    public float WeightOf(string canonical)
    {
        foreach ((DictionaryTerm term, float weight) in Terms)
        {
            if (term.Canonical == canonical)
            {
                return weight;
            }
        }

        return 0;
    }
}
