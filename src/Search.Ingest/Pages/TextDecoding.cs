using System.Text;

namespace Search.Ingest.Pages;

/// <summary>From the bytes of a text file to its characters: UTF-8, or UTF-16 with a byte order mark.</summary>
internal static class TextDecoding
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true);

    private static readonly Encoding[] Marked =
    [
        Utf8,
        new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true),
        new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true),
    ];

    /// <summary>Decodes a whole file. What is no text in one of these forms is refused, never repaired.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="text">Its text without the byte order mark, or empty.</param>
    /// <param name="problem">Why it is refused, a sentence, or empty.</param>
    public static bool TryDecode(ReadOnlySpan<byte> bytes, out string text, out string problem)
    {
        (text, problem) = ("", "");
        Encoding encoding = Utf8;
        foreach (Encoding marked in Marked)
        {
            if (bytes.StartsWith(marked.Preamble))
            {
                encoding = marked;
                bytes = bytes[marked.Preamble.Length..];
                break;
            }
        }

        try
        {
            text = encoding.GetString(bytes);
        }
        catch (DecoderFallbackException invalid)
        {
            string name = encoding == Utf8 ? "UTF-8" : "UTF-16";
            problem = $"The file is not {name} text: the bytes after offset {invalid.Index} belong to no character.";
            return false;
        }

        if (text.IndexOf('\0') is var nul and >= 0)
        {
            text = "";
            problem = $"The file is not text: character {nul + 1} is a NUL.";
            return false;
        }

        return true;
    }
}
