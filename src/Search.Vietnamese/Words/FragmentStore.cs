namespace Search.Vietnamese.Words;

/// <summary>Sequences of numbers in few bytes (LEB128), of which it keeps an even sample when they exceed its size.</summary>
/// <remarks>When the store is full it drops every second sequence, and from then on takes only every second of those that come; and so on.
/// What it holds depends on their order only, never on chance.</remarks>
internal sealed class FragmentStore(int mostBytes)
{
    private const int ChunkBytes = 1 << 20;

    /// <summary>Longer sequences are cut.</summary>
    public const int LongestFragment = 4096;

    private const int LongestNumberBytes = 5;

    private List<Chunk> _chunks = [];
    private long _offered;
    private long _step = 1;

    private sealed class Chunk
    {
        public byte[] Bytes { get; } = new byte[ChunkBytes];

        public int Length { get; set; }
    }

    /// <summary>Adds a sequence of positive numbers.</summary>
    public void Add(ReadOnlySpan<int> fragment)
    {
        for (; fragment.Length > LongestFragment; fragment = fragment[LongestFragment..])
        {
            Add(fragment[..LongestFragment]);
        }

        if (_offered++ % _step != 0)
        {
            return;
        }

        Append(fragment);
        if ((long)_chunks.Count * ChunkBytes > mostBytes)
        {
            Halve();
        }
    }

    /// <summary>Reads all sequences in their order.</summary>
    public IEnumerable<ReadOnlyMemory<int>> Read()
    {
        int[] fragment = new int[LongestFragment];
        foreach (Chunk chunk in _chunks)
        {
            int next = 0;
            while (next < chunk.Length)
            {
                int length = ReadNumber(chunk.Bytes, ref next);
                for (int i = 0; i < length; i++)
                {
                    fragment[i] = ReadNumber(chunk.Bytes, ref next);
                }

                yield return fragment.AsMemory(0, length);
            }
        }
    }

    private void Halve()
    {
        var kept = new FragmentStore(int.MaxValue);
        int i = 0;
        foreach (ReadOnlyMemory<int> fragment in Read())
        {
            if (i++ % 2 == 0)
            {
                kept.Append(fragment.Span);
            }
        }

        _chunks = kept._chunks;
        _step *= 2;
        _offered = ((_offered + _step - 1) / _step) * _step;
    }

    private void Append(ReadOnlySpan<int> fragment)
    {
        int most = (fragment.Length + 1) * LongestNumberBytes;
        if (_chunks.Count == 0 || _chunks[^1].Length + most > ChunkBytes)
        {
            _chunks.Add(new());
        }

        Chunk chunk = _chunks[^1];
        int end = chunk.Length;
        WriteNumber(chunk.Bytes, ref end, fragment.Length);
        foreach (int number in fragment)
        {
            WriteNumber(chunk.Bytes, ref end, number);
        }

        chunk.Length = end;
    }

    private static void WriteNumber(byte[] bytes, ref int next, int number)
    {
        uint rest = (uint)number;
        for (; rest >= 0x80; rest >>= 7)
        {
            bytes[next++] = (byte)(rest | 0x80);
        }

        bytes[next++] = (byte)rest;
    }

    private static int ReadNumber(byte[] bytes, ref int next)
    {
        int number = 0;
        int shift = 0;
        byte b;
        do
        {
            b = bytes[next++];
            number |= (b & 0x7F) << shift;
            shift += 7;
        }
        while (b >= 0x80);
        return number;
    }
}
