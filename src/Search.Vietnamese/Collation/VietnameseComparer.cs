namespace Search.Vietnamese.Collation;

/// <summary>Compares texts in Vietnamese alphabetical order, as other programs on the reader's machine do.</summary>
/// <remarks>
/// <para>The order is that of CLDR for <c>vi</c> with numeric ordering. It goes by, in turn: the letters (a ă â b c d đ e ê …, foreign marked
/// letters with their base letter; white space and signs by code point before numbers by value before letters); the tones from left to right
/// (ngang, huyền, hỏi, ngã, sắc, nặng); other marks; small before capital. Texts that differ in none of these compare as 0: hoà and hòa, both
/// Unicode forms of a letter, 7 and 07.</para>
/// <para>To sort many texts, sort them by their <see cref="Key(string)"/>: it is made once for a text, not at each comparison. Thread-safe; comparing
/// allocates nothing but once a thread and for texts longer than all before. Source: Unicode CLDR, <c>vi.xml</c>.</para>
/// <code>
/// string[] provinces = ["Hưng Yên", "Hà Nội", "Đắk Lắk", "Hải Dương", "Hà Nam"];
/// Array.Sort(provinces, VietnameseComparer.Text);   // Đắk Lắk, Hà Nam, Hà Nội, Hải Dương, Hưng Yên
/// string[] people = ["Trần Thị Bình", "Nguyễn Văn An", "Lê An"];
/// Array.Sort(people, VietnameseComparer.PersonalName);   // Lê An, Nguyễn Văn An, Trần Thị Bình
/// </code>
/// </remarks>
public sealed class VietnameseComparer : IComparer<string?>
{
    [ThreadStatic]
    private static CollationKeyWriter? _first;

    [ThreadStatic]
    private static CollationKeyWriter? _second;

    private readonly bool _isForNames;

    private VietnameseComparer(bool isForNames) => _isForNames = isForNames;

    /// <summary>The order of any text.</summary>
    public static VietnameseComparer Text { get; } = new(isForNames: false);

    /// <summary>The order of Vietnamese personal names: by the given name, which is the last syllable, then the surname, which is the first,
    /// then the names between.</summary>
    public static VietnameseComparer PersonalName { get; } = new(isForNames: true);

    /// <summary>Compares two texts; <see langword="null"/> stands before every text.</summary>
    /// <returns>Less than 0 if the first stands before the second, 0 if their order is free, more than 0 otherwise.</returns>
    public int Compare(string? x, string? y) =>
        ReferenceEquals(x, y) ? 0
        : x is null ? -1
        : y is null ? 1
        : Compare(x.AsSpan(), y.AsSpan());

    /// <inheritdoc cref="Compare(string, string)"/>
    public int Compare(ReadOnlySpan<char> x, ReadOnlySpan<char> y)
    {
        _first ??= new();
        _second ??= new();
        return _first.Write(x, _isForNames).SequenceCompareTo(_second.Write(y, _isForNames));
    }

    /// <summary>The sort key of a text.</summary>
    /// <exception cref="ArgumentNullException">The text is <see langword="null"/>.</exception>
    public CollationKey Key(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Key(text.AsSpan());
    }

    /// <summary>The sort key of a text.</summary>
    public CollationKey Key(ReadOnlySpan<char> text)
    {
        _first ??= new();
        return new(_first.Write(text, _isForNames));
    }
}
