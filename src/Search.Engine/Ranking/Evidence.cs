using Lucene.Net.Index;
using Lucene.Net.Search;
using Search.Engine.Articles;
using Search.Engine.Querying;

namespace Search.Engine.Ranking;

/// <summary>Something that speaks for an article: a unit of the query, or a pair of adjacent tokens.</summary>
/// <param name="Weight">What full evidence adds to the score: inverse document frequency times the worth of its kind.</param>
/// <param name="UnitWeight">What it counts towards matching, in syllables; 0 for evidence that only adds to the score.</param>
/// <param name="Postings">Where it occurs; occurrences are summed.</param>
internal sealed record Evidence(float Weight, int UnitWeight, IReadOnlyList<EvidencePostings> Postings)
{
    /// <summary>What says less and stands beside it: it occurs where this does, and in postings of its own. <see langword="null"/> for nothing.</summary>
    /// <remarks>A word typed without marks: the one most likely meant, and beside it all with the same letters. Their common postings are read once.</remarks>
    public WiderEvidence? Wider { get; init; }

    /// <summary>What of the query it stands for; <see langword="null"/> where that is all words that one with wildcards or mistakes may be.</summary>
    public EvidenceOrigin? Origin { get; init; }
}

/// <summary>What counts beside some evidence, for its occurrences and others together.</summary>
/// <param name="Weight">What full evidence adds to the score.</param>
/// <param name="Postings">Where else it occurs.</param>
/// <param name="Origin">What of the query it stands for.</param>
internal sealed record WiderEvidence(float Weight, IReadOnlyList<EvidencePostings> Postings, EvidenceOrigin? Origin);

/// <summary>What of a query some evidence stands for.</summary>
/// <param name="Kind">How.</param>
/// <param name="Tokens">The tokens, in order; never empty.</param>
internal sealed record EvidenceOrigin(EvidenceKind Kind, IReadOnlyList<QueryToken> Tokens);

/// <summary>How evidence stands for a part of the query.</summary>
public enum EvidenceKind
{
    /// <summary>A word as it was most likely meant, a composite or its parts side by side.</summary>
    Word,

    /// <summary>All words with the letters of one typed without marks.</summary>
    Letters,

    /// <summary>A quoted phrase.</summary>
    Phrase,

    /// <summary>Two words side by side, as they were most likely meant.</summary>
    Pair,

    /// <summary>All pairs with these letters.</summary>
    PairLetters,

    /// <summary>Two words not far from each other, in any order.</summary>
    Near,

    /// <summary>No word: the article is new.</summary>
    Recency,
}

/// <summary>Postings that count as occurrences of some evidence.</summary>
/// <param name="Weight">What one occurrence counts, before the weight of its field.</param>
internal abstract record EvidencePostings(float Weight)
{
    /// <summary>The text field in which it occurs.</summary>
    public abstract TextField Field { get; }

    /// <summary>Only articles of this time count; <see langword="null"/> for all.</summary>
    public DatePeriod? Valid { get; init; }

    /// <summary>The documents of a segment, one by one; <see langword="null"/> if it has none.</summary>
    public DocsEnum? Documents(AtomicReaderContext leaf) =>
        Open(leaf) is { } documents ? Valid is { } period ? new DatedPostings(documents, leaf.AtomicReader, period) : documents : null;

    /// <summary>The same whatever their time.</summary>
    protected abstract DocsEnum? Open(AtomicReaderContext leaf);

    /// <summary>The occurrences of one term in one field of one segment.</summary>
    internal sealed record OfTerm(TermOccurrence Occurrence, bool IsPair, float Weight) : EvidencePostings(Weight)
    {
        /// <inheritdoc/>
        public override TextField Field => Occurrence.Field;

        /// <inheritdoc/>
        protected override DocsEnum? Open(AtomicReaderContext leaf) => Occurrence.Leaf == leaf.Ord ? Occurrence.Documents(leaf, IsPair) : null;
    }

    /// <summary>The occurrences of all pairs of a longer phrase in one field of one segment.</summary>
    internal sealed record OfPairs(string Text, IReadOnlyList<TermOccurrence> Pairs, float Weight) : EvidencePostings(Weight)
    {
        /// <inheritdoc/>
        public override TextField Field => Pairs[0].Field;

        /// <inheritdoc/>
        protected override DocsEnum? Open(AtomicReaderContext leaf) =>
            Pairs[0].Leaf == leaf.Ord ? new CommonPostings([.. Pairs.Select(pair => pair.Documents(leaf, isPair: true))]) : null;
    }

    /// <summary>The occurrences of a phrase in one field of all segments.</summary>
    internal sealed record OfPhrase(Weight Phrase, TextField Field, float Weight) : EvidencePostings(Weight)
    {
        /// <inheritdoc/>
        public override TextField Field { get; } = Field;

        /// <inheritdoc/>
        protected override DocsEnum? Open(AtomicReaderContext leaf) => Phrase.GetScorer(leaf, leaf.AtomicReader.LiveDocs);
    }
}
