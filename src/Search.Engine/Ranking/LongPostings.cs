using System.Collections.Concurrent;
using Search.Engine.Postings;

namespace Search.Engine.Ranking;

/// <summary>Postings of a term in one field of a segment that fill more than a block: read only where they may matter. Not thread-safe.</summary>
internal sealed class LongPostings : IDisposable
{
    private static readonly ConcurrentBag<PostingsBlocks> Idle = [];

    private readonly PostingsBlocks _blocks;
    private readonly float _weight;
    private readonly byte[] _lengthCodes;
    private readonly float[] _inverseNorms;

    /// <summary>Opens them.</summary>
    /// <param name="term">Where they lie.</param>
    /// <param name="weight">What one occurrence counts.</param>
    /// <param name="lengthCodes">The lengths of the field, by document.</param>
    /// <param name="inverseNorms">What an occurrence is worth, by length.</param>
    public LongPostings(BlockPostingsState term, float weight, byte[] lengthCodes, float[] inverseNorms)
    {
        _blocks = Idle.TryTake(out PostingsBlocks? idle) ? idle : new();
        _blocks.Open(term);
        (_weight, _lengthCodes, _inverseNorms) = (weight, lengthCodes, inverseNorms);
    }

    /// <summary>How many documents they are of.</summary>
    public int DocumentFrequency => _blocks.DocumentFrequency;

    /// <summary>Raises what each window has at most to what these postings have in it.</summary>
    /// <param name="bounds">What they have in each block.</param>
    /// <param name="scale">What a bound is multiplied by, apart from the weight of an occurrence.</param>
    /// <param name="b">The share of normalization by length.</param>
    /// <param name="meanLength">The mean length of the field.</param>
    /// <param name="windows">What each window has at most.</param>
    public void Bound(BlockBounds bounds, float scale, float b, float meanLength, Span<float> windows)
    {
        for (int block = 0; block < _blocks.BlockCount; block++)
        {
            float most = _weight * scale * bounds.Most(block, b, meanLength);
            int last = Math.Min(_blocks.LastDocument(block) / Window.Size, windows.Length - 1);
            for (int window = _blocks.FirstDocument(block) / Window.Size; window <= last; window++)
            {
                windows[window] = Math.Max(windows[window], most);
            }
        }
    }

    /// <summary>The bounds of the blocks: known ones, or those that are then known.</summary>
    public BlockBounds Bounds(ConcurrentDictionary<long, BlockBounds> known) =>
        known.TryGetValue(_blocks.Key, out BlockBounds? bounds) ? bounds : known.GetOrAdd(_blocks.Key, new BlockBounds(_blocks, _lengthCodes));

    /// <summary>Sets the bits of the documents of a window.</summary>
    /// <param name="start">The first document of the window.</param>
    /// <param name="among">The documents that are asked for, where others may be left out; empty for all.</param>
    /// <param name="documents">A bit for each document of the window.</param>
    public void Mark(int start, ReadOnlySpan<ulong> among, Span<ulong> documents)
    {
        for (int block = Next(FirstBlock(start), start, among); block >= 0; block = Next(block + 1, start, among))
        {
            _blocks.Read(block);
            foreach (int document in _blocks.Documents)
            {
                uint place = (uint)(document - start);
                if (place < Window.Size)
                {
                    documents[(int)(place >> 6)] |= 1UL << (int)place;
                }
            }
        }
    }

    /// <summary>Adds what the occurrences in documents of a window count.</summary>
    /// <param name="start">The first document of the window.</param>
    /// <param name="among">The documents that are asked for; empty for all.</param>
    /// <param name="termFrequencies">Takes what they count.</param>
    /// <param name="touched">Takes which documents have any.</param>
    public void Add(int start, ReadOnlySpan<ulong> among, Span<float> termFrequencies, Span<ulong> touched)
    {
        for (int block = Next(FirstBlock(start), start, among); block >= 0; block = Next(block + 1, start, among))
        {
            _blocks.Read(block);
            ReadOnlySpan<int> documents = _blocks.Documents;
            ReadOnlySpan<uint> frequencies = _blocks.Frequencies;
            for (int i = 0; i < documents.Length; i++)
            {
                int document = documents[i];
                uint place = (uint)(document - start);
                if (place >= Window.Size || (among.Length > 0 && (among[(int)(place >> 6)] & (1UL << (int)place)) == 0))
                {
                    continue;
                }

                termFrequencies[(int)place] += _weight * frequencies[i] * _inverseNorms[_lengthCodes[document]];
                touched[(int)(place >> 6)] |= 1UL << (int)place;
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Idle.Add(_blocks);

    /// <summary>The block of a document, or the first behind it; mostly near the one that was read last.</summary>
    private int FirstBlock(int document) =>
        _blocks.BlockFor(document, _blocks.Block is >= 0 and var last && last < _blocks.BlockCount && _blocks.FirstDocument(last) <= document ? last : 0);

    /// <summary>The next block that may have documents of a window.</summary>
    /// <returns>−1 if there is none.</returns>
    private int Next(int block, int start, ReadOnlySpan<ulong> among)
    {
        ReadOnlySpan<BlockEntry> entries = _blocks.Entries;
        for (; block <= entries.Length; block++)
        {
            int first = block == 0 ? 0 : Math.Max(0, entries[block - 1].LastDocument + 1 - start);
            int last = block == entries.Length ? Window.Size - 1 : Math.Min(Window.Size - 1, entries[block].LastDocument - start);
            if (first >= Window.Size)
            {
                return -1;
            }

            if (among.Length == 0 || HasAny(among, first, last))
            {
                return block;
            }
        }

        return -1;
    }

    private static bool HasAny(ReadOnlySpan<ulong> documents, int first, int last)
    {
        int firstWord = first >> 6;
        int lastWord = last >> 6;
        ulong firstMask = ulong.MaxValue << first;
        ulong lastMask = ulong.MaxValue >> (63 - (last & 63));
        if (firstWord == lastWord)
        {
            return (documents[firstWord] & firstMask & lastMask) != 0;
        }

        return (documents[firstWord] & firstMask) != 0 || (documents[lastWord] & lastMask) != 0 || documents[(firstWord + 1)..lastWord].ContainsAnyExcept(0UL);
    }
}
