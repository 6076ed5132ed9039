using System.Collections.Concurrent;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Search.Engine.Indexing;
using Search.Engine.Postings;

namespace Search.Engine.Ranking;

/// <summary>Evidence opened in one segment, with what it can add to scores at most in each window. Not thread-safe.</summary>
internal sealed class SegmentEvidence : IDisposable
{
    private readonly List<LongPostings>[] _long;
    private readonly ShortPostings _short = new();
    private readonly float[] _windowFrequencies;
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
        _long = new List<LongPostings>[evidence.Count];
        _bounds = new int[evidence.Count * Windows];
        _windowFrequencies = new float[evidence.Count * Windows];
        MostByWindow = new int[Windows];
        var most = new float[Windows];
        ConcurrentDictionary<long, BlockBounds> known = BlockBounds.KnownOf(leaf.AtomicReader);
        var opener = new PostingsOpener(leaf, view, inverseNorms, _short);
        for (int number = 0; number < evidence.Count; number++)
        {
            _long[number] = [];
            Span<float> frequencies = _windowFrequencies.AsSpan(number * Windows, Windows);
            foreach (EvidencePostings source in evidence[number].Postings)
            {
                if (opener.Open(number, source) is { } postings)
                {
                    _long[number].Add(postings);
                    Array.Clear(most);
                    postings.Bound(postings.Bounds(known), weights.Of(source.Field), weights.B, view.Searcher.Lengths.Means[(int)source.Field], most);
                    for (int window = 0; window < Windows; window++)
                    {
                        frequencies[window] += most[window];
                    }
                }
            }
        }

        _short.Sort(Windows);
        for (int window = 0; window < Windows; window++)
        {
            BoundWindow(window, weights);
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
    public List<LongPostings> Long(int evidence) => _long[evidence];

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

        foreach (LongPostings postings in _long[evidence])
        {
            postings.Mark(window * Window.Size, among, documents);
        }
    }

    /// <summary>Evidence by how many documents have it in the segment, those with the fewest first.</summary>
    public ReadOnlySpan<int> RarestFirst(int[] evidence) =>
        _rarestFirst ??= [.. evidence.OrderBy(number => _long[number].Sum(static postings => (long)postings.DocumentFrequency))];

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (LongPostings postings in _long.SelectMany(static each => each))
        {
            postings.Dispose();
        }
    }

    private void BoundWindow(int window, RankingWeights weights)
    {
        ReadOnlySpan<ReadPosting> postings = _short.In(window);
        for (int i = 0; i < postings.Length;)
        {
            // a document may occur in several postings of some evidence: the sum of each posting's own greatest would be sharper, and take longer to find
            int evidence = postings[i].Evidence;
            float sum = 0;
            for (; i < postings.Length && postings[i].Evidence == evidence; i++)
            {
                sum += postings[i].Worth;
            }

            _windowFrequencies[(evidence * Windows) + window] += sum;
        }

        int all = 0;
        for (int number = 0; number < Evidence.Count; number++)
        {
            int at = (number * Windows) + window;
            if (_windowFrequencies[at] > 0)
            {
                _bounds[at] = FixedScore.Most(Evidence[number].Weight, weights.K1, _windowFrequencies[at]);
                all = FixedScore.Sum(all, _bounds[at]);
            }
        }

        MostByWindow[window] = all;
    }
}

/// <summary>Opens postings in a segment: long ones to be read where it matters, all others at once.</summary>
internal sealed class PostingsOpener(AtomicReaderContext leaf, IndexView view, InverseNorms inverseNorms, ShortPostings read)
{
    private readonly PostingsBlocks _blocks = new();

    /// <summary>Opens the postings of some evidence.</summary>
    /// <returns>Long ones; <see langword="null"/> if they were read, or there are none in the segment.</returns>
    public LongPostings? Open(int evidence, EvidencePostings source)
    {
        if (source is EvidencePostings.OfTerm { Valid: null } term && term.Occurrence.Leaf == leaf.Ord && term.Occurrence.State is BlockPostingsState state)
        {
            byte[] codes = view.Searcher.Lengths.Codes(leaf.Ord, source.Field);
            float[] norms = inverseNorms[source.Field];
            if (state.DocFreq > PackedBlock.Length)
            {
                return new(state, source.Weight, codes, norms);
            }

            _blocks.Open(state);
            _blocks.Read(0);
            ReadOnlySpan<uint> frequencies = _blocks.Frequencies;
            for (int i = 0; i < frequencies.Length; i++)
            {
                int document = _blocks.Documents[i];
                read.Add(evidence, document, source.Weight * frequencies[i] * norms[codes[document]]);
            }

            return null;
        }

        if (source.Documents(leaf) is { } documents)
        {
            byte[] codes = view.Searcher.Lengths.Codes(leaf.Ord, source.Field);
            float[] norms = inverseNorms[source.Field];
            while (documents.NextDoc() is var document and not DocIdSetIterator.NO_MORE_DOCS)
            {
                read.Add(evidence, document, source.Weight * documents.Freq * norms[codes[document]]);
            }
        }

        return null;
    }
}
