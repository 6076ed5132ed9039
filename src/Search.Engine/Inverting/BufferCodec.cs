using Lucene.Net.Codecs;
using Lucene.Net.Codecs.Lucene46;
using Lucene.Net.Index;
using Search.Engine.Articles;
using Search.Engine.Postings;

namespace Search.Engine.Inverting;

/// <summary>Lucene's codec under its own name, with texts in the <see cref="BlockPostingsFormat"/>. A <see cref="BufferReader"/> that is added to an index writes its postings
/// itself, without the enumerations of a merge in between.</summary>
[CodecName("Lucene46")]
internal sealed class BufferCodec : FilterCodec
{
    private readonly Format _postings;

    public BufferCodec()
        : base(new FieldFormats()) => _postings = new(m_delegate.PostingsFormat);

    /// <inheritdoc/>
    public override PostingsFormat PostingsFormat => _postings;

    [CodecName("Lucene46")]
    private sealed class FieldFormats : Lucene46Codec
    {
        private readonly BlockPostingsFormat _texts = new();

        public override PostingsFormat GetPostingsFormatForField(string field) =>
            ArticleSchema.TokenFields.Contains(field) || ArticleSchema.PairFields.Contains(field) ? _texts : base.GetPostingsFormatForField(field);
    }

    [PostingsFormatName("Buffer")]   // read by nobody: the fields name the format that was really used
    private sealed class Format(PostingsFormat inner) : PostingsFormat
    {
        public override FieldsConsumer FieldsConsumer(SegmentWriteState state) => new Consumer(inner.FieldsConsumer(state));

        public override FieldsProducer FieldsProducer(SegmentReadState state) => inner.FieldsProducer(state);
    }

    private sealed class Consumer(FieldsConsumer inner) : FieldsConsumer
    {
        public override TermsConsumer AddField(FieldInfo field) => inner.AddField(field);

        public override void Merge(MergeState mergeState, Fields fields)
        {
            if (mergeState.Readers is [BufferReader buffer])
            {
                buffer.WritePostings(mergeState.FieldInfos, inner);
            }
            else
            {
                inner.Merge(mergeState, fields);
            }
        }

        protected override void Dispose(bool disposing) => inner.Dispose();
    }
}
