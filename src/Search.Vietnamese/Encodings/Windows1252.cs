using System.Buffers;

namespace Search.Vietnamese.Encodings;

/// <summary>Windows-1252: what programs take bytes for when nobody tells them the encoding, also where they say Latin-1.</summary>
/// <remarks>The five bytes it leaves undefined are the C1 controls of the same number, as in the WHATWG Encoding Standard.</remarks>
internal static class Windows1252
{
    /// <summary>The characters of the bytes 80 to 9F; all others are the code point of the same number.</summary>
    private const string From80 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

    private static readonly byte[] Bytes = BuildBytes();

    /// <summary>Every character that stands for a byte, the C1 controls (bytes shown as ISO 8859-1) included.</summary>
    public static readonly SearchValues<char> Repertoire = SearchValues.Create([.. Enumerable.Range(0, 0x100).Select(c => (char)c), .. From80]);

    public static char CharOf(byte value) => value is >= 0x80 and < 0xA0 ? From80[value - 0x80] : (char)value;

    /// <summary>The byte that a character of the <see cref="Repertoire"/> was read from.</summary>
    public static bool TryGetByte(char c, out byte value)
    {
        value = c < 0x100 ? (byte)c : c < Bytes.Length ? Bytes[c] : (byte)0;
        return c < 0x100 || value != 0;
    }

    private static byte[] BuildBytes()
    {
        var bytes = new byte['™' + 1];   // ™ U+2122 is the last of them
        for (int i = 0; i < From80.Length; i++)
        {
            bytes[From80[i]] = (byte)(0x80 + i);
        }

        return bytes;
    }
}
