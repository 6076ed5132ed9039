using System.Numerics;

namespace Search.Engine.Ranking;

/// <summary>How much of the units each document of a window has: numbers written across bitmaps, the n-th bit of all in the n-th of them, so that one
/// addition is done for 64 documents.</summary>
/// <param name="words">Words of 64 documents in the window.</param>
internal sealed class UnitCounts(int words)
{
    private readonly List<ulong[]> _digits = [];
    private int _used;

    /// <summary>Sets all counts to 0.</summary>
    public void Clear()
    {
        foreach (ulong[] digit in _digits)
        {
            Array.Clear(digit);
        }

        _used = 0;
    }

    /// <summary>Adds a weight to the counts of some documents.</summary>
    public void Add(ReadOnlySpan<ulong> documents, int weight)
    {
        for (int bit = 0; weight >> bit != 0; bit++)
        {
            if (((weight >> bit) & 1) != 0)
            {
                AddDigit(documents, bit);
            }
        }
    }

    /// <summary>The documents whose count is at least a number.</summary>
    public void AtLeast(int number, Span<ulong> documents)
    {
        for (int word = 0; word < words; word++)
        {
            ulong greater = 0;
            ulong equal = ulong.MaxValue;
            for (int bit = Math.Max(_used, 32 - BitOperations.LeadingZeroCount((uint)number)) - 1; bit >= 0; bit--)
            {
                ulong digit = bit < _used ? _digits[bit][word] : 0;
                if (((number >> bit) & 1) == 0)
                {
                    greater |= equal & digit;
                    equal &= ~digit;
                }
                else
                {
                    equal &= digit;
                }
            }

            documents[word] = greater | equal;
        }
    }

    private void AddDigit(ReadOnlySpan<ulong> documents, int bit)
    {
        for (int word = 0; word < words; word++)
        {
            ulong carry = documents[word];
            for (int at = bit; carry != 0; at++)
            {
                while (at >= _digits.Count)
                {
                    _digits.Add(new ulong[words]);
                }

                _used = Math.Max(_used, at + 1);
                ulong digit = _digits[at][word];
                _digits[at][word] = digit ^ carry;
                carry &= digit;
            }
        }
    }
}
