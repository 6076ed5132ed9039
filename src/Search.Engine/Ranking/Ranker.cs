using System.Diagnostics;
using System.Numerics;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using Search.Engine.Articles;
using Search.Engine.Indexing;
using Search.Engine.Similarity;

namespace Search.Engine.Ranking;

/// <summary>Which articles are listed.</summary>
public enum MatchRule
{
    /// <summary>At least half of the units by weight.</summary>
    Auto,

    /// <summary>Every unit.</summary>
    All,

    /// <summary>At least one unit.</summary>
    Any,
}

/// <summary>The order of the hits; equal ones are ordered by article id.</summary>
public enum HitOrder
{
    /// <summary>By descending score.</summary>
    Relevance,

    /// <summary>By descending date, undated ones last.</summary>
    Newest,

    /// <summary>By ascending date, undated ones last.</summary>
    Oldest,
}

/// <summary>The first hits of a ranking, and how many there are.</summary>
/// <param name="Hits">Best first.</param>
/// <param name="Listed">All articles that the match rule lists.</param>
/// <param name="MatchingAll">Those among them that have every unit.</param>
/// <param name="IsPartial">Whether its time was over before all documents were looked at.</param>
internal sealed record Ranking(IReadOnlyList<RankedDocument> Hits, int Listed, int MatchingAll, bool IsPartial = false);

/// <summary>One ranked document of a view.</summary>
/// <param name="Document">The document number in the view.</param>
/// <param name="Score">What the evidence gave.</param>
/// <param name="MatchesAll">Whether it has every unit.</param>
/// <param name="Nearness">What of the score is for words near each other.</param>
internal readonly record struct RankedDocument(int Document, float Score, bool MatchesAll, float Nearness = 0);

/// <summary>What one evidence gave to the score of a document.</summary>
/// <param name="Evidence">The evidence.</param>
/// <param name="Score">What it gave.</param>
/// <param name="Most">What it would give if it occurred any number of times.</param>
/// <param name="Found">Where it occurs, and how often.</param>
internal sealed record EvidenceScore(Evidence Evidence, float Score, float Most, IReadOnlyList<FoundPostings> Found);

/// <summary>Postings that have a document, and how often it has what they are of.</summary>
internal readonly record struct FoundPostings(EvidencePostings Postings, int Occurrences);

/// <summary>Ranks the documents of a view by evidence.</summary>
/// <remarks>
/// <para>The score of a document is the sum over the evidence of <c>weight · tf · (k1 + 1) / (k1 + tf)</c>, where <c>tf</c> sums, over
/// fields and postings, <c>occurrences · weight / (1 − b + b · length / mean length)</c>: BM25F (Robertson and others, 2004).</para>
/// <para>Documents are worked through in windows of <see cref="WindowSize"/>, each evidence in turn, so that all sums stay in the
/// processor's first cache and no queue of postings is kept.</para>
/// </remarks>
/// <param name="view">The view that is ranked.</param>
/// <param name="weights">The constants of the model.</param>
/// <param name="recency">Lifts new articles; <see langword="null"/> where age does not matter.</param>
internal sealed class Ranker(IndexView view, RankingWeights weights, Recency? recency = null)
{
    private const int WindowSize = 2048;

    private readonly InverseNorms _inverseNorms = new(view, weights);
    private readonly float[] _termFrequencies = new float[WindowSize];
    private readonly float[] _scores = new float[WindowSize];
    private readonly int[] _matched = new int[WindowSize];
    private readonly ulong[] _touched = new ulong[WindowSize / 64];
    private readonly ulong[] _candidates = new ulong[WindowSize / 64];

    /// <summary>Ranks what the evidence finds; if none of it is a unit, all documents of the filter.</summary>
    /// <param name="evidence">What to look for.</param>
    /// <param name="rule">Which documents to list.</param>
    /// <param name="filter">Documents to choose from; <see langword="null"/> for all.</param>
    /// <param name="order">The order of the hits.</param>
    /// <param name="count">How many hits to keep.</param>
    /// <param name="copies">Takes note of all listed documents, if they are to be collapsed.</param>
    /// <param name="cancellation">Stops the ranking between two windows.</param>
    public Ranking Rank(
        IReadOnlyList<Evidence> evidence, MatchRule rule, Query? filter, HitOrder order, int count, ListedCopies? copies, CancellationToken cancellation) =>
        Rank(evidence, rule, filter, new TopHits(view.Reader, order, count), copies, matched: null, cancellation);

    /// <summary>Ranks into a given queue.</summary>
    /// <param name="evidence">What to look for.</param>
    /// <param name="rule">Which documents to list.</param>
    /// <param name="filter">Documents to choose from; <see langword="null"/> for all.</param>
    /// <param name="top">Takes the hits.</param>
    /// <param name="copies">Takes note of all listed documents, if they are to be collapsed.</param>
    /// <param name="matched">Takes note of all listed documents, if they are to be counted.</param>
    /// <param name="cancellation">Stops the ranking between two windows.</param>
    /// <param name="deadline">A timestamp of <see cref="Stopwatch"/> after which no further window is begun; the first always is.</param>
    public Ranking Rank(
        IReadOnlyList<Evidence> evidence, MatchRule rule, Query? filter, TopHits top, ListedCopies? copies, MatchedDocuments? matched,
        CancellationToken cancellation, long deadline = long.MaxValue)
    {
        bool isFirst = true;
        int allUnits = evidence.Sum(each => each.UnitWeight);
        Weight? filterWeight = filter is null ? null : view.Searcher.CreateNormalizedWeight(filter);
        int neededUnits = rule switch
        {
            MatchRule.All => allUnits,
            MatchRule.Any => Math.Min(1, allUnits),
            _ => (allUnits + 1) / 2,
        };
        int listed = 0;
        int matchingAll = 0;
        foreach (AtomicReaderContext leaf in view.Reader.Leaves)
        {
            DocIdSetIterator? filtered = filterWeight?.GetScorer(leaf, leaf.AtomicReader.LiveDocs);
            if (filterWeight is not null && filtered is null)
            {
                continue;
            }

            List<EvidenceCursor> cursors = Open(evidence, leaf);
            top.Enter(leaf);
            recency?.Enter(leaf);
            IBits? live = leaf.AtomicReader.LiveDocs;
            int maxDocument = leaf.AtomicReader.MaxDoc;
            for (int start = 0; start < maxDocument; start += WindowSize)
            {
                cancellation.ThrowIfCancellationRequested();
                if (!isFirst && Stopwatch.GetTimestamp() > deadline)
                {
                    return new(top.InOrder(), listed, matchingAll, IsPartial: true);
                }

                isFirst = false;
                int end = Math.Min(start + WindowSize, maxDocument);
                bool hasUnits = Accumulate(cursors, start, end);
                if (allUnits == 0)
                {
                    SetAll(end - start);   // the filter alone decides
                }
                else if (!hasUnits)
                {
                    Clear();
                    continue;
                }

                Keep(filtered, start, end);
                for (int word = 0; word < _candidates.Length; word++)
                {
                    for (ulong bits = _candidates[word]; bits != 0; bits &= bits - 1)
                    {
                        int i = (word << 6) + BitOperations.TrailingZeroCount(bits);
                        if (_matched[i] >= neededUnits && (live is null || live.Get(start + i)))
                        {
                            bool matchesAll = _matched[i] == allUnits;
                            listed++;
                            matchingAll += matchesAll ? 1 : 0;
                            top.Offer(start + i, recency is null ? _scores[i] : _scores[i] * recency.Factor(start + i), matchesAll);
                            copies?.Add(leaf.DocBase + start + i, matchesAll);
                            matched?.Add(leaf.DocBase + start + i, matchesAll);
                        }
                    }
                }

                Clear();
            }
        }

        return new(top.InOrder(), listed, matchingAll);
    }

    /// <summary>What each evidence gave to the score of a document: the score is their sum.</summary>
    /// <param name="evidence">What it was ranked by.</param>
    /// <param name="document">The document number in the view.</param>
    /// <returns>Only evidence that the document has, in the order given.</returns>
    public IReadOnlyList<EvidenceScore> Explain(IReadOnlyList<Evidence> evidence, int document)
    {
        AtomicReaderContext leaf = view.Reader.Leaves[ReaderUtil.SubIndex(document, view.Reader.Leaves)];
        var scores = new List<EvidenceScore>();
        foreach (EvidenceCursor cursor in Open(evidence, leaf))
        {
            float tf = 0;
            var found = new List<FoundPostings>();
            foreach (PostingsCursor postings in cursor.Postings)
            {
                if (postings.Find(document - leaf.DocBase, out float worth) is var occurrences and > 0)
                {
                    tf += worth;
                    found.Add(new(postings.Source, occurrences));
                }
            }

            if (found.Count > 0)
            {
                scores.Add(new(cursor.Evidence, Saturated(Most(cursor.Evidence), tf), Most(cursor.Evidence), found));
            }
        }

        return scores;
    }

    /// <summary>What evidence gives at most.</summary>
    private float Most(Evidence evidence) => evidence.Weight * (weights.K1 + 1);

    /// <summary>What evidence gives that occurs so often.</summary>
    private float Saturated(float most, float tf) => most * tf / (weights.K1 + tf);

    private List<EvidenceCursor> Open(IReadOnlyList<Evidence> evidence, AtomicReaderContext leaf)
    {
        var terms = new Dictionary<string, TermsEnum>(StringComparer.Ordinal);
        var cursors = new List<EvidenceCursor>();
        foreach (Evidence each in evidence)
        {
            var postings = new List<PostingsCursor>();
            foreach (EvidencePostings source in each.Postings)
            {
                DocsEnum? documents = null;
                TextField field = default;
                switch (source)
                {
                    case EvidencePostings.OfTerm term when term.Occurrence.Leaf == leaf.Ord:
                        documents = Open(term.Occurrence, term.IsPair, leaf, terms);
                        field = term.Occurrence.Field;
                        break;
                    case EvidencePostings.OfPairs phrase when phrase.Pairs[0].Leaf == leaf.Ord:
                        documents = new CommonPostings([.. phrase.Pairs.Select(pair => Open(pair, isPair: true, leaf, terms))]);
                        field = phrase.Field;
                        break;
                    case EvidencePostings.OfPhrase phrase:
                        documents = phrase.Phrase.GetScorer(leaf, leaf.AtomicReader.LiveDocs);
                        field = phrase.Field;
                        break;
                }

                if (documents is not null && source.Valid is { } period)
                {
                    documents = new DatedPostings(documents, leaf.AtomicReader, period);
                }

                if (documents is not null && documents.NextDoc() != DocIdSetIterator.NO_MORE_DOCS)
                {
                    postings.Add(new(documents, source, view.Searcher.Lengths.Codes(leaf.Ord, field), _inverseNorms[field]));
                }
            }

            if (postings.Count > 0)
            {
                cursors.Add(new(each, [.. postings]));
            }
        }

        return cursors;
    }

    private static DocsEnum Open(Querying.TermOccurrence occurrence, bool isPair, AtomicReaderContext leaf, Dictionary<string, TermsEnum> opened)
    {
        string field = (isPair ? ArticleSchema.PairFields : ArticleSchema.TokenFields)[(int)occurrence.Field];
        if (!opened.TryGetValue(field, out TermsEnum? terms))
        {
            opened.Add(field, terms = leaf.AtomicReader.GetTerms(field).GetEnumerator());
        }

        terms.SeekExact(occurrence.Form, occurrence.State);
        return terms.Docs(null, null, DocsFlags.FREQS);
    }

    /// <summary>Adds up the evidence of one window.</summary>
    /// <returns>Whether any unit occurs in it.</returns>
    private bool Accumulate(List<EvidenceCursor> cursors, int start, int end)
    {
        bool hasUnits = false;
        foreach (EvidenceCursor cursor in cursors)
        {
            bool occurs = false;
            foreach (PostingsCursor postings in cursor.Postings)
            {
                occurs |= postings.AddTermFrequencies(_termFrequencies, _touched, start, end);
            }

            if (occurs)
            {
                Saturate(cursor.Evidence);
                hasUnits |= cursor.Evidence.UnitWeight > 0;
            }
        }

        return hasUnits;
    }

    /// <summary>Turns the term frequencies of one evidence into scores, and empties them.</summary>
    private void Saturate(Evidence evidence)
    {
        float most = Most(evidence);
        for (int word = 0; word < _touched.Length; word++)
        {
            ulong touched = _touched[word];
            if (touched == 0)
            {
                continue;
            }

            _touched[word] = 0;
            if (evidence.UnitWeight > 0)
            {
                _candidates[word] |= touched;
            }

            for (; touched != 0; touched &= touched - 1)
            {
                int i = (word << 6) + BitOperations.TrailingZeroCount(touched);
                float tf = _termFrequencies[i];
                _termFrequencies[i] = 0;
                _scores[i] += Saturated(most, tf);
                _matched[i] += evidence.UnitWeight;
            }
        }
    }

    private void SetAll(int count)
    {
        for (int i = 0; i < count; i++)
        {
            _candidates[i >> 6] |= 1UL << (i & 63);
        }
    }

    /// <summary>Drops the candidates that the filter does not have.</summary>
    private void Keep(DocIdSetIterator? filtered, int start, int end)
    {
        if (filtered is null)
        {
            return;
        }

        int document = filtered.DocID < start ? filtered.Advance(start) : filtered.DocID;
        for (; document < end; document = filtered.NextDoc())
        {
            _touched[(document - start) >> 6] |= 1UL << (document & 63);
        }

        for (int word = 0; word < _candidates.Length; word++)
        {
            _candidates[word] &= _touched[word];
        }

        Array.Clear(_touched);
    }

    private void Clear()
    {
        Array.Clear(_scores);
        Array.Clear(_matched);
        Array.Clear(_candidates);
    }

    private readonly record struct EvidenceCursor(Evidence Evidence, PostingsCursor[] Postings);

    /// <summary>Walks the postings of one term or phrase in one field of a segment.</summary>
    private sealed class PostingsCursor(DocsEnum postings, EvidencePostings source, byte[] lengthCodes, float[] inverseNorms)
    {
        private readonly float _weight = source.Weight;
        private int _document = postings.DocID;

        /// <summary>What it walks.</summary>
        public EvidencePostings Source => source;

        public bool AddTermFrequencies(float[] termFrequencies, ulong[] touched, int start, int end)
        {
            if (_document >= end)
            {
                return false;
            }

            int document = _document < start ? postings.Advance(start) : _document;
            bool occurs = document < end;
            while (document < end)
            {
                int i = document - start;
                termFrequencies[i] += Worth(document);
                touched[i >> 6] |= 1UL << (i & 63);
                document = postings.NextDoc();
            }

            _document = document;
            return occurs;
        }

        /// <summary>The occurrences in a document at or behind the current one, and what they count together.</summary>
        public int Find(int document, out float worth)
        {
            _document = _document < document ? postings.Advance(document) : _document;
            worth = _document == document ? Worth(document) : 0;
            return _document == document ? postings.Freq : 0;
        }

        /// <summary>What the occurrences in the current document count.</summary>
        private float Worth(int document) => _weight * postings.Freq * inverseNorms[lengthCodes[document]];
    }
}
