using System.Numerics;
using System.Runtime.InteropServices;
using Search.Engine.Articles;

namespace Search.Engine.Similarity;

/// <summary>Makes the signature of an article: two of them agree in as large a share of their bytes as the articles share of their shingles.</summary>
/// <remarks>
/// <para>MinHash (Broder, 1997) over shingles of three adjacent tokens in canonical form, one byte of each minimum (b-bit MinHash; Li and König, 2010).
/// Chosen over SimHash, whose few differing bits find only copies that are nearly the same: a reprint with another headline, caption and last
/// paragraph shares some 0.6 to 0.9 of its shingles.</para>
/// <para>A buffer to be reused; not thread-safe.</para>
/// </remarks>
internal sealed class ArticleSignature
{
    /// <summary>Bytes of a signature.</summary>
    public const int Length = 64;

    private const int ShingleLength = 3;

    /// <summary>An article of fewer shingles has no signature: a few words alike are no copy.</summary>
    private const int FewestShingles = 12;

    /// <summary>For each byte a hash function <c>(h ^ Masks[i]) · Factors[i]</c>, drawn once by a fixed generator: signatures lie in indexes.</summary>
    private static readonly uint[] Masks = Numbers(seed: 0x9E3779B97F4A7C15);
    private static readonly uint[] Factors = [.. Numbers(seed: 0xD1B54A32D192ED03).Select(number => number | 1)];

    private readonly uint[] _minima = new uint[Length];

    /// <summary>The signature; all zero for an article that is too short to be compared.</summary>
    public byte[] Of(ArticleTokens tokens)
    {
        Array.Fill(_minima, uint.MaxValue);
        for (int i = 0; i + ShingleLength <= tokens.Count; i++)
        {
            ulong hash = 0;
            for (int place = i; place < i + ShingleLength; place++)
            {
                hash = (BitOperations.RotateLeft(hash, 21) * 0x9E3779B97F4A7C15) ^ tokens.HashOf(tokens[place]);
            }

            Add((uint)((hash * 0xD6E8FEB86659FD93) >> 32));
        }

        var signature = new byte[Length];
        if (tokens.Count >= FewestShingles + ShingleLength - 1)
        {
            for (int i = 0; i < Length; i++)
            {
                signature[i] = (byte)((_minima[i] * 0x85EBCA6B) >> 24);
            }
        }

        return signature;
    }

    private void Add(uint shingle)
    {
        Span<Vector<uint>> minima = MemoryMarshal.Cast<uint, Vector<uint>>(_minima.AsSpan());
        ReadOnlySpan<Vector<uint>> masks = MemoryMarshal.Cast<uint, Vector<uint>>(Masks.AsSpan());
        ReadOnlySpan<Vector<uint>> factors = MemoryMarshal.Cast<uint, Vector<uint>>(Factors.AsSpan());
        var hash = new Vector<uint>(shingle);
        for (int i = 0; i < minima.Length; i++)
        {
            minima[i] = Vector.Min(minima[i], (hash ^ masks[i]) * factors[i]);
        }
    }

    /// <summary>SplitMix64 (Steele and others, 2014).</summary>
    private static uint[] Numbers(ulong seed)
    {
        var numbers = new uint[Length];
        for (int i = 0; i < Length; i++)
        {
            ulong mixed = seed += 0x9E3779B97F4A7C15;
            mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            numbers[i] = (uint)((mixed ^ (mixed >> 31)) >> 32);
        }

        return numbers;
    }
}
