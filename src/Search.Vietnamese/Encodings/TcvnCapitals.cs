namespace Search.Vietnamese.Encodings;

/// <summary>Restores capitals of TCVN3, which has no codes for capital letters with a tone: <c>TæNG</c> decodes to <c>TổNG</c>,
/// which is <c>TỔNG</c>.</summary>
/// <remarks>They were typed in a second font (<c>.VnTimeH</c>) that draws the small codes as capitals. What plain text cannot tell
/// (<c>ủY</c>, <c>ỷ Lan</c>) stays.</remarks>
internal static class TcvnCapitals
{
    private const int FewestCapitals = 2;

    /// <summary>Makes words in place capital whose ASCII letters are capitals, at least two capitals in all.</summary>
    public static void Restore(Span<char> text)
    {
        int i = 0;
        while (i < text.Length)
        {
            int start = i;
            int capitals = 0;
            bool hasSmallMarked = false, hasSmallAscii = false;
            while (i < text.Length && char.IsLetter(text[i]))
            {
                bool isUpper = char.IsUpper(text[i]);
                capitals += isUpper ? 1 : 0;
                hasSmallAscii |= !isUpper && text[i] < 0x80;
                hasSmallMarked |= !isUpper && text[i] >= 0x80;
                i++;
            }

            if (hasSmallMarked && !hasSmallAscii && capitals >= FewestCapitals)
            {
                MakeCapital(text[start..i]);
            }

            i = Math.Max(i, start + 1);
        }
    }

    private static void MakeCapital(Span<char> word)
    {
        foreach (ref char letter in word)
        {
            letter = char.ToUpperInvariant(letter);
        }
    }
}
