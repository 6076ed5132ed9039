namespace Search.Vietnamese.Words;

/// <summary>A key of two numbers. Its hash keeps apart what small numbers would make alike (first ^ second, as that of a 64-bit integer).</summary>
internal readonly record struct NumberPair(int First, int Second)
{
    public override int GetHashCode() => unchecked((First * (int)2654435769) + Second);
}
