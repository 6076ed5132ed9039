using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace Search.Cli.Indexing;

/// <summary>The ids that were met in one run, by their 64-bit hashes: 11 to 22 bytes each, whatever their length.</summary>
/// <remarks>Among ten million ids, two have the same hash in one run of 370,000.</remarks>
internal sealed class SeenIds
{
    private ulong[] _slots = new ulong[1024];
    private int _count;

    /// <summary>Adds an id.</summary>
    /// <returns>Whether it is met for the first time.</returns>
    public bool Add(string id)
    {
        if (4 * (_count + 1L) > 3L * _slots.Length)
        {
            Grow();
        }

        bool isNew = Add(_slots, Math.Max(1, XxHash3.HashToUInt64(MemoryMarshal.AsBytes(id.AsSpan()))));   // 0 is a free slot
        _count += isNew ? 1 : 0;
        return isNew;
    }

    private static bool Add(ulong[] slots, ulong hash)
    {
        ulong mask = (ulong)slots.Length - 1;
        ulong slot = hash & mask;
        while (slots[slot] != 0)
        {
            if (slots[slot] == hash)
            {
                return false;
            }

            slot = (slot + 1) & mask;
        }

        slots[slot] = hash;
        return true;
    }

    private void Grow()
    {
        var larger = new ulong[2 * _slots.Length];
        foreach (ulong hash in _slots)
        {
            if (hash != 0)
            {
                Add(larger, hash);
            }
        }

        _slots = larger;
    }
}
