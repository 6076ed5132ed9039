using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Unicode;
using Search.Vietnamese.Encodings;

namespace Search.Ingest.Decoding;

/// <summary>Characters that were read from bytes.</summary>
/// <param name="Value">The text, without byte order mark.</param>
/// <param name="Source">The name of the encoding that the bytes were in.</param>
/// <param name="Repair">How the text was repaired (<see cref="RepairedText.Label"/>); <see langword="null"/> if it was sound.</param>
internal readonly record struct DecodedText(string Value, string Source, string? Repair = null)
{
    /// <summary>The whole conversion: <c>utf-8</c>, <c>tcvn3</c>, <c>utf8-as-1252</c>, <c>windows-1258+html</c>. Beside a repair, UTF-8 goes without saying.</summary>
    public string Encoding => Repair is null ? Source : Source == TextEncoding.Utf8.Name ? Repair : $"{Source}+{Repair}";
}

/// <summary>From bytes to text: Unicode, the encodings that Vietnamese was written in before it, and those a page declares.</summary>
/// <remarks>What the bytes prove counts most: a byte order mark, or letters in valid UTF-8. Then a declaration of a Vietnamese encoding; then what
/// reads as Vietnamese syllables, for old pages declare <c>windows-1252</c> whatever they hold; then any other declaration.</remarks>
internal static class TextDecoding
{
    static TextDecoding() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Decodes a whole content, and repairs text that was damaged before it was stored.</summary>
    /// <param name="bytes">The content.</param>
    /// <param name="declared">The name of the encoding that came with it, as in HTTP or XML; <see langword="null"/> if none did.</param>
    /// <param name="text">The text, or empty.</param>
    /// <param name="problem">Why there is none, a sentence; <see langword="null"/> if there is.</param>
    public static bool TryDecode(ReadOnlySpan<byte> bytes, string? declared, out DecodedText text, [NotNullWhen(false)] out string? problem)
    {
        (text, problem) = (default, null);
        if (Decode(bytes, declared) is not { } decoded)
        {
            problem = Utf8Problem(bytes);
            return false;
        }

        if (decoded.Value.IndexOf('\0') is var nul and >= 0)
        {
            problem = $"The content is not text: character {nul + 1} is a NUL.";
            return false;
        }

        RepairedText repaired = TextRepair.Repair(decoded.Value);
        text = repaired.IsRepaired ? decoded with { Value = repaired.Text, Repair = repaired.Label } : decoded;
        return true;
    }

    private static DecodedText? Decode(ReadOnlySpan<byte> bytes, string? declared)
    {
        bool isWide = bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] || bytes.Contains((byte)0);   // UTF-16, if it is text at all
        if (!isWide && Utf8.IsValid(bytes))
        {
            return Of(TextEncoding.Utf8, bytes);
        }

        if (!isWide && declared is not null && TextEncoding.TryFind(declared, out TextEncoding? vietnamese) && vietnamese != TextEncoding.Utf8)
        {
            return Of(vietnamese, bytes);
        }

        if (EncodingDetector.Detect(bytes) is { } detected)
        {
            return new(detected.Text, detected.Encoding.Name);
        }

        return declared is not null && Other(declared) is { } other ? new(other.GetString(bytes), other.WebName) : null;
    }

    private static DecodedText Of(TextEncoding encoding, ReadOnlySpan<byte> bytes) => new(encoding.Decode(bytes), encoding.Name);

    /// <summary>An encoding of another language; <see langword="null"/> if it is unknown, or is UTF-8, which the bytes are not.</summary>
    private static Encoding? Other(string declared)
    {
        try
        {
            return Encoding.GetEncoding(declared.Trim()) is { CodePage: not 65001 } known ? known : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static string Utf8Problem(ReadOnlySpan<byte> bytes)
    {
        int valid = 0;
        while (Rune.DecodeFromUtf8(bytes[valid..], out _, out int length) == System.Buffers.OperationStatus.Done)
        {
            valid += length;
        }

        return $"The content is no text in UTF-8, UTF-16 or an encoding of Vietnamese: the bytes after offset {valid} belong to no character.";
    }
}
