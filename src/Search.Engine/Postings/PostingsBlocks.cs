using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Search.Engine.Postings;

/// <summary>The documents of a term and how often it occurs in each, a block of up to 128 at a time. Opened anew for another term. Not thread-safe.</summary>
internal sealed class PostingsBlocks
{
    /// <summary>A document and its frequency as variable-length integers.</summary>
    private const int MostBytesInRest = 10;

    private readonly int[] _documents = new int[PackedBlock.Length];
    private readonly uint[] _frequencies = new uint[PackedBlock.Length];
    private readonly byte[] _buffer = new byte[Math.Max(2 + (2 * PackedBlock.Bytes(32)), MostBytesInRest * PackedBlock.Length) + PackedBlock.Slack];
    private byte[] _table = [];
    private SharedInput? _file;
    private long _start;
    private int _count;
    private long _packedFrequencies;
    private int _packedBytes;

    /// <summary>What tells the term from the others of its segment, if it has more than one document.</summary>
    public long Key { get; private set; }

    /// <summary>The documents of the term.</summary>
    public int DocumentFrequency { get; private set; }

    /// <summary>What is known of each block but the last.</summary>
    public ReadOnlySpan<BlockEntry> Entries => MemoryMarshal.Cast<byte, BlockEntry>(_table.AsSpan(0, (BlockCount - 1) * EntryBytes));

    /// <summary>How many blocks there are: at least one.</summary>
    public int BlockCount { get; private set; }

    /// <summary>The block that was read; before the first, −1, behind the last, <see cref="BlockCount"/>.</summary>
    public int Block { get; private set; }

    /// <summary>The documents of the block, ascending.</summary>
    public ReadOnlySpan<int> Documents => _documents.AsSpan(0, _count);

    /// <summary>How often the term occurs in each of them: at least once.</summary>
    public ReadOnlySpan<uint> Frequencies
    {
        get
        {
            if (_packedBytes != 0)
            {
                ReadOnlySpan<byte> packed = _file!.Read(_packedFrequencies, _packedBytes + PackedBlock.Slack, _buffer);   // the block was read
                PackedBlock.Unpack(packed[1..], packed[0], add: 1, _frequencies);
                _packedBytes = 0;
            }

            return _frequencies.AsSpan(0, _count);
        }
    }

    private static int EntryBytes => Unsafe.SizeOf<BlockEntry>();

    /// <summary>Stands before the first block of a term.</summary>
    public void Open(BlockPostingsState term)
    {
        (_file, _start, Key) = (term.File, term.Documents, term.Documents);
        DocumentFrequency = term.DocFreq;
        BlockCount = ((term.DocFreq - 1) / PackedBlock.Length) + 1;
        (Block, _count, _packedBytes) = (-1, 0, 0);
        if (term.DocFreq == 1)
        {
            (_documents[0], _frequencies[0]) = (term.SingleDocument, (uint)term.TotalTermFreq);
        }
        else if (BlockCount > 1)
        {
            int bytes = (BlockCount - 1) * EntryBytes;
            if (_table.Length < bytes)
            {
                _table = new byte[Math.Max(bytes, 2 * _table.Length)];
            }

            _file!.Read(_start, bytes, _table)[..bytes].CopyTo(_table);   // who reads has opened it
            _start += bytes;
        }
    }

    /// <summary>Reads the block that has a document, or the first behind it.</summary>
    /// <param name="document">The document, none before those of the current block.</param>
    /// <returns><see langword="false"/> if there is none.</returns>
    public bool ReadFor(int document) => Read(BlockFor(document, Block + 1));

    /// <summary>The block that has a document, or the first behind it, if any has.</summary>
    /// <param name="document">The document.</param>
    /// <param name="from">A block that is not behind that one.</param>
    public int BlockFor(int document, int from)
    {
        ReadOnlySpan<BlockEntry> entries = Entries;
        int block = from;
        int step = 1;   // those who skip mostly skip little
        while (block < entries.Length && entries[block].LastDocument < document)
        {
            from = block + 1;
            block += step;
            step *= 2;
        }

        int end = Math.Min(block, entries.Length);
        while (from < end)
        {
            int middle = (from + end) / 2;
            (from, end) = entries[middle].LastDocument < document ? (middle + 1, end) : (from, middle);
        }

        return from;
    }

    /// <summary>The document at which a block may begin.</summary>
    public int FirstDocument(int block) => block == 0 ? 0 : Entries[block - 1].LastDocument + 1;

    /// <summary>The document at which a block surely has ended.</summary>
    public int LastDocument(int block) => block < BlockCount - 1 ? Entries[block].LastDocument : int.MaxValue;

    /// <summary>Reads a block, unless it is the one that was read last.</summary>
    /// <returns><see langword="false"/> if there is none of this number.</returns>
    public bool Read(int block)
    {
        if (block == Block)
        {
            return block < BlockCount;
        }

        Block = Math.Min(block, BlockCount);
        if (Block == BlockCount)
        {
            _count = 0;
            return false;
        }

        if (DocumentFrequency == 1)
        {
            _count = 1;
            return true;
        }

        ReadOnlySpan<BlockEntry> entries = Entries;
        (int before, uint start) = block == 0 ? (-1, 0) : (entries[block - 1].LastDocument, entries[block - 1].End);
        if (block < entries.Length)
        {
            ReadPacked(start, (int)(entries[block].End - start), before);
        }
        else
        {
            ReadRest(start, DocumentFrequency - (entries.Length * PackedBlock.Length), before);
        }

        return true;
    }

    private void ReadPacked(uint start, int bytes, int before)
    {
        ReadOnlySpan<byte> packed = _file!.Read(_start + start, bytes + PackedBlock.Slack, _buffer);   // Open was called
        int bits = packed[0];
        PackedBlock.UnpackAscending(packed[1..], bits, before, _documents);
        int distances = 1 + PackedBlock.Bytes(bits);
        (_packedFrequencies, _packedBytes, _count) = (_start + start + distances, bytes - distances, PackedBlock.Length);
    }

    private void ReadRest(uint start, int count, int before)
    {
        var bytes = new VariableLengthIntegers(_file!.Read(_start + start, count * MostBytesInRest, _buffer));   // Open was called
        int document = before;
        for (int i = 0; i < count; i++)
        {
            ulong distance = bytes.Next();
            _documents[i] = document += (int)(distance >> 1) + 1;
            _frequencies[i] = (distance & 1) == 1 ? 1 : (uint)bytes.Next();
        }

        (_count, _packedBytes) = (count, 0);
    }
}

/// <summary>Reads integers of seven bits a byte, the lowest first, the highest bit set where more follow.</summary>
internal ref struct VariableLengthIntegers(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _at;

    /// <summary>The next one.</summary>
    public ulong Next()
    {
        ulong value = _bytes[_at++];
        if (value < 0x80)
        {
            return value;
        }

        value &= 0x7F;
        for (int shift = 7; ; shift += 7)
        {
            byte more = _bytes[_at++];
            value |= (ulong)(more & 0x7F) << shift;
            if (more < 0x80)
            {
                return value;
            }
        }
    }
}
