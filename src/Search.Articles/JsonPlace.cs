using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Search.Articles;

/// <summary>Places in a JSON text as a person finds them: lines and bytes, both counted from 1.</summary>
internal static class JsonPlace
{
    /// <summary>Where the platform's reader gave up, and what stands there.</summary>
    public static string Of(JsonException malformed, ReadOnlySpan<byte> json)
    {
        long line = malformed.LineNumber ?? 0;
        long column = malformed.BytePositionInLine ?? 0;
        ReadOnlySpan<byte> rest = json;
        for (long skipped = 0; skipped < line && rest.IndexOf((byte)'\n') is var newline and >= 0; skipped++)
        {
            rest = rest[(newline + 1)..];
        }

        rest = rest[(int)Math.Min(column, rest.Length)..];
        if (rest is [(byte)',' or (byte)':', .. var after] && after.Trim(" \t\r\n"u8).IsEmpty)
        {
            column++;   // the reader stops at the sign; what is missing would come after it
            rest = default;
        }

        string place = $"at line {line + 1}, byte {column + 1}";
        return rest.IsEmpty ? $"{place}: it ends there, but is not complete" : $"{place}: {FirstCharacter(rest)} was not expected there";
    }

    /// <summary>Where the first byte stands that belongs to no UTF-8 character.</summary>
    public static string OfInvalidUtf8(ReadOnlySpan<byte> text)
    {
        int line = 1;
        int column = 1;
        while (Rune.DecodeFromUtf8(text, out Rune rune, out int length) == OperationStatus.Done)
        {
            (line, column) = rune.Value == '\n' ? (line + 1, 1) : (line, column + length);
            text = text[length..];
        }

        return $"at line {line}, byte {column}: the byte 0x{(text.IsEmpty ? 0 : text[0]):X2} belongs to no character there";
    }

    private static string FirstCharacter(ReadOnlySpan<byte> text)
    {
        Rune.DecodeFromUtf8(text, out Rune rune, out _);
        return Rune.IsControl(rune) ? $"the control character U+{rune.Value:X4}" : $"'{rune}'";
    }
}
