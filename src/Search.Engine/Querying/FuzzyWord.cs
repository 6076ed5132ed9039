using Search.Vietnamese.Spelling;

namespace Search.Engine.Querying;

/// <summary>Finds the words of a collection that a fuzzy word stands for: itself, and those that may have been meant by it.</summary>
internal static class FuzzyWord
{
    /// <summary>The largest <see cref="SpellingDistance"/>: a letter more or less, or two lesser mistakes, but no letter for any other.</summary>
    public const double Farthest = 0.8;

    /// <summary>What a word counts that is hardly any distance away.</summary>
    private const double BesideTyped = 0.5;

    /// <summary>The words, and what each counts.</summary>
    /// <param name="word">Canonical.</param>
    /// <param name="dictionary">The words of the collection.</param>
    /// <param name="cancellation">Stops the search for them.</param>
    public static IReadOnlyList<WeightedTerm> Terms(string word, TermDictionary dictionary, CancellationToken cancellation)
    {
        var candidates = new SpellingCandidates(folded =>
        {
            cancellation.ThrowIfCancellationRequested();
            return dictionary.TokensAlike(folded.ToString()).Select(term => new TermFrequency(term.Canonical, term.TotalTermFreq)).ToArray();
        });
        IEnumerable<WeightedTerm> others = candidates.For(word, int.MaxValue)
            .Where(candidate => candidate.Cost <= Farthest)
            .Select(candidate => new WeightedTerm(dictionary.Token(candidate.Term), (float)(BesideTyped * (1 - candidate.Cost))));
        return [.. others.Prepend(new(dictionary.Token(word), 1)).Where(each => each.Term.Occurrences.Count > 0)];
    }
}
