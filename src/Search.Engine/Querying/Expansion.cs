using Search.Engine.Ranking;

namespace Search.Engine.Querying;

/// <summary>Other words that mean what some words of a query mean: the long form of an acronym, a synonym, a date written otherwise.</summary>
/// <param name="Kind">Why they do.</param>
/// <param name="Start">The position of the first of these words in its part of the query.</param>
/// <param name="End">The position after the last.</param>
/// <param name="Words">The canonical tokens of the other words, side by side.</param>
/// <param name="Weight">What they count against the words themselves.</param>
internal sealed record Expansion(QueryReadingKind Kind, int Start, int End, IReadOnlyList<string> Words, float Weight)
{
    /// <summary>Only in articles of this time they mean it; <see langword="null"/> for all.</summary>
    public DatePeriod? Valid { get; init; }
}

/// <summary>An expansion of which all words occur in the collection.</summary>
/// <param name="Expansion">The words.</param>
/// <param name="Terms">The term of a single word; of more, their pairs.</param>
internal sealed record ReadExpansion(Expansion Expansion, IReadOnlyList<DictionaryTerm> Terms)
{
    private readonly bool _isPhrase = Expansion.Words.Count > 1;

    /// <summary>The articles that have it: no more than the rarest pair.</summary>
    public long DocFreq => Terms.Min(term => term.DocFreq);

    /// <summary>Whether it stands for all tokens from one position to another.</summary>
    public bool Covers(int start, int end) => Expansion.Start <= start && end <= Expansion.End;

    /// <summary>Where it occurs.</summary>
    public IEnumerable<EvidencePostings> Postings => Terms.Count == 1
        ? Terms[0].Occurrences.Select(occurrence => new EvidencePostings.OfTerm(occurrence, _isPhrase, Expansion.Weight) { Valid = Expansion.Valid })
        : Terms.SelectMany(term => term.Occurrences)
            .GroupBy(occurrence => (occurrence.Leaf, occurrence.Field))
            .Where(group => group.Count() == Terms.Count)
            .Select(group => new EvidencePostings.OfPairs(string.Join(' ', Expansion.Words), [.. group], Expansion.Weight) { Valid = Expansion.Valid });

    /// <summary>Looks the words up.</summary>
    /// <returns><see langword="null"/> if they do not occur.</returns>
    public static ReadExpansion? Of(Expansion expansion, TermDictionary dictionary)
    {
        List<DictionaryTerm> terms = expansion.Words.Count == 1
            ? [dictionary.Token(expansion.Words[0])]
            : [.. expansion.Words.Zip(expansion.Words.Skip(1), (first, second) => dictionary.Pair($"{first} {second}")).Distinct()];
        return terms.TrueForAll(static term => term.Occurrences.Count > 0) ? new(expansion, terms) : null;
    }
}
