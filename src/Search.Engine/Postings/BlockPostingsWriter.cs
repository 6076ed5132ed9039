using System.Runtime.InteropServices;
using Lucene.Net.Codecs;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace Search.Engine.Postings;

/// <summary>Writes postings in the <see cref="BlockPostingsFormat"/>.</summary>
internal sealed class BlockPostingsWriter : PostingsWriterBase
{
    private readonly IndexOutput _documentsFile;
    private readonly IndexOutput _positionsFile;
    private readonly uint[] _distances = new uint[PackedBlock.Length];
    private readonly uint[] _frequencies = new uint[PackedBlock.Length];
    private readonly uint[] _positions = new uint[PackedBlock.Length];
    private readonly byte[] _packed = new byte[PackedBlock.Bytes(32)];
    private readonly List<BlockEntry> _entries = [];
    private readonly RAMOutputStream _blocks = new();
    private BlockPostingsState _before = new();
    private bool _hasPositions;
    private int _documentCount;
    private int _positionCount;
    private int _lastDocument;
    private int _lastPosition;
    private long _positionsStart;

    /// <summary>Creates the files of a segment.</summary>
    public BlockPostingsWriter(SegmentWriteState state)
    {
        _documentsFile = Create(state, BlockPostingsFormat.DocumentsExtension, BlockPostingsFormat.DocumentsCodec);
        try
        {
            _positionsFile = Create(state, BlockPostingsFormat.PositionsExtension, BlockPostingsFormat.PositionsCodec);
        }
        catch
        {
            IOUtils.DisposeWhileHandlingException(_documentsFile);
            throw;
        }
    }

    /// <inheritdoc/>
    public override void Init(IndexOutput termsOut) => CodecUtil.WriteHeader(termsOut, BlockPostingsFormat.TermsCodec, BlockPostingsFormat.CurrentVersion);

    /// <inheritdoc/>
    public override BlockTermState NewTermState() => new BlockPostingsState();

    /// <inheritdoc/>
    public override int SetField(FieldInfo fieldInfo)
    {
        _hasPositions = fieldInfo.IndexOptions == IndexOptions.DOCS_AND_FREQS_AND_POSITIONS;
        if (fieldInfo.HasPayloads || !(_hasPositions || fieldInfo.IndexOptions == IndexOptions.DOCS_AND_FREQS))
        {
            throw new NotSupportedException($"The field {fieldInfo.Name} must have frequencies, and neither offsets nor payloads.");
        }

        _before = new();
        return _hasPositions ? 2 : 1;
    }

    /// <inheritdoc/>
    public override void StartTerm()
    {
        (_documentCount, _positionCount, _lastDocument) = (0, 0, -1);
        _positionsStart = _positionsFile.Position;
        _entries.Clear();
        _blocks.Reset();
    }

    /// <inheritdoc/>
    public override void StartDoc(int docId, int freq)
    {
        if (docId <= _lastDocument || freq < 1)
        {
            throw new CorruptIndexException($"Document {docId}, which has a term {freq} times, follows document {_lastDocument}.");
        }

        if (_documentCount == PackedBlock.Length)
        {
            EndBlock();   // not before there is another document: the last block is the rest
        }

        _distances[_documentCount] = (uint)(docId - _lastDocument - 1);
        _frequencies[_documentCount++] = (uint)freq;
        (_lastDocument, _lastPosition) = (docId, 0);
    }

    /// <inheritdoc/>
    public override void AddPosition(int position, BytesRef? payload, int startOffset, int endOffset)
    {
        _positions[_positionCount++] = (uint)(position - _lastPosition);
        _lastPosition = position;
        if (_positionCount == PackedBlock.Length)
        {
            WritePacked(_positionsFile, _positions);
            _positionCount = 0;
        }
    }

    /// <inheritdoc/>
    public override void FinishDoc()
    {
    }

    /// <inheritdoc/>
    public override void FinishTerm(BlockTermState state)
    {
        var term = (BlockPostingsState)state;
        (term.Documents, term.Positions) = (_documentsFile.Position, _positionsStart);
        if (term.DocFreq == 1)
        {
            term.SingleDocument = _lastDocument;
        }
        else
        {
            WriteTable();
            _blocks.WriteTo(_documentsFile);
            for (int i = 0; i < _documentCount; i++)
            {
                uint isSingle = _frequencies[i] == 1 ? 1u : 0;
                _documentsFile.WriteVInt64(((long)_distances[i] << 1) | isSingle);
                if (isSingle == 0)
                {
                    _documentsFile.WriteVInt32((int)_frequencies[i]);
                }
            }
        }

        WriteLeftPositions();
    }

    /// <inheritdoc/>
    public override void EncodeTerm(long[] longs, DataOutput output, FieldInfo fieldInfo, BlockTermState state, bool absolute)
    {
        var term = (BlockPostingsState)state;
        if (absolute)
        {
            _before = new();
        }

        longs[0] = term.Documents - _before.Documents;
        if (_hasPositions)
        {
            longs[1] = term.Positions - _before.Positions;
        }

        if (term.DocFreq == 1)
        {
            output.WriteVInt32(term.SingleDocument);
        }

        _before = term;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (!disposing)
        {
            return;
        }

        bool isWhole = false;
        try
        {
            CodecUtil.WriteFooter(_documentsFile);
            CodecUtil.WriteFooter(_positionsFile);
            isWhole = true;
        }
        finally
        {
            if (isWhole)
            {
                IOUtils.Dispose(_documentsFile, _positionsFile);
            }
            else
            {
                IOUtils.DisposeWhileHandlingException(_documentsFile, _positionsFile);
            }

            _blocks.Dispose();
        }
    }

    private static IndexOutput Create(SegmentWriteState state, string extension, string codec)
    {
        IndexOutput file = state.Directory.CreateOutput(
            IndexFileNames.SegmentFileName(state.SegmentInfo.Name, state.SegmentSuffix, extension), state.Context);
        CodecUtil.WriteHeader(file, codec, BlockPostingsFormat.CurrentVersion);
        return file;
    }

    /// <summary>Packs the full block.</summary>
    private void EndBlock()
    {
        WritePacked(_blocks, _distances);
        for (int i = 0; i < PackedBlock.Length; i++)
        {
            _frequencies[i]--;
        }

        WritePacked(_blocks, _frequencies);
        WriteLeftPositions();
        _entries.Add(new(_lastDocument, checked((uint)_blocks.Position), checked((uint)(_positionsFile.Position - _positionsStart))));
        _documentCount = 0;
    }

    private void WriteTable()
    {
        ReadOnlySpan<byte> table = MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(_entries));
        foreach (byte each in table)
        {
            _documentsFile.WriteByte(each);
        }
    }

    private void WriteLeftPositions()
    {
        for (int i = 0; i < _positionCount; i++)
        {
            _positionsFile.WriteVInt32((int)_positions[i]);
        }

        _positionCount = 0;
    }

    private void WritePacked(DataOutput output, uint[] numbers)
    {
        int bits = PackedBlock.BitsFor(numbers);
        PackedBlock.Pack(numbers, bits, _packed);
        output.WriteByte((byte)bits);
        output.WriteBytes(_packed, 0, PackedBlock.Bytes(bits));
    }
}
