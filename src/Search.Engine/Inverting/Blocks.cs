namespace Search.Engine.Inverting;

/// <summary>A list that grows without copying what it holds: blocks of one size, of which only the first begins small. Not thread-safe.</summary>
internal sealed class Blocks<T>
    where T : unmanaged
{
    private const int Bits = 15;
    private const int Size = 1 << Bits;
    private const int FirstSize = 64;

    private readonly List<T[]> _blocks = [new T[FirstSize]];

    public int Count { get; private set; }

    public T this[int index] => _blocks[index >> Bits][index & (Size - 1)];

    public void Add(T value)
    {
        int place = Count & (Size - 1);
        if (place == 0 && Count > 0)
        {
            _blocks.Add(new T[Size]);
        }

        T[] block = _blocks[^1];
        if (place == block.Length)
        {
            Array.Resize(ref block, 2 * place);
            _blocks[^1] = block;
        }

        block[place] = value;
        Count++;
    }
}
