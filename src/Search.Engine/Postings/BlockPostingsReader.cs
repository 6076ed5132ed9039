using Lucene.Net.Codecs;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace Search.Engine.Postings;

/// <summary>Reads postings in the <see cref="BlockPostingsFormat"/>. Thread-safe; what it hands out is not.</summary>
internal sealed class BlockPostingsReader : PostingsReaderBase
{
    private readonly SharedInput _documents;
    private readonly SharedInput _positions;

    /// <summary>Opens the files of a segment.</summary>
    /// <exception cref="CorruptIndexException">They are not such files.</exception>
    public BlockPostingsReader(SegmentReadState state)
    {
        _documents = Open(state, BlockPostingsFormat.DocumentsExtension, BlockPostingsFormat.DocumentsCodec);
        try
        {
            _positions = Open(state, BlockPostingsFormat.PositionsExtension, BlockPostingsFormat.PositionsCodec);
        }
        catch
        {
            _documents.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public override void Init(IndexInput termsIn) =>
        CodecUtil.CheckHeader(termsIn, BlockPostingsFormat.TermsCodec, BlockPostingsFormat.CurrentVersion, BlockPostingsFormat.CurrentVersion);

    /// <inheritdoc/>
    public override BlockTermState NewTermState() => new BlockPostingsState { File = _documents, PositionsFile = _positions };

    /// <inheritdoc/>
    public override void DecodeTerm(long[] longs, DataInput input, FieldInfo fieldInfo, BlockTermState state, bool absolute)
    {
        var term = (BlockPostingsState)state;
        long positions = fieldInfo.IndexOptions == IndexOptions.DOCS_AND_FREQS_AND_POSITIONS ? longs[1] : 0;
        (term.Documents, term.Positions) = absolute ? (longs[0], positions) : (term.Documents + longs[0], term.Positions + positions);
        term.SingleDocument = term.DocFreq == 1 ? input.ReadVInt32() : -1;
    }

    /// <inheritdoc/>
    public override DocsEnum Docs(FieldInfo fieldInfo, BlockTermState state, IBits? liveDocs, DocsEnum? reuse, DocsFlags flags)
    {
        BlockDocsEnum documents = reuse as BlockDocsEnum ?? new();
        documents.Open((BlockPostingsState)state, liveDocs);
        return documents;
    }

    /// <inheritdoc/>
    public override DocsAndPositionsEnum DocsAndPositions(
        FieldInfo fieldInfo, BlockTermState state, IBits? liveDocs, DocsAndPositionsEnum? reuse, DocsAndPositionsFlags flags)
    {
        BlockPositionsEnum positions = reuse as BlockPositionsEnum ?? new();
        positions.Open((BlockPostingsState)state, liveDocs);
        return positions;
    }

    /// <inheritdoc/>
    public override long RamBytesUsed() => 0;

    /// <inheritdoc/>
    public override void CheckIntegrity()
    {
        _documents.CheckIntegrity();
        _positions.CheckIntegrity();
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _documents.Dispose();
            _positions.Dispose();
        }
    }

    private static SharedInput Open(SegmentReadState state, string extension, string codec)
    {
        IndexInput file = state.Directory.OpenInput(IndexFileNames.SegmentFileName(state.SegmentInfo.Name, state.SegmentSuffix, extension), state.Context);
        try
        {
            CodecUtil.CheckHeader(file, codec, BlockPostingsFormat.CurrentVersion, BlockPostingsFormat.CurrentVersion);
            CodecUtil.RetrieveChecksum(file);   // whether there is one: a file cut short is found at once
            return new(file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }
}
