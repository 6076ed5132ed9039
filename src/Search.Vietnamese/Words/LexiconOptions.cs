namespace Search.Vietnamese.Words;

/// <summary>What <see cref="LexiconBuilder"/> takes for a word, and what memory it may use.</summary>
public sealed class LexiconOptions
{
    internal const int FewestTextBytes = 1 << 20;

    /// <summary>Occurrences that a word must have, counting only those where its parts do not belong to other words.</summary>
    /// <value>1 or more. Default 5.</value>
    public int MinCount { get; init; } = 5;

    /// <summary>The cohesion that a word of two syllables must have: a normalized pointwise mutual information, discounted for syllables that stand
    /// alone (see <see cref="LexiconBuilder"/>). Where a lexicon is to hold more and looser words, lower it.</summary>
    /// <value>Above 0. Default 0.62, chosen on the training part of the treebank UD Vietnamese VTB.</value>
    public double MinCohesion { get; init; } = 0.62;

    /// <summary>The cohesion that a word of three or four syllables must have, between the words that it is made of.</summary>
    /// <value>Above 0. Default 0.8.</value>
    public double MinCohesionOfLongWords { get; init; } = 0.8;

    /// <summary>The branching entropy, in nats, that a word of three or four syllables must have on both sides: a part of a fixed phrase is followed by
    /// the rest of it.</summary>
    /// <value>0 or more. Default 1.</value>
    public double MinBranchingEntropy { get; init; } = 1;

    /// <summary>Words of more than one syllable that are kept at most. Those go first without which the collection would be least unlikely.</summary>
    /// <value>0 or more. Default 150,000.</value>
    public int MostWords { get; init; } = 150_000;

    /// <summary>Bytes of encoded text to learn from, about 1.7 a syllable; of more text an even sample of that size is taken.</summary>
    /// <value>1 MiB or more. Default 128 MiB: 75 million syllables, 130,000 articles.</value>
    public int MostTextBytes { get; init; } = 128 << 20;
}
