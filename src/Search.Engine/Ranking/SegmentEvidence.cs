using System.Collections.Concurrent;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Search.Engine.Indexing;
using Search.Engine.Postings;

namespace Search.Engine.Ranking;

/// <summary>Evidence opened in one segment, with what it can add to scores at most in each window. Not thread-safe.</summary>
internal sealed class SegmentEvidence : IDisposable
{
    private readonly LongEvidence[] _long;
    private readonly ShortPostings _short = new();
    private readonly int[] _bounds;
    private int[]? _rarestFirst;

    /// <summary>Opens the postings.</summary>
    /// <param name="evidence">Of what.</param>
    /// <param name="leaf">In which segment.</param>
    /// <param name="view">The view that has it.</param>
    /// <param name="weights">The constants of the model.</param>
    /// <param name="inverseNorms">What an occurrence is worth.</param>
    /// <param name="allowed">The documents to choose from, a bit for each; <see langword="null"/> for all.</param>
    public SegmentEvidence(
        IReadOnlyList<Evidence> evidence, AtomicReaderContext leaf, IndexView view, RankingWeights weights, InverseNorms inverseNorms, ulong[]? allowed)
    {
        (Evidence, Leaf, Allowed) = (evidence, leaf, allowed);
        Windows = Window.Count(leaf.AtomicReader.MaxDoc);
        _long = new LongEvidence[evidence.Count];
        _bounds = new int[evidence.Count * Windows];
        MostByWindow = new int[Windows];
        var opener = new PostingsOpener(leaf, view, weights, inverseNorms, _short);
        var frequencies = new float[evidence.Count * Windows];
        var wider = new float[evidence.Count * Windows];
        for (int number = 0; number < evidence.Count; number++)
        {
            Range windows = (number * Windows)..((number + 1) * Windows);
            _long[number] = new(
                opener.Open(evidence[number].Postings, number, isWider: false, frequencies.AsSpan()[windows]),
                evidence[number].Wider is { } beside ? opener.Open(beside.Postings, number, isWider: true, wider.AsSpan()[windows]) : []);
        }

        _short.Sort(Windows);
        for (int window = 0; window < Windows; window++)
        {
            foreach (ReadPosting posting in _short.In(window))
            {
                // that a document has several of them is seldom: the sum over all of them, which takes no time, is mostly the greatest
                (posting.IsWider ? wider : frequencies)[(posting.Evidence * Windows) + window] += posting.Worth;
            }

            for (int number = 0; number < evidence.Count; number++)
            {
                int at = (number * Windows) + window;
                _bounds[at] = Bound(evidence[number], weights.K1, frequencies[at], wider[at]);
                MostByWindow[window] = FixedScore.Sum(MostByWindow[window], _bounds[at]);
            }
        }
    }

    /// <summary>The evidence.</summary>
    public IReadOnlyList<Evidence> Evidence { get; }

    /// <summary>The segment.</summary>
    public AtomicReaderContext Leaf { get; }

    /// <summary>The documents to choose from; <see langword="null"/> for all.</summary>
    public ulong[]? Allowed { get; }

    /// <summary>How many windows the segment has.</summary>
    public int Windows { get; }

    /// <summary>What all evidence can add to a score at most, by window.</summary>
    public int[] MostByWindow { get; }

    /// <summary>What some evidence can add to a score at most in a window; 0 where it does not occur.</summary>
    public int Most(int evidence, int window) => _bounds[(evidence * Windows) + window];

    /// <summary>The long postings of some evidence.</summary>
    public LongEvidence Long(int evidence) => _long[evidence];

    /// <summary>The short postings of all evidence in a window, by evidence.</summary>
    public ReadOnlySpan<ReadPosting> Short(int window) => _short.In(window);

    /// <summary>Sets the bits of the documents of a window that have some evidence.</summary>
    /// <param name="evidence">The number of the evidence.</param>
    /// <param name="window">The window.</param>
    /// <param name="among">The documents that are asked for, where others may be left out; empty for all.</param>
    /// <param name="documents">Takes the bits.</param>
    public void Mark(int evidence, int window, ReadOnlySpan<ulong> among, Span<ulong> documents)
    {
        foreach (ReadPosting posting in _short.Of(evidence, window))
        {
            int place = posting.Document % Window.Size;
            documents[place >> 6] |= 1UL << place;
        }

        foreach (LongPostings postings in _long[evidence].Postings)
        {
            postings.Mark(window * Window.Size, among, documents);
        }

        foreach (LongPostings postings in _long[evidence].Wider)
        {
            postings.Mark(window * Window.Size, among, documents);
        }
    }

    /// <summary>Evidence by how many documents have it in the segment, those with the fewest first.</summary>
    public ReadOnlySpan<int> RarestFirst(int[] evidence) =>
        _rarestFirst ??= [.. evidence.OrderBy(number => _long[number].Postings.Concat(_long[number].Wider).Sum(static postings => (long)postings.DocumentFrequency))];

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (LongEvidence evidence in _long)
        {
            evidence.Postings.ForEach(static postings => postings.Dispose());
            evidence.Wider.ForEach(static postings => postings.Dispose());
        }
    }

    private static int Bound(Evidence evidence, float k1, float frequency, float wider) =>
        (frequency > 0 ? FixedScore.Most(evidence.Weight, k1, frequency) : 0)
        + (evidence.Wider is { } beside && frequency + wider > 0 ? FixedScore.Most(beside.Weight, k1, frequency + wider) : 0);
}

/// <summary>The long postings of some evidence in a segment.</summary>
/// <param name="Postings">Its own.</param>
/// <param name="Wider">Those of what stands beside it.</param>
internal readonly record struct LongEvidence(List<LongPostings> Postings, List<LongPostings> Wider);

/// <summary>Opens postings in a segment: long ones to be read where it matters, all others at once.</summary>
internal sealed class PostingsOpener(AtomicReaderContext leaf, IndexView view, RankingWeights weights, InverseNorms inverseNorms, ShortPostings read)
{
    private readonly PostingsBlocks _blocks = new();
    private readonly ConcurrentDictionary<long, BlockBounds> _known = BlockBounds.KnownOf(leaf.AtomicReader);
    private readonly float[] _most = new float[Window.Count(leaf.AtomicReader.MaxDoc)];

    /// <summary>Opens postings.</summary>
    /// <param name="sources">The postings.</param>
    /// <param name="evidence">The number of the evidence that they are of.</param>
    /// <param name="isWider">Whether they are of what stands beside it.</param>
    /// <param name="windows">By window; takes what a document can have at most in the long ones together.</param>
    /// <returns>The long ones.</returns>
    public List<LongPostings> Open(IReadOnlyList<EvidencePostings> sources, int evidence, bool isWider, Span<float> windows)
    {
        var opened = new List<LongPostings>();
        foreach (EvidencePostings source in sources)
        {
            if (source is EvidencePostings.OfTerm { Valid: null } term && term.Occurrence.State is BlockPostingsState state)
            {
                if (term.Occurrence.Leaf != leaf.Ord)
                {
                    continue;
                }

                if (state.DocFreq <= PackedBlock.Length)
                {
                    Read(state, source, evidence, isWider);
                    continue;
                }

                var postings = new LongPostings(state, source.Weight, Codes(source), inverseNorms[source.Field]);
                opened.Add(postings);
                Array.Clear(_most);
                postings.Bound(postings.Bounds(_known), weights.Of(source.Field), weights.B, view.Searcher.Lengths.Means[(int)source.Field], _most);
                for (int window = 0; window < windows.Length; window++)
                {
                    windows[window] += _most[window];
                }
            }
            else if (source.Documents(leaf) is { } documents)
            {
                float[] norms = inverseNorms[source.Field];
                byte[] codes = Codes(source);
                while (documents.NextDoc() is var document and not DocIdSetIterator.NO_MORE_DOCS)
                {
                    read.Add(new(evidence, isWider, document, source.Weight * documents.Freq * norms[codes[document]]));
                }
            }
        }

        return opened;
    }

    private void Read(BlockPostingsState state, EvidencePostings source, int evidence, bool isWider)
    {
        _blocks.Open(state);
        _blocks.Read(0);
        ReadOnlySpan<int> documents = _blocks.Documents;
        ReadOnlySpan<uint> frequencies = _blocks.Frequencies;
        float[] norms = inverseNorms[source.Field];
        byte[] codes = Codes(source);
        for (int i = 0; i < documents.Length; i++)
        {
            read.Add(new(evidence, isWider, documents[i], source.Weight * frequencies[i] * norms[codes[documents[i]]]));
        }
    }

    private byte[] Codes(EvidencePostings source) => view.Searcher.Lengths.Codes(leaf.Ord, source.Field);
}
