namespace Search.Vietnamese.Syllables;

/// <summary>A fixed hash table from letters packed into one integer to the index of the entry, with open addressing.</summary>
internal sealed class PackedTable
{
    private readonly ulong[] _keys;
    private readonly short[] _values;
    private readonly int _shift;

    private PackedTable(int bits)
    {
        _keys = new ulong[1 << bits];
        _values = new short[1 << bits];
        _shift = 64 - bits;
    }

    /// <summary>A table of 2^<paramref name="bits"/> slots, which must be more than there are entries.</summary>
    public static PackedTable Of(int bits, IEnumerable<ulong> entries)
    {
        var table = new PackedTable(bits);
        short value = 0;
        foreach (ulong key in entries)
        {
            int slot = table.Slot(key);
            table._keys[slot] = key + 1;
            table._values[slot] = value++;
        }

        return table;
    }

    public bool Contains(ulong key) => _keys[Slot(key)] != 0;

    /// <summary>The index of the entry, or -1.</summary>
    public int Find(ulong key)
    {
        int slot = Slot(key);
        return _keys[slot] == 0 ? -1 : _values[slot];
    }

    /// <summary>The slot that holds the key or is free for it; keys are stored plus one, so that 0 is free.</summary>
    private int Slot(ulong key)
    {
        int slot = (int)((key * 0x9E3779B97F4A7C15) >> _shift);
        while (_keys[slot] != 0 && _keys[slot] != key + 1)
        {
            slot = (slot + 1) & (_keys.Length - 1);
        }

        return slot;
    }
}
