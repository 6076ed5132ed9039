using System.Globalization;
using Search.Vietnamese.Data;

namespace Search.Vietnamese.Encodings;

/// <summary>One legacy code page: which letter a byte stands for, or a letter byte with the mark byte after it.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class CodeTable
{
    private const char Unknown = '\uFFFD';

    private readonly char[] _singles = new char[256];

    /// <summary>By first byte, then by second byte; U+0000 where the two are no letter.</summary>
    private readonly char[]?[] _pairs = new char[]?[256];

    /// <summary>Reads an embedded table of <c>Data/Encodings</c>. Bytes that it does not list are ASCII, or Windows-1252 where a
    /// font of that encoding shows it, or unknown.</summary>
    public static CodeTable Read(string fileName)
    {
        var table = new CodeTable();
        List<string[]> rows = [.. EmbeddedTable.Rows(fileName)];
        bool hasPairs = rows.Exists(row => row[0].Length > 2);
        for (int value = 0; value < table._singles.Length; value++)
        {
            table._singles[value] = value < 0xA0 || hasPairs ? Windows1252.CharOf((byte)value) : Unknown;
        }

        foreach (string[] row in rows)
        {
            char letter = (char)EmbeddedTable.CodePoint(row[1]["U+".Length..]);
            byte first = Hexadecimal(row[0].AsSpan(0, 2));
            if (row[0].Length == 2)
            {
                table._singles[first] = letter;
            }
            else
            {
                char[] seconds = table._pairs[first] ??= new char[256];
                seconds[Hexadecimal(row[0].AsSpan(3))] = letter;
            }
        }

        return table;
    }

    /// <summary>Decodes bytes; at each place a listed pair wins over a single byte.</summary>
    /// <param name="bytes">Text in this code page.</param>
    /// <param name="chars">Takes the text; at least as long as the bytes.</param>
    /// <returns>The number of characters written.</returns>
    public int Decode(ReadOnlySpan<byte> bytes, Span<char> chars)
    {
        int length = 0;
        for (int i = 0; i < bytes.Length; i++)
        {
            char letter = _singles[bytes[i]];
            if (_pairs[bytes[i]] is { } seconds && i + 1 < bytes.Length && seconds[bytes[i + 1]] is var marked and not '\0')
            {
                letter = marked;
                i++;
            }

            chars[length++] = letter;
        }

        return MarkComposition.Compose(chars[..length]);   // windows-1258 and VN1 have bytes for tone marks
    }

    private static byte Hexadecimal(ReadOnlySpan<char> digits) => byte.Parse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
