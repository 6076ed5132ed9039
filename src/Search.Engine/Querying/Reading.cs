namespace Search.Engine.Querying;

/// <summary>The terms of the collection that a query token may stand for.</summary>
/// <param name="Token">The token.</param>
/// <param name="Likely">Those that were most likely meant, and what each counts.</param>
/// <param name="Group">All that may be meant, where these are more than the likely ones; else empty.</param>
internal sealed record Reading(QueryToken Token, IReadOnlyList<WeightedTerm> Likely, IReadOnlyList<WeightedTerm> Group)
{
    /// <summary>All terms and the token as typed, which need not occur.</summary>
    public IReadOnlySet<string> Canonical { get; } =
        Likely.Concat(Group).Select(each => each.Term.Canonical).Append(Token.Term).ToHashSet(StringComparer.Ordinal);

    /// <summary>What decides whether an article has the token.</summary>
    public IReadOnlyList<WeightedTerm> All => Group.Count > 0 ? Group : Likely;

    /// <summary>The word that was most likely meant; <see langword="null"/> where nothing was decided.</summary>
    public string? Meant { get; init; }

    /// <summary>It, where it is not the one that was typed; else <see langword="null"/>.</summary>
    public string? Restored => Meant == Token.Term ? null : Meant;

    /// <summary>The token as it is understood.</summary>
    public string AsRead => Meant ?? Token.Term;

    /// <summary>The other spelling with i or y that is searched, too; <see langword="null"/> for none.</summary>
    public string? IyVariant => Likely.Where(static each => each.Weight < 1).Select(static each => each.Term.Canonical).FirstOrDefault();

    /// <summary>Whether the token can only stand for itself.</summary>
    public bool IsExact => Canonical.Count == 1;
}

/// <summary>A term, and what one occurrence of it counts.</summary>
internal readonly record struct WeightedTerm(DictionaryTerm Term, float Weight)
{
    /// <summary>What a canonical term counts among some; 0 if it is not among them.</summary>
    public static float Of(IReadOnlyList<WeightedTerm> terms, string canonical)
    {
        foreach (WeightedTerm each in terms)
        {
            if (each.Term.Canonical == canonical)
            {
                return each.Weight;
            }
        }

        return 0;
    }
}
