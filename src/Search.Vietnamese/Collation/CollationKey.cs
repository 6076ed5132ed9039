namespace Search.Vietnamese.Collation;

/// <summary>The bytes by whose order texts are sorted: two keys compare as their texts do.</summary>
/// <remarks>Keys of one <see cref="VietnameseComparer"/> compare with each other only. Immutable; the default value is the key of no text
/// and stands before all others.</remarks>
public readonly struct CollationKey : IComparable<CollationKey>, IEquatable<CollationKey>
{
    private readonly byte[]? _bytes;

    internal CollationKey(ReadOnlySpan<byte> bytes) => _bytes = bytes.ToArray();

    /// <summary>The key, to be compared as unsigned bytes; it can be stored beside the text.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes;

    /// <inheritdoc/>
    public int CompareTo(CollationKey other) => Bytes.SequenceCompareTo(other.Bytes);

    /// <inheritdoc/>
    public bool Equals(CollationKey other) => Bytes.SequenceEqual(other.Bytes);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is CollationKey other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.AddBytes(Bytes);
        return hash.ToHashCode();
    }

    /// <summary>The bytes as hexadecimal digits.</summary>
    public override string ToString() => Convert.ToHexString(Bytes);

    /// <summary>Whether two keys are the same.</summary>
    public static bool operator ==(CollationKey left, CollationKey right) => left.Equals(right);

    /// <summary>Whether two keys differ.</summary>
    public static bool operator !=(CollationKey left, CollationKey right) => !left.Equals(right);

    /// <summary>Whether the left key stands before the right one.</summary>
    public static bool operator <(CollationKey left, CollationKey right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left key stands before the right one or is the same.</summary>
    public static bool operator <=(CollationKey left, CollationKey right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left key stands after the right one.</summary>
    public static bool operator >(CollationKey left, CollationKey right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left key stands after the right one or is the same.</summary>
    public static bool operator >=(CollationKey left, CollationKey right) => left.CompareTo(right) >= 0;
}
