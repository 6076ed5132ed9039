using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using Lucene.Net.Util;
using Search.Engine.Articles;

namespace Search.Engine.Similarity;

/// <summary>The signatures of a segment, arranged so that those which are alike are found without comparing all with all.</summary>
/// <remarks>Signatures that agree in three given bytes are compared; there are <see cref="Bands"/> choices of three. Of articles that share 0.6 of their shingles
/// 0.95 are compared, of those that share 0.8 all but one in a thousand. Made once a segment, when it is first asked for, and kept while the segment
/// is: <c>8 · Bands</c> = 96 bytes an article. What was found between two segments is kept, too, so a commit costs what it adds. Thread-safe.</remarks>
internal sealed class SegmentSignatures
{
    private const int Bands = 12;
    private const int BandLength = 3;

    /// <summary>Bytes that the signatures of copies have in common: of shingles, a little more than half.</summary>
    private const int FewestEqual = 36;

    /// <summary>Articles with equal bytes that one is compared with: of a template that thousands share, each is linked to its neighbours.</summary>
    private const int MostCompared = 64;

    private static readonly ConditionalWeakTable<object, SegmentSignatures> Segments = [];

    private readonly ConditionalWeakTable<SegmentSignatures, List<(int, int)>> _pairs = [];

    /// <summary>For each band the three bytes and the document of each article, in order.</summary>
    private readonly ulong[][] _bands = new ulong[Bands][];

    private SegmentSignatures(AtomicReader reader)
    {
        BinaryDocValues? signatures = reader.GetBinaryDocValues(ArticleSchema.Signature);
        var documents = new List<(int Document, byte[] Signature)>();
        var signature = new BytesRef();
        for (int document = 0; signatures is not null && document < reader.MaxDoc; document++)
        {
            signatures.Get(document, signature);
            if (signature.Bytes.AsSpan(signature.Offset, signature.Length).ContainsAnyExcept((byte)0))
            {
                documents.Add((document, signature.Bytes.AsSpan(signature.Offset, signature.Length).ToArray()));
            }
        }

        for (int band = 0; band < Bands; band++)
        {
            int start = band * BandLength;
            _bands[band] = [.. documents.Select(each => ((ulong)each.Signature[start] << 48) | ((ulong)each.Signature[start + 1] << 40)
                | ((ulong)each.Signature[start + 2] << 32) | (uint)each.Document)];
            Array.Sort(_bands[band]);
        }
    }

    /// <summary>The copies of one segment's articles among another's, or among its own, as pairs of documents; deleted ones among them.</summary>
    public static IReadOnlyList<(int First, int Second)> Copies(AtomicReader first, AtomicReader second)
    {
        SegmentSignatures mine = Of(first);
        return mine._pairs.GetValue(Of(second), others => mine.Compare(others, first, second));
    }

    private static SegmentSignatures Of(AtomicReader reader) => Segments.GetValue(reader.CoreCacheKey, _ => new SegmentSignatures(reader));

    private List<(int First, int Second)> Compare(SegmentSignatures others, AtomicReader myReader, AtomicReader otherReader)
    {
        var compared = new HashSet<(int, int)>();
        var pairs = new List<(int, int)>();
        BinaryDocValues? mySignatures = myReader.GetBinaryDocValues(ArticleSchema.Signature);
        BinaryDocValues? otherSignatures = otherReader.GetBinaryDocValues(ArticleSchema.Signature);
        for (int band = 0; band < Bands; band++)
        {
            foreach ((int first, int second) in EqualBands(_bands[band], others._bands[band]))
            {
                if (compared.Add((first, second)) && AreCopies(mySignatures!, first, otherSignatures!, second))   // both have bands
                {
                    pairs.Add((first, second));
                }
            }
        }

        return pairs;
    }

    /// <summary>The documents of two sorted bands that have equal bytes; of one band with itself, each pair once.</summary>
    private static IEnumerable<(int First, int Second)> EqualBands(ulong[] first, ulong[] second)
    {
        int at = 0;
        for (int i = 0; i < first.Length; i++)
        {
            ulong key = first[i] & ~(ulong)uint.MaxValue;
            at = first == second ? i + 1 : FirstNotBelow(second, at, key);
            for (int other = at; other < Math.Min(second.Length, at + MostCompared) && second[other] - key <= uint.MaxValue; other++)
            {
                yield return ((int)(uint)first[i], (int)(uint)second[other]);
            }
        }
    }

    /// <summary>Steps that double, then halves: cheap where the next key is near, as in a merge, and where it is far.</summary>
    private static int FirstNotBelow(ulong[] keys, int from, ulong key)
    {
        int step = 1;
        int low = from;
        while (low + step < keys.Length && keys[low + step] < key)
        {
            low += step;
            step *= 2;
        }

        int found = Array.BinarySearch(keys, low, Math.Min(step + 1, keys.Length - low), key);
        return found < 0 ? ~found : found;
    }

    private static bool AreCopies(BinaryDocValues mine, int first, BinaryDocValues others, int second)
    {
        var a = new BytesRef();
        var b = new BytesRef();
        mine.Get(first, a);
        others.Get(second, b);
        int equal = 0;
        for (int i = 0; i < ArticleSignature.Length; i++)
        {
            equal += a.Bytes[a.Offset + i] == b.Bytes[b.Offset + i] ? 1 : 0;
        }

        return equal >= FewestEqual;
    }
}
