using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using Search.Engine.Articles;

namespace Search.Engine.Indexing;

/// <summary>The lengths of the text fields of every document, in tokens, kept in one byte each with steps of three hundredths.</summary>
/// <remarks>Exact to 63 tokens. Made once a segment from its norms, and shared by all views that have the segment. Thread-safe.</remarks>
internal sealed class FieldLengths
{
    private const int ExactLengths = 64;
    private const double Step = 1.035;

    private static readonly ConditionalWeakTable<object, byte[][]> Segments = [];

    private readonly byte[][][] _leaves;

    public FieldLengths(IndexReader reader)
    {
        _leaves = [.. reader.Leaves.Select(leaf => Segments.GetValue(leaf.AtomicReader.CoreCacheKey, _ => Read(leaf.AtomicReader)))];
        Means = [.. ArticleSchema.TokenFields.Select(field => Mean(reader, field))];
    }

    /// <summary>The length that a code stands for: the middle of its step.</summary>
    public static ReadOnlySpan<float> Decoded => DecodedLengths;

    private static readonly float[] DecodedLengths =
        [.. Enumerable.Range(0, 256).Select(code => code < ExactLengths ? code : (float)(ExactLengths * Math.Pow(Step, code - ExactLengths + 0.5)))];

    /// <summary>The mean length of each text field over the documents that have it; 1 where none has.</summary>
    public IReadOnlyList<float> Means { get; }

    /// <summary>The length codes of a field in a segment, by document.</summary>
    public byte[] Codes(int leaf, TextField field) => _leaves[leaf][(int)field];

    private static float Mean(IndexReader reader, string field)
    {
        long tokens = reader.GetSumTotalTermFreq(field);
        int documents = reader.GetDocCount(field);
        return tokens > 0 && documents > 0 ? (float)tokens / documents : 1;
    }

    private static byte[][] Read(AtomicReader reader) => [.. ArticleSchema.TokenFields.Select(field => Read(reader, field))];

    private static byte[] Read(AtomicReader reader, string field)
    {
        var codes = new byte[reader.MaxDoc];
        if (reader.GetNormValues(field) is { } norms)
        {
            for (int document = 0; document < codes.Length; document++)
            {
                codes[document] = Encode(norms.Get(document));
            }
        }

        return codes;
    }

    private static byte Encode(long length) => length < ExactLengths
        ? (byte)length
        : (byte)Math.Min(255, ExactLengths + (int)(Math.Log(length / (double)ExactLengths) / Math.Log(Step)));
}
