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
        int end = start + Window.Size;
        for (int block = FirstBlock(start); block < _blocks.BlockCount && _blocks.FirstDocument(block) < end; block++)
        {
            if (!MayHave(block, start, among))
            {
                continue;
            }

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
        int end = start + Window.Size;
        for (int block = FirstBlock(start); block < _blocks.BlockCount && _blocks.FirstDocument(block) < end; block++)
        {
            if (!MayHave(block, start, among))
            {
                continue;
            }

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

    /// <summary>Whether a block may have any of some documents of a window.</summary>
    private bool MayHave(int block, int start, ReadOnlySpan<ulong> among)
    {
        if (among.Length == 0)
        {
            return true;
        }

        int first = Math.Max(0, _blocks.FirstDocument(block) - start);
        int last = Math.Min(Window.Size - 1, _blocks.LastDocument(block) - start);
        for (int word = first >> 6; word <= last >> 6; word++)
        {
            ulong mask = word == first >> 6 ? ulong.MaxValue << first : ulong.MaxValue;
            mask &= word == last >> 6 ? ulong.MaxValue >> (63 - (last & 63)) : ulong.MaxValue;
            if ((among[word] & mask) != 0)
            {
                return true;
            }
        }

        return false;
    }
}
