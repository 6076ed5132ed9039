using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Lucene.Net.Codecs;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Search.Engine.Postings;

/// <summary>A postings format for texts, made to be read by blocks: the documents of a term in packed blocks of 128 that are unpacked by vector instructions, each with its last
/// document in a table before them, frequencies and positions apart from them.</summary>
/// <remarks>
/// <para>Lucene's own hands out one document a call, at some ten nanoseconds each; reading by blocks takes about one. The terms are kept by Lucene's block tree.</para>
/// <para><c>.bpd</c> has for each term of two documents and more: a table with a <see cref="BlockEntry"/> for each block but the last, then these blocks (bits a distance, distances less by one;
/// bits a frequency, frequencies less by one), then the last 1 to 128 documents as variable-length integers (the distance less by one, doubled, plus one where the frequency is one; else
/// the frequency behind it). A single document stands in the terms.</para>
/// <para><c>.bpp</c> has the positions of each block of documents, as distances from the position before in the same document: packed blocks of 128 (bits a distance first), the rest of a block of documents
/// as variable-length integers.</para>
/// <para>Both begin with Lucene's codec header and end with its checksum. Fields must have frequencies, and neither offsets nor payloads.</para>
/// </remarks>
[PostingsFormatName(FormatName)]
internal sealed class BlockPostingsFormat : PostingsFormat
{
    /// <summary>The name that segments give.</summary>
    public const string FormatName = "SearchBlocks";

    /// <summary>The extension of the file of documents and frequencies.</summary>
    public const string DocumentsExtension = "bpd";

    /// <summary>The extension of the file of positions.</summary>
    public const string PositionsExtension = "bpp";

    /// <summary>The names in the headers of the files.</summary>
    public const string TermsCodec = "SearchBlocksTerms";
    public const string DocumentsCodec = "SearchBlocksDocuments";
    public const string PositionsCodec = "SearchBlocksPositions";

    /// <summary>The version in the headers.</summary>
    public const int CurrentVersion = 0;

    /// <summary>Makes the format known by its name before anything opens an index: segments name their formats, and Lucene looks these up for all indexes of a process.</summary>
#pragma warning disable CA2255 // nothing else runs before an index is opened, whoever opens it
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Register() => SetPostingsFormatFactory(new Factory());

    /// <inheritdoc/>
    public override FieldsConsumer FieldsConsumer(SegmentWriteState state)
    {
        var postings = new BlockPostingsWriter(state);
        try
        {
            return new BlockTreeTermsWriter<object>(
                state, postings, BlockTreeTermsWriter.DEFAULT_MIN_BLOCK_SIZE, BlockTreeTermsWriter.DEFAULT_MAX_BLOCK_SIZE, subclassState: null!);
        }
        catch
        {
            IOUtils.DisposeWhileHandlingException(postings);
            throw;
        }
    }

    /// <inheritdoc/>
    public override FieldsProducer FieldsProducer(SegmentReadState state)
    {
        var postings = new BlockPostingsReader(state);
        try
        {
            return new BlockTreeTermsReader<object>(
                state.Directory, state.FieldInfos, state.SegmentInfo, postings, state.Context, state.SegmentSuffix, state.TermsIndexDivisor, subclassState: null!);
        }
        catch
        {
            IOUtils.DisposeWhileHandlingException(postings);
            throw;
        }
    }

    private sealed class Factory : DefaultPostingsFormatFactory
    {
        protected override void Initialize()
        {
            base.Initialize();
            PutPostingsFormatType(typeof(BlockPostingsFormat));
        }
    }
}

/// <summary>Where the postings of a term lie.</summary>
internal sealed class BlockPostingsState : BlockTermState
{
    /// <summary>The file of its documents; <see langword="null"/> while it is being written.</summary>
    public SharedInput? File { get; set; }

    /// <summary>The file of positions; <see langword="null"/> while it is being written.</summary>
    public SharedInput? PositionsFile { get; set; }

    /// <summary>Where those of its documents begin; not used for a single document.</summary>
    public long Documents { get; set; }

    /// <summary>Where those of its positions begin.</summary>
    public long Positions { get; set; }

    /// <summary>The document, if there is a single one.</summary>
    public int SingleDocument { get; set; }

    /// <inheritdoc/>
    public override void CopyFrom(TermState other)
    {
        base.CopyFrom(other);
        var state = (BlockPostingsState)other;
        (File, PositionsFile, Documents, Positions, SingleDocument) = (state.File, state.PositionsFile, state.Documents, state.Positions, state.SingleDocument);
    }

    /// <inheritdoc/>
    public override object Clone()
    {
        var copy = new BlockPostingsState();
        copy.CopyFrom(this);
        return copy;
    }
}

/// <summary>The entry of a packed block in the table of its term, as it lies in the file.</summary>
/// <param name="LastDocument">The last document of the block.</param>
/// <param name="End">Where the block ends, in bytes behind the table.</param>
/// <param name="PositionsEnd">Where its positions end, in bytes behind where the term's begin.</param>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal readonly record struct BlockEntry(int LastDocument, uint End, uint PositionsEnd);
