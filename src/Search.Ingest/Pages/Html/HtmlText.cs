using System.Text;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using Search.Vietnamese.Encodings;

namespace Search.Ingest.Pages.Html;

/// <summary>The characters of a page.</summary>
/// <param name="Value">The markup, without a byte order mark.</param>
/// <param name="Encoding">The name of the encoding that its bytes were in, or how it was repaired (<see cref="RepairedText.Label"/>), or both with a <c>+</c>.</param>
internal readonly partial record struct HtmlText(string Value, string Encoding)
{
    /// <summary>Where a page declares its encoding; the HTML standard looks at 1,024 bytes, old pages begin with long scripts.</summary>
    private const int HeadBytes = 8192;

    /// <summary>Enough text to tell an encoding by.</summary>
    private const int SampleBytes = 1 << 20;

    /// <summary>Stands for an ampersand while text is repaired: what the references of a page mean is for its parser to say.</summary>
    private const char Ampersand = '\uE000';

    /// <summary>The charset that stands for bytes of which nothing is known.</summary>
    private const string Unknown = "windows-1252";

    static HtmlText() => System.Text.Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Decodes a page, and repairs it if it was damaged. Never fails; what the encoding does not define becomes U+FFFD.</summary>
    /// <remarks>What the bytes prove counts most: a byte order mark, zero bytes, letters in valid UTF-8. Then what reads as Vietnamese syllables, for
    /// pages from before Unicode declare <c>windows-1252</c>, <c>x-user-defined</c> or nothing, whatever they hold. Where that cannot be told, the
    /// charset of HTTP, then of the page's <c>meta</c>.</remarks>
    /// <param name="bytes">The page.</param>
    /// <param name="declared">The charset that HTTP declared, or <see langword="null"/>.</param>
    public static HtmlText Decode(ReadOnlySpan<byte> bytes, string? declared) => DecodeBytes(bytes, declared).Repaired();

    private static HtmlText DecodeBytes(ReadOnlySpan<byte> bytes, string? declared)
    {
        string? stated = Known(declared) ?? Known(Declared(bytes));
        if (Utf8.IsValid(bytes) && !bytes.Contains((byte)0))
        {
            return Of(TextEncoding.Utf8, bytes);
        }

        if (EncodingDetector.Detect(bytes[..Math.Min(bytes.Length, SampleBytes)]) is { } detected)
        {
            return Of(detected.Encoding, bytes);
        }

        if (stated is not null && TextEncoding.TryFind(stated, out TextEncoding? vietnamese))
        {
            return Of(vietnamese, bytes);
        }

        return new HtmlText(System.Text.Encoding.GetEncoding(stated ?? Unknown).GetString(bytes), stated ?? Unknown);
    }

    /// <summary>The text with damage undone that was done before it was stored: <c>CÃ´ng Ä‘oÃ n</c>.</summary>
    private HtmlText Repaired()
    {
        RepairedText repaired = TextRepair.Repair(Value.Contains(Ampersand, StringComparison.Ordinal) ? Value : Value.Replace('&', Ampersand));
        return repaired.IsRepaired
            ? new HtmlText(repaired.Text.Replace(Ampersand, '&'), Encoding == TextEncoding.Utf8.Name ? repaired.Label : $"{Encoding}+{repaired.Label}") : this;
    }

    private static HtmlText Of(TextEncoding encoding, ReadOnlySpan<byte> bytes) => new(encoding.Decode(bytes), encoding.Name);

    private static string? Declared(ReadOnlySpan<byte> bytes) =>
        Charset().Match(System.Text.Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, HeadBytes)])) is { Success: true } meta
            ? meta.Groups["name"].Value : null;

    /// <summary>The name as it is looked up; <see langword="null"/> if nobody knows it.</summary>
    private static string? Known(string? charset)
    {
        if (string.IsNullOrWhiteSpace(charset) || TextEncoding.TryFind(charset, out _))
        {
            return string.IsNullOrWhiteSpace(charset) ? null : charset;
        }

        try
        {
            return System.Text.Encoding.GetEncoding(charset.Trim(' ', '"', '\'')).WebName;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    [GeneratedRegex("""<(meta|\?xml)[^>]{0,500}?(charset|encoding)\s*=\s*["']?\s*(?<name>[A-Za-z0-9_.:-]{1,40})""",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Charset();
}
