using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using Search.Engine.Indexing;
using Search.Engine.Postings;

namespace Search.Engine.Ranking;

/// <summary>What one occurrence of a term can be worth at most in each block of its postings in one field of a segment: what need not be read is known by it.</summary>
/// <remarks>Made when a term is first ranked by, from one pass over its postings, and kept with the segment: two numbers for 128 documents. They hold for any constants of the model.</remarks>
internal sealed class BlockBounds
{
    private static readonly ConditionalWeakTable<object, ConcurrentDictionary<long, BlockBounds>> Segments = [];

    private readonly float[] _frequencies;
    private readonly float[] _densities;

    private BlockBounds(PostingsBlocks blocks, byte[] lengthCodes)
    {
        (_frequencies, _densities) = (new float[blocks.BlockCount], new float[blocks.BlockCount]);
        for (int block = 0; blocks.Read(block); block++)
        {
            ReadOnlySpan<int> documents = blocks.Documents;
            ReadOnlySpan<uint> frequencies = blocks.Frequencies;
            float frequency = 0;
            float density = 0;
            for (int i = 0; i < documents.Length; i++)
            {
                frequency = Math.Max(frequency, frequencies[i]);
                density = Math.Max(density, frequencies[i] / FieldLengths.Decoded[lengthCodes[documents[i]]]);
            }

            (_frequencies[block], _densities[block]) = (frequency, density);
        }
    }

    /// <summary>Those of the term that blocks were opened for, which then stand behind the last block if they had to be read.</summary>
    public static BlockBounds Of(PostingsBlocks blocks, AtomicReader segment, byte[] lengthCodes)
    {
        ConcurrentDictionary<long, BlockBounds> known = Segments.GetValue(segment.CoreCacheKey, static _ => []);
        return known.TryGetValue(blocks.Key, out BlockBounds? bounds) ? bounds : known.GetOrAdd(blocks.Key, new BlockBounds(blocks, lengthCodes));
    }

    /// <summary>The greatest <c>frequency / (1 − b + b · length / mean length)</c> of a block, or more.</summary>
    /// <remarks>1 / x curves upwards: between no normalization and full one it stays below the straight line.</remarks>
    public float Most(int block, float b, float meanLength) => ((1 - b) * _frequencies[block]) + (b * meanLength * _densities[block]);
}
