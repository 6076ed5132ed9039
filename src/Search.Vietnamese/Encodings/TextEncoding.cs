using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Search.Vietnamese.Encodings;

/// <summary>An encoding in which Vietnamese text comes: Unicode, or one of the code pages and font encodings used before it.</summary>
/// <remarks>Decoding only: new text is written as UTF-8. Thread-safe. Sources of the tables: TCVN 5712:1993, RFC 1456,
/// the Windows-1258 code page, and the tables of the free keyboard UniKey.</remarks>
/// <example><c>TextEncoding.Tcvn3.Decode(bytes)</c> reads the bytes shown as <c>C«ng ®oµn</c> as <c>Công đoàn</c>.</example>
public sealed class TextEncoding
{
    private readonly Decoder _decoder;
    private readonly string[] _otherNames;

    private TextEncoding(string name, string description, Decoder decoder, params string[] otherNames)
    {
        Name = name;
        Description = description;
        _decoder = decoder;
        _otherNames = otherNames;
    }

    private delegate int Decoder(ReadOnlySpan<byte> bytes, Span<char> chars);

    /// <summary>UTF-8, with or without a byte order mark.</summary>
    public static TextEncoding Utf8 { get; } = Unicode("utf-8", "UTF-8", Encoding.UTF8, "unicode");

    /// <summary>UTF-16 with the low byte first, with or without a byte order mark.</summary>
    public static TextEncoding Utf16LittleEndian { get; } = Unicode("utf-16le", "UTF-16, low byte first", Encoding.Unicode, "utf-16");

    /// <summary>UTF-16 with the high byte first, with or without a byte order mark.</summary>
    public static TextEncoding Utf16BigEndian { get; } = Unicode("utf-16be", "UTF-16, high byte first", Encoding.BigEndianUnicode);

    /// <summary>TCVN 5712:1993 VN3, called ABC: the fonts whose names begin with <c>.Vn</c>. Capitals with a tone come back where the
    /// rest of the word is in capitals.</summary>
    public static TextEncoding Tcvn3 { get; } = Tcvn3Of(CodeTable.Read("tcvn3.tsv"));

    /// <summary>TCVN 5712:1993 VN1, with codes for all capitals and for combining tone marks.</summary>
    public static TextEncoding Tcvn5712Vn1 { get; } = CodePage("tcvn5712-1", "TCVN 5712:1993 VN1", "tcvn1", "vn1", "tcvn-5712");

    /// <summary>VNI for Windows: a letter byte and a mark byte; the fonts whose names begin with <c>VNI-</c>.</summary>
    public static TextEncoding VniWindows { get; } = CodePage("vni-windows", "VNI for Windows", "vni");

    /// <summary>VISCII (RFC 1456).</summary>
    public static TextEncoding Viscii { get; } = CodePage("viscii", "VISCII (RFC 1456)");

    /// <summary>VPS, of the Vietnamese Professionals Society.</summary>
    public static TextEncoding Vps { get; } = CodePage("vps", "VPS");

    /// <summary>The Windows code page for Vietnamese, with combining tone marks.</summary>
    public static TextEncoding Windows1258 { get; } = CodePage("windows-1258", "Windows-1258", "cp1258", "1258");

    /// <summary>BK HCM 1 of the Polytechnic of Ho Chi Minh City: one byte a letter.</summary>
    public static TextEncoding BkHcm1 { get; } = CodePage("bkhcm1", "BK HCM 1");

    /// <summary>BK HCM 2 of the Polytechnic of Ho Chi Minh City: a letter byte and a mark byte.</summary>
    public static TextEncoding BkHcm2 { get; } = CodePage("bkhcm2", "BK HCM 2");

    /// <summary>VIQR (RFC 1456): ASCII with the marks behind their letters, <c>Vie^.t Nam</c>. Never detected, for it is plain ASCII.</summary>
    public static TextEncoding Viqr { get; } = new("viqr", "VIQR (RFC 1456)", ViqrText.Decode);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<TextEncoding> All { get; } =
        [Utf8, Utf16LittleEndian, Utf16BigEndian, Tcvn3, Tcvn5712Vn1, VniWindows, Viscii, Vps, Windows1258, BkHcm1, BkHcm2, Viqr];

    /// <summary>The name by which it is asked for and reported: small ASCII letters, digits and hyphens.</summary>
    public string Name { get; }

    /// <summary>What it is, for people.</summary>
    public string Description { get; }

    /// <summary>Finds an encoding by its name or another common one (<c>abc</c>, <c>vni</c>, <c>cp1258</c>), whatever the case and the hyphens.</summary>
    public static bool TryFind(string name, [NotNullWhen(true)] out TextEncoding? encoding)
    {
        ArgumentNullException.ThrowIfNull(name);
        string wanted = Plain(name);
        encoding = All.FirstOrDefault(candidate => candidate._otherNames.Append(candidate.Name).Any(known => Plain(known) == wanted));
        return encoding is not null;
    }

    /// <summary>Decodes text; a byte order mark is dropped. Never fails: what the encoding does not define becomes U+FFFD.</summary>
    public string Decode(ReadOnlySpan<byte> bytes)
    {
        char[] buffer = ArrayPool<char>.Shared.Rent(bytes.Length);
        try
        {
            return new string(buffer, 0, Decode(bytes, buffer));
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer);
        }
    }

    /// <summary>The <see cref="Name"/>.</summary>
    public override string ToString() => Name;

    /// <summary>As <see cref="Decode(ReadOnlySpan{byte})"/>, into a buffer.</summary>
    /// <param name="bytes">Text in this encoding.</param>
    /// <param name="chars">Takes the text; at least as long as the bytes.</param>
    /// <returns>The number of characters written.</returns>
    internal int Decode(ReadOnlySpan<byte> bytes, Span<char> chars) => _decoder(bytes, chars);

    private static string Plain(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private static TextEncoding Unicode(string name, string description, Encoding encoding, params string[] otherNames) =>
        new(name, description, (bytes, chars) => encoding.GetChars(bytes.StartsWith(encoding.Preamble) ? bytes[encoding.Preamble.Length..] : bytes, chars), otherNames);

    private static TextEncoding CodePage(string name, string description, params string[] otherNames) =>
        new(name, description, CodeTable.Read($"{name}.tsv").Decode, otherNames);

    private static TextEncoding Tcvn3Of(CodeTable table) =>
        new("tcvn3", "TCVN 5712:1993 VN3 (ABC)", (bytes, chars) =>
        {
            int length = table.Decode(bytes, chars);
            TcvnCapitals.Restore(chars[..length]);
            return length;
        }, "abc", "tcvn", "vn3");
}
