namespace Search.Vietnamese.Spelling;

/// <summary>How likely a term of a collection follows another: a bigram model with Dirichlet smoothing.</summary>
/// <remarks>P(b|a) = (n(ab) + μ·P(b)) / (n(a) + μ). Thread-safe, if the count of pairs is. Source: Zhai and Lafferty 2004.</remarks>
public sealed class PairModel
{
    /// <summary>The occurrences that a term is reckoned to have which has none: there are many such, and each is improbable.</summary>
    private const double Unseen = 0.001;

    private readonly Func<string, string, long> _pairFrequency;
    private readonly long _collectionLength;

    /// <summary>A model of a collection.</summary>
    /// <param name="pairFrequency">How often a term stands directly before another. It is asked for terms that occur only.</param>
    /// <param name="collectionLength">All tokens of the collection.</param>
    public PairModel(Func<string, string, long> pairFrequency, long collectionLength)
    {
        ArgumentNullException.ThrowIfNull(pairFrequency);
        ArgumentOutOfRangeException.ThrowIfNegative(collectionLength);
        _pairFrequency = pairFrequency;
        _collectionLength = collectionLength;
    }

    /// <summary>μ: how many occurrences of a term outweigh what is known of the next term alone.</summary>
    /// <value>More than 0. Default 1,000: measured for spelling, where a pair that was never seen says little.</value>
    public double Smoothing { get; init; } = 1000;

    /// <summary>The natural logarithm of the probability of a term by itself; a term that does not occur counts as if it occurred in one
    /// of a thousand such collections.</summary>
    public double LogProbability(TermFrequency term) => Math.Log(Probability(term));

    /// <summary>The natural logarithm of the probability of a term after another.</summary>
    public double LogProbability(TermFrequency previous, TermFrequency term)
    {
        long together = previous.Frequency > 0 && term.Frequency > 0 ? _pairFrequency(previous.Term, term.Term) : 0;
        return Math.Log((together + (Smoothing * Probability(term))) / (previous.Frequency + Smoothing));
    }

    private double Probability(TermFrequency term) => (term.Frequency > 0 ? term.Frequency : Unseen) / Math.Max(_collectionLength, 1);
}
