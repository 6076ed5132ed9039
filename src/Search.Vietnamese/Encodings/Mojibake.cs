using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Search.Vietnamese.Encodings;

/// <summary>Undoes the reading of UTF-8 as Windows-1252, also where it happened twice: <c>CÃ´ng Ä‘oÃ n</c>.</summary>
internal static class Mojibake
{
    private const string SignsBeforeWords = "\"'([{";

    /// <summary>What may follow a word in sound text; those beyond ASCII are also bytes inside UTF-8 letters.</summary>
    private const string SignsAfterWords = ".,;:!?)]}\"'‘’“”…–—•™»›";

    /// <summary>What stands for the bytes 80 to BF, which are never the first of a letter.</summary>
    private static readonly SearchValues<char> FurtherBytes = SearchValues.Create([.. Enumerable.Range(0x80, 0x40).SelectMany(b => new[] { (char)b, Windows1252.CharOf((byte)b) })]);

    /// <summary>Ranges that hold all of them and few letters of sound text: these are looked for many times faster.</summary>
    private static readonly (char First, char Last)[] FurtherByteRanges = [('\u0080', '\u00BF'), ('\u0152', '\u0192'), ('\u02C6', '\u02DC'), ('\u2013', '\u2122')];

    private static readonly SearchValues<char> AsciiSpace = SearchValues.Create(" \t\n\v\f\r");

    /// <summary>The text as it was written; the same instance if it is sound.</summary>
    public static string Undo(string text)
    {
        StringBuilder? repaired = null;
        int copied = 0;
        int start = HasSuspect(text) ? 0 : text.Length;
        while (start < text.Length)
        {
            int length = text.AsSpan(start).IndexOfAnyExcept(Windows1252.Repertoire);
            int end = length < 0 ? text.Length : start + length;
            foreach (Piece piece in ReadRun(text, start, end))
            {
                repaired ??= new StringBuilder(text.Length);
                repaired.Append(text, copied, piece.Start - copied).Append(piece.Decoded);
                copied = piece.End;
            }

            start = end + 1;
        }

        return repaired is null ? text : repaired.Append(text, copied, text.Length - copied).ToString();
    }

    /// <summary>What stands between two spaces and is valid UTF-8 in disguise.</summary>
    /// <param name="Start">Offset of its first character.</param>
    /// <param name="End">Offset after its last character.</param>
    /// <param name="Once">The characters of its bytes.</param>
    /// <param name="Twice">The characters of the bytes of those, if they are disguised again.</param>
    private sealed record Piece(int Start, int End, string Once, string? Twice)
    {
        public string? Decoded { get; init; }
    }

    /// <summary>The pieces to be replaced in a run of characters that all stand for bytes.</summary>
    private static List<Piece> ReadRun(string text, int start, int end)
    {
        List<Piece> pieces = HasSuspect(text.AsSpan(start, end - start)) ? [.. Pieces(text, start, end)] : [];
        bool isDamaged = pieces.Exists(piece => !ReadsAsItStands(text, piece.Start, piece.End) && (IsPlausible(piece.Once) || IsPlausible(piece.Twice)));
        if (!isDamaged)
        {
            return [];
        }

        bool isDoubled = pieces.Exists(piece => piece.Twice is not null && !ReadsAsItStands(piece.Once, 0, piece.Once.Length));
        return (isDoubled ? Accept(pieces, piece => IsPlausible(piece.Twice) ? piece.Twice : piece.Once) : null)
            ?? Accept(pieces, piece => piece.Once) ?? [];
    }

    /// <summary>The pieces with the chosen readings, unless these are words and fewer than half of them are syllables.</summary>
    private static List<Piece>? Accept(List<Piece> pieces, Func<Piece, string?> choose)
    {
        List<Piece> accepted = [.. pieces.Select(piece => piece with { Decoded = choose(piece) }).Where(piece => IsPlausible(piece.Decoded))];
        SyllableEvidence evidence = default;
        foreach (Piece piece in accepted)
        {
            evidence += SyllableEvidence.OfUnicode(piece.Decoded);
        }

        return accepted.Count == 0 || 2 * evidence.Syllables < evidence.MarkedWords ? null : accepted;
    }

    private static IEnumerable<Piece> Pieces(string text, int start, int end)
    {
        while (start < end)
        {
            int length = text.AsSpan(start, end - start).IndexOfAny(AsciiSpace);
            int pieceEnd = length < 0 ? end : start + length;
            if (Decode(text.AsSpan(start, pieceEnd - start)) is { } once)
            {
                yield return new Piece(start, pieceEnd, once, Decode(once));
            }

            start = pieceEnd + 1;
        }
    }

    /// <summary>The characters of the UTF-8 bytes that these characters stand for, or <see langword="null"/> if they stand for none.</summary>
    private static string? Decode(ReadOnlySpan<char> piece)
    {
        if (Ascii.IsValid(piece) || piece.ContainsAnyExcept(Windows1252.Repertoire))
        {
            return null;
        }

        byte[] buffer = ArrayPool<byte>.Shared.Rent(piece.Length);
        try
        {
            Span<byte> bytes = buffer.AsSpan(0, piece.Length);
            for (int i = 0; i < piece.Length; i++)
            {
                Windows1252.TryGetByte(piece[i], out bytes[i]);
            }

            return Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Whether a character that stands for a further byte of a UTF-8 letter comes after one that stands for a first byte.</summary>
    private static bool HasSuspect(ReadOnlySpan<char> text)
    {
        foreach ((char first, char last) in FurtherByteRanges)
        {
            int start = 1;
            while (start < text.Length && text[start..].IndexOfAnyInRange(first, last) is var offset and >= 0)
            {
                if (text[start + offset - 1] is >= '\u00C2' and <= '\u00F4' && FurtherBytes.Contains(text[start + offset]))
                {
                    return true;
                }

                start += offset + 1;
            }
        }

        return false;
    }

    /// <summary>Whether the piece is a syllable in capitals between signs, <c>GIÃ”</c>, which would be <c>GIÔ</c> as well:
    /// no evidence of damage by itself.</summary>
    private static bool ReadsAsItStands(string text, int start, int end)
    {
        while (start > 0 && char.IsUpper(text[start - 1]))
        {
            start--;   // ĐÃ”: the piece is only the part that bytes stand for
        }

        ReadOnlySpan<char> word = text.AsSpan(start, end - start).TrimStart(SignsBeforeWords).TrimEnd(SignsAfterWords);
        foreach (char c in word)
        {
            if (!char.IsUpper(c))
            {
                return false;
            }
        }

        return word.Length > 1 && SyllableEvidence.OfUnicode(word) is { Syllables: 1 };
    }

    /// <summary>Whether Vietnamese text may hold all these characters: Latin letters, marks, punctuation, symbols.</summary>
    private static bool IsPlausible(string? text)
    {
        foreach (Rune rune in (text ?? "").EnumerateRunes())
        {
            bool isPlausible = rune.Value is < 0x80 or (>= 0xA0 and <= 0x024F) or 0x02C6 or 0x02DC or (>= 0x0300 and <= 0x036F)
                or (>= 0x1E00 and <= 0x1EFF)      // Latin letters for Vietnamese
                or (>= 0x2000 and <= 0x27BF)      // punctuation, ₫ and €, fractions, arrows, mathematics, shapes
                or 0xFEFF or 0xFFFD               // a byte order mark or a damaged letter that was stored as such
                or (>= 0x1F000 and <= 0x1FAFF);   // emoji
            if (!isPlausible)
            {
                return false;
            }
        }

        return text is not null;
    }
}
