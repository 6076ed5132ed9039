using Search.Vietnamese.Syllables;

namespace Search.Vietnamese.Spelling;

/// <summary>A word of a query.</summary>
/// <param name="Term">In canonical form.</param>
/// <param name="IsFixed">Whether it was certainly meant as it stands: quoted Vietnamese, a capitalized foreign word, a number, a document number or an
/// acronym. It still says what its neighbours may be.</param>
public readonly record struct QueryWord(string Term, bool IsFixed);

/// <summary>Another reading of a query.</summary>
/// <param name="Terms">One for each word of the query, in order.</param>
/// <param name="Changed">The indices of those that differ from the query, ascending; at least one.</param>
/// <param name="Gain">How much likelier it is than the query as typed, mistakes reckoned in, as a natural logarithm (nats): more than 0. Below
/// ln 20 it is hardly worth a reader's attention.</param>
public sealed record QueryReading(IReadOnlyList<string> Terms, IReadOnlyList<int> Changed, double Gain);

/// <summary>Finds what a mistyped query was meant to say, by the words and pairs of the collection: <i>did you mean</i>.</summary>
/// <remarks>The reading that maximizes Σ ln P(word | previous word) − λ·cost − κ·mistakes over the candidates of each word (Viterbi 1967).
/// Thread-safe, if the vocabulary and the count of pairs are. O(words · candidates²) look-ups of pairs.
/// <code>
/// var vocabulary = new SpellingVocabulary([new("xử", 900), new("sử", 1200), new("lý", 1500), new("lịch", 800)]);
/// var model = new PairModel((first, second) => (first, second) switch { ("xử", "lý") => 600, ("lịch", "sử") => 700, _ => 0 }, collectionLength: 1_000_000);
/// var spelling = new QuerySpelling(new SpellingCandidates(vocabulary.Alike), model);
/// QueryReading? meant = spelling.BestOther([new("sử", IsFixed: false), new("lý", IsFixed: false)]);   // xử lý; null for lịch sử
/// </code>
/// </remarks>
public sealed class QuerySpelling
{
    private readonly SpellingCandidates _candidates;
    private readonly PairModel _model;

    /// <summary>Spelling by the words and pairs of one collection.</summary>
    public QuerySpelling(SpellingCandidates candidates, PairModel model)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        ArgumentNullException.ThrowIfNull(model);
        _candidates = candidates;
        _model = model;
    }

    /// <summary>λ: what a unit of <see cref="SpellingDistance"/> weighs against a natural logarithm of probability.</summary>
    public double CostWeight { get; init; } = SpellingCandidate.CostWeight;

    /// <summary>κ: what each mistake weighs beside its cost.</summary>
    public double MistakeWeight { get; init; } = SpellingCandidate.MistakeWeight;

    /// <summary>How many candidates of a word are looked at, beside the word itself.</summary>
    public int CandidatesPerWord { get; init; } = 20;

    /// <summary>The best reading of a query that is not the query as typed.</summary>
    /// <returns><see langword="null"/> if the query as typed is the best.</returns>
    public QueryReading? BestOther(IReadOnlyList<QueryWord> query)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (query.Count == 0)
        {
            return null;
        }

        var typed = new Path(0, 0, default);
        var columns = new Path[query.Count][];
        for (int i = 0; i < query.Count; i++)
        {
            var word = new TermFrequency(query[i].Term, _candidates.FrequencyOf(query[i].Term));
            Path[] before = i == 0 ? [] : columns[i - 1];
            columns[i] = [.. Choices(word, query[i].IsFixed).Select(choice => Extend(before, choice.Term, choice.Weight))];
            typed = Extend(i == 0 ? [] : [typed], word, weight: 0);
        }

        int end = Enumerable.Range(0, columns[^1].Length).MaxBy(choice => columns[^1][choice].Score);
        string[] terms = TermsOf(columns, end);
        int[] changed = [.. Enumerable.Range(0, terms.Length).Where(i => terms[i] != query[i].Term)];
        return changed.Length == 0 ? null : new(terms, changed, columns[^1][end].Score - typed.Score);
    }

    /// <summary>The best way to read a query up to a word.</summary>
    /// <param name="Score">Its probability, mistakes reckoned in, as a natural logarithm.</param>
    /// <param name="Previous">The index of the choice for the word before.</param>
    /// <param name="Term">The choice for the word.</param>
    private readonly record struct Path(double Score, int Previous, TermFrequency Term);

    /// <summary>The word and what else may have been meant; kĩ for kỹ is no mistake.</summary>
    private IEnumerable<(TermFrequency Term, double Weight)> Choices(TermFrequency word, bool isFixed) =>
        (isFixed ? [] : _candidates.For(word.Term, CandidatesPerWord))
            .Where(other => !IyVariant.AreEquivalent(word.Term, other.Term))
            .Select(other => (new TermFrequency(other.Term, other.Frequency), (CostWeight * other.Cost) + (MistakeWeight * other.Mistakes)))
            .Prepend((word, 0));

    private Path Extend(Path[] before, TermFrequency term, double weight)
    {
        if (before.Length == 0)
        {
            return new(_model.LogProbability(term) - weight, 0, term);
        }

        int previous = 0;
        double best = double.NegativeInfinity;
        for (int i = 0; i < before.Length; i++)
        {
            double score = before[i].Score + _model.LogProbability(before[i].Term, term);
            (previous, best) = score > best ? (i, score) : (previous, best);
        }

        return new(best - weight, previous, term);
    }

    private static string[] TermsOf(Path[][] columns, int end)
    {
        var terms = new string[columns.Length];
        for (int i = columns.Length - 1; i >= 0; i--)
        {
            terms[i] = columns[i][end].Term.Term;
            end = columns[i][end].Previous;
        }

        return terms;
    }
}
