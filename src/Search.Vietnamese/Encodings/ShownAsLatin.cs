using System.Buffers;
using System.Text;

namespace Search.Vietnamese.Encodings;

/// <summary>Reads bytes of an old encoding that were shown as Latin-1 characters: <c>C«ng ®oµn</c>, <c>Coâng ñoaøn</c>.</summary>
internal static class ShownAsLatin
{
    private const int FewestWords = 2;
    private const double SoundScore = 0.8;
    private const double ClearGain = 0.2;

    /// <summary>One word alone may become a syllable by chance, as French <c>où</c> does, which would be VNI for <c>ó</c>.</summary>
    private const int FewestGained = 2;

    /// <summary>Stands for a character that came from no byte: a control that no code page uses for a letter.</summary>
    private const char Foreign = '\v';

    private delegate string? Reading(ReadOnlySpan<byte> bytes);

    /// <summary>The text as it was written, in the encoding that is found.</summary>
    /// <returns><see langword="null"/> if the text is sound, or no encoding makes it clearly better.</returns>
    public static DetectedText? Detect(string text)
    {
        if (Ascii.IsValid(text) || HasUnicodeLetters(text))
        {
            return null;
        }

        SyllableEvidence shown = SyllableEvidence.OfUnicode(text, countsSymbols: true);
        if (shown.MarkedWords < FewestWords || shown.Score >= SoundScore)
        {
            return null;
        }

        DetectedText? detected = null;
        string? decoded = Read(text, bytes => (detected = EncodingDetector.DetectCodePage(bytes))?.Text);
        return decoded is not null && detected is not null && detected.Score >= shown.Score + ClearGain
            && SyllableEvidence.Of(decoded).LongSyllables >= SyllableEvidence.OfUnicode(text).LongSyllables + FewestGained ? detected with { Text = decoded } : null;
    }

    /// <summary>The text as it was written in a known encoding. Characters that came from no byte stay.</summary>
    public static string Decode(ReadOnlySpan<char> shown, TextEncoding encoding) => Read(shown, encoding.Decode) ?? "";

    private static string? Read(ReadOnlySpan<char> shown, Reading reading)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(shown.Length);
        try
        {
            Span<byte> bytes = buffer.AsSpan(0, shown.Length);
            for (int i = 0; i < shown.Length; i++)
            {
                bytes[i] = Windows1252.TryGetByte(shown[i], out byte value) ? value : (byte)Foreign;
            }

            return reading(bytes) is { } text ? WithForeign(text, shown) : null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Puts the characters that came from no byte back to their places.</summary>
    private static string WithForeign(string decoded, ReadOnlySpan<char> shown)
    {
        if (!decoded.Contains(Foreign, StringComparison.Ordinal))
        {
            return decoded;
        }

        char[] restored = decoded.ToCharArray();
        int from = 0;
        foreach (ref char c in restored.AsSpan())
        {
            if (c == Foreign)
            {
                while (shown[from] != Foreign && Windows1252.TryGetByte(shown[from], out _))
                {
                    from++;
                }

                c = shown[from++];
            }
        }

        return new string(restored);
    }

    /// <summary>Whether letters stand here that no byte could show: the text was Unicode from its beginning.</summary>
    private static bool HasUnicodeLetters(ReadOnlySpan<char> text)
    {
        int offset = text.IndexOfAnyExcept(Windows1252.Repertoire);
        while (offset >= 0)
        {
            if (char.IsLetter(text[offset]))
            {
                return true;
            }

            text = text[(offset + 1)..];
            offset = text.IndexOfAnyExcept(Windows1252.Repertoire);
        }

        return false;
    }
}
