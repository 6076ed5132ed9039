using Search.Vietnamese.Folding;

namespace Search.Vietnamese.Spelling;

/// <summary>A word that may have been meant.</summary>
/// <param name="Term">A term of the collection.</param>
/// <param name="Frequency">Its occurrences there.</param>
/// <param name="Cost">The <see cref="SpellingDistance"/> of the typed word from it.</param>
/// <param name="Mistakes">In how many parts the typed word is wrong: onset, rhyme, tone; marks left out are one mistake together.</param>
public readonly record struct SpellingCandidate(string Term, long Frequency, double Cost, int Mistakes)
{
    /// <summary>What a unit of cost weighs, in nats.</summary>
    internal const double CostWeight = 8;

    /// <summary>What each mistake weighs by itself: who made one in a syllable made a second one seldom.</summary>
    internal const double MistakeWeight = 2;

    /// <summary>How likely it was meant, apart from the words around it: the natural logarithm of its frequency less its mistakes.</summary>
    public double Score => Math.Log(Frequency) - (CostWeight * Cost) - (MistakeWeight * Mistakes);
}

/// <summary>Finds the words of a collection that may have been meant by a mistyped one.</summary>
/// <remarks>Only words that occur in the collection are found. Thread-safe, if the vocabulary is.
/// <code>
/// var vocabulary = new SpellingVocabulary([new("ngành", 120), new("nghênh", 15), new("nghành", 1)]);
/// var candidates = new SpellingCandidates(vocabulary.Alike);
/// candidates.For("nghành", 5);   // ngành, nghênh
/// </code>
/// </remarks>
public sealed class SpellingCandidates
{
    private readonly TermsAlike _vocabulary;

    /// <summary>Candidates from a vocabulary.</summary>
    /// <param name="vocabulary">Answers what terms of the collection are alike below their marks. It is asked some 50 times for a syllable
    /// and some 300 times for another word.</param>
    public SpellingCandidates(TermsAlike vocabulary)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        _vocabulary = vocabulary;
    }

    /// <summary>The words that may have been meant, the typed word itself not among them.</summary>
    /// <param name="typed">A word in canonical form.</param>
    /// <param name="count">How many at most.</param>
    /// <returns>The likeliest first, by <see cref="SpellingCandidate.Score"/>, and equal ones by their letters. Empty for words of more than 24 letters.</returns>
    public IReadOnlyList<SpellingCandidate> For(string typed, int count)
    {
        ArgumentNullException.ThrowIfNull(typed);
        if (typed.Length is 0 or > FoldingNeighbours.LongestWord)
        {
            return [];
        }

        var spelling = new TypedSpelling(typed);
        var found = new List<(double Score, SpellingCandidate Candidate)>();
        foreach (string folding in FoldingNeighbours.Of(typed))
        {
            foreach (TermFrequency term in _vocabulary(folding))
            {
                (double cost, int mistakes) = spelling.To(term.Term);
                if (mistakes > 0 && cost < SpellingCosts.Highest)
                {
                    var candidate = new SpellingCandidate(term.Term, term.Frequency, cost, mistakes);
                    found.Add((candidate.Score, candidate));
                }
            }
        }

        found.Sort((a, b) => b.Score.CompareTo(a.Score) is var byScore and not 0 ? byScore : string.CompareOrdinal(a.Candidate.Term, b.Candidate.Term));
        return [.. found.Take(count).Select(each => each.Candidate)];
    }

    /// <summary>The occurrences of a term, 0 if it has none.</summary>
    internal long FrequencyOf(string term)
    {
        foreach (TermFrequency alike in _vocabulary(DiacriticFolding.Fold(term)))
        {
            if (alike.Term == term)
            {
                return alike.Frequency;
            }
        }

        return 0;
    }
}
