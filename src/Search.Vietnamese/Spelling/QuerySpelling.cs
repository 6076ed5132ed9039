namespace Search.Vietnamese.Spelling;

/// <summary>A word of a query.</summary>
/// <param name="Term">In canonical form.</param>
/// <param name="IsFixed">Whether it was certainly meant as it stands: quoted Vietnamese, a capitalized foreign word, a number, a document number or an
/// acronym. It still says what its neighbours may be.</param>
public readonly record struct QueryWord(string Term, bool IsFixed);

/// <summary>Another reading of a query.</summary>
/// <param name="Terms">One for each word of the query, in order.</param>
/// <param name="Changed">The indices of those that differ from the query, ascending; at least one.</param>
/// <param name="Gain">How much likelier it is than the query as typed, as a natural logarithm (nats): more than 0. Below ln 20 it is hardly worth
/// a reader's attention.</param>
public sealed record QueryReading(IReadOnlyList<string> Terms, IReadOnlyList<int> Changed, double Gain);

/// <summary>Finds what a mistyped query was meant to say, by the words and pairs of the collection: <i>did you mean</i>.</summary>
/// <remarks>The reading that maximizes Σ ln P(word | previous word) − λ·cost, over the candidates of each word (Viterbi 1967). Thread-safe, if the
/// vocabulary and the counts are. O(words · candidates²) look-ups of pairs.</remarks>
public sealed class QuerySpelling
{
    private readonly SpellingCandidates _candidates;
    private readonly PairModel _model;

    /// <summary>Spelling by a vocabulary and the counts of the same collection.</summary>
    public QuerySpelling(SpellingCandidates candidates, PairModel model)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        ArgumentNullException.ThrowIfNull(model);
        _candidates = candidates;
        _model = model;
    }

    /// <summary>λ: what a unit of <see cref="SpellingDistance"/> weighs against a natural logarithm of probability.</summary>
    public double CostWeight { get; init; } = 4;

    /// <summary>What each mistake weighs beside its cost.</summary>
    public double MistakeWeight { get; init; } = 2;

    /// <summary>How many candidates of a word are looked at, beside the word itself.</summary>
    public int CandidatesPerWord { get; init; } = 20;

    /// <summary>The best reading that is not the query as typed.</summary>
    /// <returns><see langword="null"/> if the query as typed is the best.</returns>
    public QueryReading? BestOther(IReadOnlyList<QueryWord> query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var best = new State[query.Count][];
        for (int i = 0; i < query.Count; i++)
        {
            best[i] = [.. Choices(query[i]).Select(choice => Extend(i == 0 ? [] : best[i - 1], choice))];
        }

        if (query.Count == 0)
        {
            return null;
        }

        var terms = new string[query.Count];
        double typed = 0;
        State[] last = best[^1];
        int at = Enumerable.Range(0, last.Length).MaxBy(i => last[i].Score);
        double gain = last[at].Score;
        for (int i = query.Count - 1; i >= 0; i--)
        {
            terms[i] = best[i][at].Term;
            at = best[i][at].Previous;
            typed += i == 0 ? _model.LogProbability(query[0].Term) : _model.LogProbability(query[i - 1].Term, query[i].Term);
        }

        int[] changed = [.. Enumerable.Range(0, terms.Length).Where(i => terms[i] != query[i].Term)];
        return changed.Length == 0 ? null : new QueryReading(terms, changed, gain - typed);
    }

    private readonly record struct State(string Term, double Score, int Previous);

    private IEnumerable<(string Term, double Weight)> Choices(QueryWord word) => word.IsFixed
        ? [(word.Term, 0)]
        : [(word.Term, 0), .. _candidates.For(word.Term, CandidatesPerWord).Select(candidate => (candidate.Term, (CostWeight * candidate.Cost) + (MistakeWeight * candidate.Mistakes)))];

    private State Extend(State[] before, (string Term, double Weight) choice)
    {
        if (before.Length == 0)
        {
            return new(choice.Term, _model.LogProbability(choice.Term) - choice.Weight, -1);
        }

        int previous = 0;
        double best = double.NegativeInfinity;
        for (int i = 0; i < before.Length; i++)
        {
            double score = before[i].Score + _model.LogProbability(before[i].Term, choice.Term);
            (previous, best) = score > best ? (i, score) : (previous, best);
        }

        return new(choice.Term, best - choice.Weight, previous);
    }
}
