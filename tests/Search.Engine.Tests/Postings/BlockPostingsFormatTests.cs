using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Codecs;
using Lucene.Net.Codecs.Lucene46;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Lucene.Net.Util;
using Search.Engine.Postings;

namespace Search.Engine.Tests.Postings;

public sealed class BlockPostingsFormatTests
{
    private const string Positions = "positions";
    private const string Frequencies = "frequencies";
    private const int Terms = 12;

    private readonly int _seed = Random.Shared.Next();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(31)]
    [InlineData(32)]
    public void A_block_unpacks_to_what_was_packed(int bits)
    {
        var random = new Random(_seed);
        uint[] numbers = [.. Enumerable.Range(0, PackedBlock.Length).Select(_ => (uint)random.NextInt64(1L << bits))];
        var packed = new byte[PackedBlock.Bytes(bits) + PackedBlock.Slack];
        PackedBlock.Pack(numbers, bits, packed);
        var unpacked = new uint[PackedBlock.Length];
        PackedBlock.Unpack(packed, bits, add: 3, unpacked);

        Assert.Equal(numbers.Select(static number => unchecked(number + 3)), unpacked);
        Assert.True(PackedBlock.BitsFor(numbers) <= bits);
    }

    [Fact]
    public void Ascending_numbers_unpack_to_what_was_packed()
    {
        var random = new Random(_seed);
        uint[] distances = [.. Enumerable.Range(0, PackedBlock.Length).Select(_ => (uint)random.Next(1 << 13))];
        var packed = new byte[PackedBlock.Bytes(13) + PackedBlock.Slack];
        PackedBlock.Pack(distances, 13, packed);
        var unpacked = new int[PackedBlock.Length];
        PackedBlock.UnpackAscending(packed, 13, before: 40, unpacked);

        int last = 40;
        Assert.Equal(distances.Select(distance => last += (int)distance + 1), unpacked);
    }

    [Fact]
    public void What_is_read_is_what_Lucenes_own_format_reads()
    {
        using var expected = new RAMDirectory();
        using var found = new RAMDirectory();
        Write(expected, new Lucene46Codec());
        Write(found, new BlockCodec());
        Assert.True(new CheckIndex(found).DoCheckIndex().Clean);
        using DirectoryReader expectedReader = DirectoryReader.Open(expected);
        using DirectoryReader foundReader = DirectoryReader.Open(found);
        Assert.True(expectedReader.Leaves.Count > 1, "segments of both kinds, merged and not");
        var random = new Random(_seed);
        foreach ((AtomicReaderContext wanted, AtomicReaderContext read) in expectedReader.Leaves.Zip(foundReader.Leaves))
        {
            foreach (string term in Enumerable.Range(0, Terms).Select(TermOf))
            {
                foreach (string field in new[] { Positions, Frequencies })
                {
                    foreach (IBits? live in new[] { null, wanted.AtomicReader.LiveDocs })
                    {
                        Assert.Equal(Documents(wanted, field, term, live, new(_seed)), Documents(read, field, term, live, new(_seed)));
                    }
                }

                int seed = random.Next();
                Assert.Equal(PositionsOf(wanted, term, new(seed)), PositionsOf(read, term, new(seed)));
            }
        }
    }

    [Fact]
    public void A_file_cut_short_and_a_bit_turned_are_found()
    {
        using var directory = new RAMDirectory();
        Write(directory, new BlockCodec());
        string file = directory.ListAll().First(static name => name.EndsWith("." + BlockPostingsFormat.DocumentsExtension, StringComparison.Ordinal));
        byte[] bytes = Read(directory, file);
        bytes[bytes.Length / 2] ^= 4;
        Replace(directory, file, bytes);
        Assert.False(new CheckIndex(directory).DoCheckIndex().Clean);

        Replace(directory, file, bytes[..^20]);
        Assert.ThrowsAny<IOException>(() => DirectoryReader.Open(directory).Dispose());
    }

    /// <summary>Documents with terms of very different frequency, in several segments, some merged, with deletions.</summary>
    private void Write(RAMDirectory directory, Codec codec)
    {
        var random = new Random(_seed);
        var config = new IndexWriterConfig(LuceneVersion.LUCENE_48, analyzer: null)
        {
            Codec = codec,
            MergePolicy = new LogDocMergePolicy { MergeFactor = 3 },
            MergeScheduler = new SerialMergeScheduler(),
            MaxBufferedDocs = 500,
            RAMBufferSizeMB = IndexWriterConfig.DISABLE_AUTO_FLUSH,
        };
        using var writer = new IndexWriter(directory, config);
        for (int document = 0; document < 2300; document++)
        {
            List<(string, int)> tokens = [];
            int position = -1;
            for (int token = random.Next(60); token >= 0; token--)
            {
                position += random.Next(20) == 0 ? random.Next(5000) : random.Next(2);   // some at the same position
                position = Math.Max(position, 0);
                tokens.Add((TermOf((int)(Terms * Math.Pow(random.NextDouble(), 6))), position));
            }

            writer.AddDocument(
            [
                new StringField("id", document.ToString(System.Globalization.CultureInfo.InvariantCulture), Field.Store.NO),
                new Field(Positions, new Tokens(tokens), TypeOf(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS)),
                new Field(Frequencies, new Tokens(tokens), TypeOf(IndexOptions.DOCS_AND_FREQS)),
            ]);
            if (random.Next(10) == 0)
            {
                writer.DeleteDocuments(new Term("id", random.Next(document + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)));
            }
        }

        writer.Commit();
    }

    private static string TermOf(int number) => $"t{number:00}";

    private static FieldType TypeOf(IndexOptions options) => new() { IsIndexed = true, IsTokenized = true, OmitNorms = true, IndexOptions = options };

    /// <summary>The documents of a term from some on, where each next one is sought anew.</summary>
    private static List<(int, int)> Documents(AtomicReaderContext leaf, string field, string term, IBits? live, Random random)
    {
        var found = new List<(int, int)>();
        DocsEnum? documents = leaf.AtomicReader.GetTermDocsEnum(new(field, term));
        if (documents is null)
        {
            return found;
        }

        TermsEnum terms = leaf.AtomicReader.GetTerms(field).GetEnumerator();
        Assert.True(terms.SeekExact(new BytesRef(term)));
        documents = terms.Docs(live, documents);
        int longest = random.Next(1, 1500);
        while ((random.Next(3) > 0 ? documents.NextDoc() : documents.Advance(documents.DocID + random.Next(1, longest))) != DocIdSetIterator.NO_MORE_DOCS)
        {
            found.Add((documents.DocID, documents.Freq));
        }

        return found;
    }

    /// <summary>The positions of a term in some documents, in some of them only the first few.</summary>
    private static List<(int, string)> PositionsOf(AtomicReaderContext leaf, string term, Random random)
    {
        var found = new List<(int, string)>();
        if (leaf.AtomicReader.GetTermPositionsEnum(new(Positions, term)) is { } documents)
        {
            while ((random.Next(3) > 0 ? documents.NextDoc() : documents.Advance(documents.DocID + random.Next(1, 400))) != DocIdSetIterator.NO_MORE_DOCS)
            {
                int read = random.Next(documents.Freq + 1);
                found.Add((documents.DocID, string.Join(' ', Enumerable.Range(0, read).Select(_ => documents.NextPosition()))));
            }
        }

        return found;
    }

    private static byte[] Read(RAMDirectory directory, string name)
    {
        using IndexInput input = directory.OpenInput(name, IOContext.DEFAULT);
        var bytes = new byte[input.Length];
        input.ReadBytes(bytes, 0, bytes.Length);
        return bytes;
    }

    private static void Replace(RAMDirectory directory, string name, byte[] bytes)
    {
        directory.DeleteFile(name);
        using IndexOutput output = directory.CreateOutput(name, IOContext.DEFAULT);
        output.WriteBytes(bytes, 0, bytes.Length);
    }

    [CodecName("Lucene46")]
    private sealed class BlockCodec : Lucene46Codec
    {
        private readonly BlockPostingsFormat _blocks = new();

        public override PostingsFormat GetPostingsFormatForField(string field) => field == "id" ? base.GetPostingsFormatForField(field) : _blocks;
    }

    private sealed class Tokens(List<(string Term, int Position)> tokens) : TokenStream
    {
        private ICharTermAttribute? _term;
        private IPositionIncrementAttribute? _increment;
        private int _next;

        public override void Reset()
        {
            base.Reset();
            (_term, _increment, _next) = (AddAttribute<ICharTermAttribute>(), AddAttribute<IPositionIncrementAttribute>(), 0);
        }

        public override bool IncrementToken()
        {
            if (_next == tokens.Count)
            {
                return false;
            }

            ClearAttributes();
            int before = _next == 0 ? -1 : tokens[_next - 1].Position;
            _term!.SetEmpty().Append(tokens[_next].Term);   // Reset was called
            _increment!.PositionIncrement = tokens[_next++].Position - before;
            return true;
        }
    }
}
