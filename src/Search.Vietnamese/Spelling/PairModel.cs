namespace Search.Vietnamese.Spelling;

/// <summary>How likely a word of a collection follows another: a bigram model with Dirichlet smoothing.</summary>
/// <remarks>P(b|a) = (n(ab) + μ·P(b)) / (n(a) + μ). Thread-safe, if the counts are. Source: Zhai and Lafferty 2004.</remarks>
public sealed class PairModel
{
    /// <summary>μ: how many occurrences of a word outweigh what is known of the next word alone.</summary>
    private const double Smoothing = 100;

    private readonly Func<string, long> _frequency;
    private readonly Func<string, string, long> _pairFrequency;
    private readonly long _collectionLength;

    /// <summary>A model from counts.</summary>
    /// <param name="frequency">Occurrences of a term in the collection; 0 if it has none.</param>
    /// <param name="pairFrequency">Occurrences of a term directly before another.</param>
    /// <param name="collectionLength">All tokens of the collection.</param>
    public PairModel(Func<string, long> frequency, Func<string, string, long> pairFrequency, long collectionLength)
    {
        ArgumentNullException.ThrowIfNull(frequency);
        ArgumentNullException.ThrowIfNull(pairFrequency);
        ArgumentOutOfRangeException.ThrowIfNegative(collectionLength);
        _frequency = frequency;
        _pairFrequency = pairFrequency;
        _collectionLength = collectionLength;
    }

    /// <summary>The natural logarithm of the probability of a term by itself; of a term that does not occur, as if it occurred half a time.</summary>
    public double LogProbability(string term) => Math.Log(Probability(term));

    /// <summary>The natural logarithm of the probability of a term after another.</summary>
    public double LogProbability(string previous, string term) =>
        Math.Log((_pairFrequency(previous, term) + (Smoothing * Probability(term))) / (_frequency(previous) + Smoothing));

    private double Probability(string term) => (_frequency(term) + 0.5) / (_collectionLength + 1.0);
}
