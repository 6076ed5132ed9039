using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Search.Engine.Postings;

/// <summary>The documents of a term, one by one, with the positions in each.</summary>
internal sealed class BlockPositionsEnum : DocsAndPositionsEnum
{
    private const int MostBytesInRest = 5;

    private readonly PostingsBlocks _blocks = new();
    private readonly uint[] _distances = new uint[PackedBlock.Length];
    private readonly byte[] _buffer = new byte[Math.Max(1 + PackedBlock.Bytes(32), MostBytesInRest * PackedBlock.Length) + PackedBlock.Slack];
    private SharedInput? _file;
    private IBits? _live;
    private long _termStart;
    private int _document = -1;
    private int _place;

    /// <summary>Positions of the block of documents that were not read from the file yet.</summary>
    private int _unread;

    /// <summary>Where the next are read.</summary>
    private long _start;

    /// <summary>Positions that were read, and the next of them.</summary>
    private int _count;
    private int _next;

    /// <summary>Positions of documents that were left before the current one's.</summary>
    private int _skipped;

    /// <summary>Positions left of the current document, and the last of them.</summary>
    private int _left;
    private int _position;

    /// <inheritdoc/>
    public override int DocID => _document;

    /// <inheritdoc/>
    public override int Freq => (int)_blocks.Frequencies[_place];

    /// <inheritdoc/>
    public override int StartOffset => -1;

    /// <inheritdoc/>
    public override int EndOffset => -1;

    /// <summary>Stands before the first document of a term.</summary>
    public void Open(BlockPostingsState term, IBits? live)
    {
        _blocks.Open(term);
        (_file, _termStart, _live) = (term.PositionsFile, term.Positions, live);
        (_document, _place, _left, _skipped) = (-1, -1, 0, 0);
    }

    /// <inheritdoc/>
    public override int NextDoc() => Advance(_document + 1);

    /// <inheritdoc/>
    public override int Advance(int target)
    {
        while (true)
        {
            ReadOnlySpan<int> documents = _blocks.Documents;
            if (documents.Length == 0 || documents[^1] < target)
            {
                if (!_blocks.ReadFor(target))
                {
                    return _document = NO_MORE_DOCS;
                }

                BeginBlock();
                continue;
            }

            ReadOnlySpan<uint> frequencies = _blocks.Frequencies;
            do
            {
                _skipped += _left;
                _left = (int)frequencies[++_place];
            }
            while (documents[_place] < target);

            _position = 0;
            if (_live is null || _live.Get(documents[_place]))
            {
                return _document = documents[_place];
            }

            target = documents[_place] + 1;
        }
    }

    /// <inheritdoc/>
    public override int NextPosition()
    {
        while (_skipped >= _count - _next)   // also where all that was read has been handed out
        {
            _skipped -= _count - _next;
            ReadPositions();
        }

        _next += _skipped;
        _skipped = 0;
        _left--;
        return _position += (int)_distances[_next++];
    }

    /// <inheritdoc/>
    public override BytesRef? GetPayload() => null;

    /// <inheritdoc/>
    public override long GetCost() => _blocks.DocumentFrequency;

    private void BeginBlock()
    {
        _start = _termStart + (_blocks.Block == 0 ? 0 : _blocks.Entries[_blocks.Block - 1].PositionsEnd);
        (_unread, _count, _next, _skipped, _left, _place) = (0, 0, 0, 0, 0, -1);
        foreach (uint frequency in _blocks.Frequencies)
        {
            _unread += (int)frequency;
        }
    }

    /// <summary>Reads the next positions of the block, a packed run or the rest.</summary>
    private void ReadPositions()
    {
        (_next, _count) = (0, Math.Min(_unread, PackedBlock.Length));
        _unread -= _count;
        if (_count == PackedBlock.Length)
        {
            ReadOnlySpan<byte> packed = _file!.Read(_start, 1 + PackedBlock.Bytes(32) + PackedBlock.Slack, _buffer);   // Open was called
            PackedBlock.Unpack(packed[1..], packed[0], add: 0, _distances);
            _start += 1 + PackedBlock.Bytes(packed[0]);
            return;
        }

        var bytes = new VariableLengthIntegers(_file!.Read(_start, _count * MostBytesInRest, _buffer));   // Open was called
        for (int i = 0; i < _count; i++)
        {
            _distances[i] = (uint)bytes.Next();
        }
    }
}
