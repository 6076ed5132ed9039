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

    /// <summary>Reads those of a term.</summary>
    /// <param name="blocks">Its postings, which then stand behind the last.</param>
    /// <param name="lengthCodes">The lengths of the field, by document.</param>
    public BlockBounds(PostingsBlocks blocks, byte[] lengthCodes)
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

    /// <summary>Those that are known of a segment, by the key of the term.</summary>
    public static ConcurrentDictionary<long, BlockBounds> KnownOf(AtomicReader segment) => Segments.GetValue(segment.CoreCacheKey, static _ => []);

    /// <summary>The greatest <c>frequency / (1 − b + b · length / mean length)</c> of a block, or more.</summary>
    /// <remarks>1 / x curves upwards: between no normalization and full one it stays below the straight line.</remarks>
    public float Most(int block, float b, float meanLength) => ((1 - b) * _frequencies[block]) + (b * meanLength * _densities[block]);
}
