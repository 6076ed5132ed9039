using Lucene.Net.Index;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Util;

namespace Search.Engine.Indexing;

/// <summary>Stores the exact length of a field, in tokens, as its norm; Lucene's own similarities keep one byte with steps of an eighth.</summary>
/// <remarks>Scores are made by <see cref="Ranking.Ranker"/>, and norms are written by <see cref="Inverting.BufferReader"/>: this class keeps Lucene's own queries from reading them otherwise.</remarks>
internal sealed class ExactLengthSimilarity : TFIDFSimilarity
{
    /// <summary>Floats count exactly to 2^24; an article of 5 MiB has fewer tokens.</summary>
    public override float LengthNorm(FieldInvertState state) => state.Length;

    public override long EncodeNormValue(float f) => (long)f;

    public override float DecodeNormValue(long norm) => norm;

    public override float Coord(int overlap, int maxOverlap) => 1;

    public override float QueryNorm(float sumOfSquaredWeights) => 1;

    public override float Tf(float freq) => freq;

    public override float Idf(long docFreq, long numDocs) => 1;

    public override float SloppyFreq(int distance) => 1f / (distance + 1);

    public override float ScorePayload(int doc, int start, int end, BytesRef payload) => 1;
}
