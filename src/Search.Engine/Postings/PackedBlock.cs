using System.Diagnostics;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Search.Engine.Postings;

/// <summary>A block of 128 small numbers, packed to as many bits each as the greatest needs.</summary>
/// <remarks>The numbers stand in 32 rows of four; each of the four columns is packed by itself, so that one instruction works on a row (Lemire and Boytsov, "Decoding
/// billions of integers per second through vectorization", 2012). Little-endian on every machine.</remarks>
internal static class PackedBlock
{
    /// <summary>The numbers of a block.</summary>
    public const int Length = 128;

    /// <summary>Bytes that may be read behind a packed block.</summary>
    public const int Slack = 16;

    private const int Lanes = 4;
    private const int Rows = Length / Lanes;

    /// <summary>The bytes of a packed block.</summary>
    public static int Bytes(int bits) => bits * 16;

    /// <summary>The bits that the greatest number needs: 0 to 32.</summary>
    public static int BitsFor(ReadOnlySpan<uint> numbers)
    {
        uint all = 0;
        foreach (uint number in numbers)
        {
            all |= number;
        }

        return 32 - BitOperations.LeadingZeroCount(all);
    }

    /// <summary>Packs a block.</summary>
    /// <param name="numbers">128 numbers, none greater than the bits allow.</param>
    /// <param name="bits">Bits a number, 0 to 32.</param>
    /// <param name="packed">Takes <see cref="Bytes"/>.</param>
    public static void Pack(ReadOnlySpan<uint> numbers, int bits, Span<byte> packed)
    {
        Span<uint> words = stackalloc uint[(bits + 1) * Lanes];
        words.Clear();
        for (int i = 0; i < Length && bits > 0; i++)
        {
            int bit = i / Lanes * bits;
            int word = ((bit >> 5) * Lanes) + (i % Lanes);
            ulong shifted = (ulong)numbers[i] << (bit & 31);
            words[word] |= (uint)shifted;
            words[word + Lanes] |= (uint)(shifted >> 32);
        }

        for (int i = 0; i < bits * Lanes; i++)
        {
            BitConverter.TryWriteBytes(packed[(i * sizeof(uint))..], BitConverter.IsLittleEndian ? words[i] : System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(words[i]));
        }
    }

    /// <summary>Unpacks a block.</summary>
    /// <param name="packed">The packed block and <see cref="Slack"/>.</param>
    /// <param name="bits">Bits a number, 0 to 32.</param>
    /// <param name="add">Is added to each number.</param>
    /// <param name="numbers">Takes 128 numbers.</param>
    public static void Unpack(ReadOnlySpan<byte> packed, int bits, uint add, Span<uint> numbers)
    {
        Check(packed, bits, numbers);
        ref byte input = ref MemoryMarshal.GetReference(packed);
        ref uint output = ref MemoryMarshal.GetReference(numbers);
        Vector128<uint> mask = Mask(bits);
        Vector128<uint> added = Vector128.Create(add);
        for (int row = 0, bit = 0; row < Rows; row++, bit += bits)
        {
            (Row(ref input, bit, mask) + added).StoreUnsafe(ref output, (nuint)(row * Lanes));
        }
    }

    /// <summary>Unpacks the distances between ascending numbers, each less by one, and adds them up.</summary>
    /// <param name="packed">The packed block and <see cref="Slack"/>.</param>
    /// <param name="bits">Bits a distance, 0 to 32.</param>
    /// <param name="before">What the first distance is counted from.</param>
    /// <param name="numbers">Takes 128 numbers.</param>
    public static void UnpackAscending(ReadOnlySpan<byte> packed, int bits, int before, Span<int> numbers)
    {
        Check(packed, bits, MemoryMarshal.Cast<int, uint>(numbers));
        ref byte input = ref MemoryMarshal.GetReference(packed);
        ref int output = ref MemoryMarshal.GetReference(numbers);
        Vector128<uint> mask = Mask(bits);
        Vector128<uint> last = Vector128.Create((uint)before);
        for (int row = 0, bit = 0; row < Rows; row++, bit += bits)
        {
            Vector128<uint> sums = Row(ref input, bit, mask) + Vector128<uint>.One;
            sums += Vector128.Shuffle(sums, Vector128.Create(4u, 0, 1, 2));   // what an index beyond the last lane names is 0
            sums += Vector128.Shuffle(sums, Vector128.Create(4u, 4, 0, 1));
            sums += last;
            sums.AsInt32().StoreUnsafe(ref output, (nuint)(row * Lanes));
            last = Vector128.Shuffle(sums, Vector128.Create(3u, 3, 3, 3));
        }
    }

    private static Vector128<uint> Mask(int bits) => Vector128.Create(bits == 32 ? uint.MaxValue : (1u << bits) - 1);

    /// <summary>The four numbers that begin at a bit of their columns.</summary>
    private static Vector128<uint> Row(ref byte input, int bit, Vector128<uint> mask)
    {
        nuint word = (nuint)((bit >> 5) * 16);
        int shift = bit & 31;
        Vector128<uint> low = Vector128.LoadUnsafe(ref input, word).AsUInt32() >> shift;
        Vector128<uint> high = Vector128.LoadUnsafe(ref input, word + 16).AsUInt32() << 1 << (31 - shift);
        return (low | high) & mask;
    }

    private static void Check(ReadOnlySpan<byte> packed, int bits, ReadOnlySpan<uint> numbers)
    {
        Debug.Assert(BitConverter.IsLittleEndian, "Vectors are loaded as they lie.");
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)bits, 32u);
        ArgumentOutOfRangeException.ThrowIfLessThan(packed.Length, Bytes(bits) + Slack);
        ArgumentOutOfRangeException.ThrowIfLessThan(numbers.Length, Length);
    }
}
