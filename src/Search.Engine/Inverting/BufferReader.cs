using Lucene.Net.Codecs;
using Lucene.Net.Index;
using Lucene.Net.Util;
using Search.Analysis;
using Search.Engine.Articles;

namespace Search.Engine.Inverting;

/// <summary>The articles of a buffer as a segment for <see cref="IndexWriter.AddIndexes(IndexReader[])"/> under <see cref="BufferCodec"/>. Used by one thread, while nothing is added to
/// the buffer.</summary>
internal sealed class BufferReader : AtomicReader
{
    private readonly ArticleBuffer _buffer;

    /// <summary>The numbers in the buffer of the documents that are live, in order.</summary>
    private readonly int[] _documents;

    public BufferReader(ArticleBuffer buffer) => (_buffer, _documents) = (buffer, buffer.LiveDocuments());

    public override int NumDocs => _documents.Length;

    public override int MaxDoc => _documents.Length;

    /// <summary>The field infos of the schema, whether or not a document has the field.</summary>
    public override FieldInfos FieldInfos => ArticleSchema.FieldInfos;

    /// <summary><see langword="null"/>: all are live.</summary>
    public override IBits? LiveDocs => null;

    /// <summary><see langword="null"/>: see <see cref="WritePostings"/>.</summary>
    public override Fields? Fields => null;

    /// <summary>Writes the terms of all fields.</summary>
    public void WritePostings(FieldInfos infos, FieldsConsumer consumer)
    {
        SortedTerms words = _buffer.Words.Sort(FoldedOrder.Of);
        var pairs = new PairInverter(_buffer.Words, words);
        for (int field = 0; field < ArticleSchema.TokenFields.Count; field++)
        {
            TermInverter.Write(_buffer.Texts[field], words, _documents, new(consumer, infos.FieldInfo(ArticleSchema.TokenFields[field])));
            pairs.Write(_buffer.Texts[field], _documents, new(consumer, infos.FieldInfo(ArticleSchema.PairFields[field])));
        }

        foreach ((string name, FieldTerms field) in _buffer.Terms)
        {
            TermInverter.Write(field, field.Numbers.Sort(static term => term), _documents, new(consumer, infos.FieldInfo(name)));
        }
    }

    public override void Document(int docID, StoredFieldVisitor visitor)
    {
        FieldInfo field = FieldInfos.FieldInfo(ArticleSchema.Json);
        if (visitor.NeedsField(field) == StoredFieldVisitor.Status.YES)
        {
            visitor.BinaryField(field, _buffer.Document(_documents[docID]).Json);
        }
    }

    public override NumericDocValues? GetNumericDocValues(string field)
    {
        Func<BufferedDocument, long>? value = field switch
        {
            ArticleSchema.Date => static document => document.Date ?? 0,
            ArticleSchema.Made => static document => document.Version.Made,
            ArticleSchema.Written => static document => document.Version.Written,
            _ => null,
        };
        return value is null ? null : new Numbers(document => value(_buffer.Document(_documents[document])));
    }

    /// <summary>The norm of a text is its length in tokens.</summary>
    public override NumericDocValues? GetNormValues(string field)
    {
        int place = ArticleSchema.TokenFields.ToList().IndexOf(field);
        return place < 0 ? null : new Numbers(document => _buffer.Texts[place].End(_documents[document]) - _buffer.Texts[place].Start(_documents[document]));
    }

    public override BinaryDocValues? GetBinaryDocValues(string field)
    {
        Func<BufferedDocument, byte[]>? value = field switch
        {
            ArticleSchema.Id => static document => System.Text.Encoding.UTF8.GetBytes(document.Id),
            ArticleSchema.ContentHash => static document => document.Version.Hash.Bytes,
            ArticleSchema.Signature => static document => document.Signature,
            _ => null,
        };
        return value is null ? null : new Values(document => value(_buffer.Document(_documents[document])));
    }

    public override SortedDocValues? GetSortedDocValues(string field) => null;

    public override SortedSetDocValues? GetSortedSetDocValues(string field) =>
        _buffer.Counted.TryGetValue(field, out FieldTerms? values) ? new ValueSets(values, _documents) : null;

    public override IBits GetDocsWithField(string field) =>
        field == ArticleSchema.Date ? new Dated(this) : new Bits.MatchAllBits(MaxDoc);

    public override Fields? GetTermVectors(int docID) => null;

    public override void CheckIntegrity()
    {
    }

    protected override void DoClose()
    {
    }

    private sealed class Numbers(Func<int, long> value) : NumericDocValues
    {
        public override long Get(int docID) => value(docID);
    }

    private sealed class Values(Func<int, byte[]> value) : BinaryDocValues
    {
        public override void Get(int docID, BytesRef result)
        {
            result.Bytes = value(docID);
            result.Offset = 0;
            result.Length = result.Bytes.Length;
        }
    }

    private sealed class Dated(BufferReader reader) : IBits
    {
        public int Length => reader.MaxDoc;

        public bool Get(int index) => reader._buffer.Document(reader._documents[index]).Date is not null;
    }

    private sealed class ValueSets : SortedSetDocValues
    {
        private readonly FieldTerms _field;
        private readonly int[] _documents;
        private readonly byte[][] _values;
        private readonly int[] _ordinals;
        private int[] _ofDocument = [];
        private int _next;

        public ValueSets(FieldTerms field, int[] documents)
        {
            (_field, _documents) = (field, documents);
            SortedTerms sorted = field.Numbers.Sort(static value => value);
            var isUsed = new bool[sorted.Forms.Length];
            foreach (int document in documents)
            {
                for (int i = field.Start(document); i < field.End(document); i++)
                {
                    isUsed[sorted.Ranks[field[i].Term]] = true;
                }
            }

            int[] used = [.. Enumerable.Range(0, isUsed.Length).Where(rank => isUsed[rank])];
            _values = [.. used.Select(rank => sorted.Forms[rank])];
            _ordinals = new int[field.Numbers.Count];
            for (int number = 0; number < _ordinals.Length; number++)
            {
                _ordinals[number] = Array.BinarySearch(used, sorted.Ranks[number]);
            }
        }

        public override long ValueCount => _values.Length;

        public override void SetDocument(int docID)
        {
            int document = _documents[docID];
            int start = _field.Start(document);
            _ofDocument = [.. Enumerable.Range(start, _field.End(document) - start).Select(i => _ordinals[_field[i].Term]).Distinct().Order()];
            _next = 0;
        }

        public override long NextOrd() => _next < _ofDocument.Length ? _ofDocument[_next++] : NO_MORE_ORDS;

        public override void LookupOrd(long ord, BytesRef result)
        {
            result.Bytes = _values[ord];
            result.Offset = 0;
            result.Length = result.Bytes.Length;
        }
    }
}
