using System.Diagnostics.CodeAnalysis;

namespace Search.Vietnamese.Encodings;

/// <summary>A font that draws the bytes of an old encoding as Vietnamese letters, named in an RTF, DOC or HTML file
/// (<c>&lt;font face=".VnTime"&gt;</c>). The name tells the encoding of the text in it, and whether it is in capitals.</summary>
/// <param name="Encoding">The encoding.</param>
/// <param name="HasOnlyCapitals">Whether small letters are drawn as capitals: <c>.VnTimeH</c>.</param>
/// <example>In <c>.VnTimeH</c>, <c>tæng c«ng ®oµn</c> is <c>TỔNG CÔNG ĐOÀN</c>.</example>
public sealed record LegacyFont(TextEncoding Encoding, bool HasOnlyCapitals)
{
    /// <summary>Finds the font of a name: <c>.Vn…</c> fonts are TCVN3, with only capitals if the name ends in H; <c>VNI-…</c> fonts are VNI.</summary>
    /// <returns><see langword="false"/> for all other fonts, which are taken to be Unicode.</returns>
    public static bool TryFind(ReadOnlySpan<char> name, [NotNullWhen(true)] out LegacyFont? font)
    {
        name = name.Trim(" '\"");
        bool isTcvn3 = name.StartsWith(".Vn", StringComparison.OrdinalIgnoreCase);
        bool isVni = name.StartsWith("VNI-", StringComparison.OrdinalIgnoreCase);
        font = isTcvn3 ? new(TextEncoding.Tcvn3, name[^1] == 'H') : isVni ? new(TextEncoding.VniWindows, false) : null;
        return font is not null;
    }

    /// <summary>The text of a run in this font.</summary>
    /// <param name="shown">The run as a program without the font shows it: each byte as its Windows-1252 or Latin-1 character. Other
    /// characters stay as they are.</param>
    public string Decode(ReadOnlySpan<char> shown)
    {
        string text = ShownAsLatin.Decode(shown, Encoding);
        return HasOnlyCapitals ? text.ToUpperInvariant() : text;
    }
}
