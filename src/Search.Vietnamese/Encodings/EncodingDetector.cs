using System.Buffers;
using System.Text.Unicode;
using Search.Vietnamese.Unicode;

namespace Search.Vietnamese.Encodings;

/// <summary>Text and the encoding that its bytes were found to be in.</summary>
/// <param name="Encoding">The encoding.</param>
/// <param name="Text">The decoded text, without byte order mark.</param>
/// <param name="Score">The share of words with marks that are Vietnamese syllables, 0.7 to 1. It is 1 where the bytes prove their
/// encoding by themselves: a byte order mark, UTF-16 by its zero bytes, valid UTF-8.</param>
public sealed record DetectedText(TextEncoding Encoding, string Text, double Score);

/// <summary>Finds out in which encoding Vietnamese text is, by reading it in each and counting syllables.</summary>
/// <remarks>Thread-safe. Of newspaper headlines, some twelve words long, 99 to 100 % are found, in whichever code page; of four words 80 to 90 %, the rest
/// being undecided.
/// <code>
/// if (EncodingDetector.Detect(bytes) is { } detected)   // "C«ng ®oµn ViÖt Nam" in Latin-1
/// {
///     Console.WriteLine($"{detected.Encoding}: {detected.Text}");   // tcvn3: Công đoàn Việt Nam
/// }
/// </code>
/// </remarks>
public static class EncodingDetector
{
    private const int FewestSyllables = 2;
    private const double LowestScore = 0.7;
    private const double ClearLead = 0.1;

    /// <summary>The code pages in the order in which they win when they read a text equally well.</summary>
    private static readonly TextEncoding[] CodePages =
    [
        TextEncoding.Tcvn3, TextEncoding.VniWindows, TextEncoding.Viscii, TextEncoding.Vps, TextEncoding.Windows1258,
        TextEncoding.BkHcm2, TextEncoding.BkHcm1, TextEncoding.Tcvn5712Vn1,
    ];

    /// <summary>UTF-8 comes in again after them: a long text with a damaged byte is still UTF-8.</summary>
    private static readonly TextEncoding[] CodePagesAndUtf8 = [.. CodePages, TextEncoding.Utf8];

    /// <summary>Finds the encoding and decodes the text. O(n): nine readings at most.</summary>
    /// <param name="bytes">A whole text, not a part that begins or ends inside a letter.</param>
    /// <returns><see langword="null"/> if no encoding gives Vietnamese: text too short to tell, in another language, or no text.</returns>
    public static DetectedText? Detect(ReadOnlySpan<byte> bytes)
    {
        TextEncoding? certain = OfByteOrderMark(bytes) ?? OfZeroBytes(bytes) ?? (Utf8.IsValid(bytes) ? TextEncoding.Utf8 : null);
        return certain is null ? DetectBySyllables(bytes, CodePagesAndUtf8) : new(certain, certain.Decode(bytes), 1);
    }

    /// <summary>As <see cref="Detect"/>, for bytes that are in a code page if they are anything.</summary>
    internal static DetectedText? DetectCodePage(ReadOnlySpan<byte> bytes) => DetectBySyllables(bytes, CodePages);

    private static TextEncoding? OfByteOrderMark(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => TextEncoding.Utf8,
        [0xFF, 0xFE, ..] => TextEncoding.Utf16LittleEndian,
        [0xFE, 0xFF, ..] => TextEncoding.Utf16BigEndian,
        _ => null,
    };

    /// <summary>UTF-16 has a zero beside every ASCII letter, space and sign, always on the same side.</summary>
    private static TextEncoding? OfZeroBytes(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 2 || !bytes.Contains((byte)0))
        {
            return null;
        }

        Span<int> zeros = [0, 0];
        for (int i = 0; i < bytes.Length; i++)
        {
            zeros[i & 1] += bytes[i] == 0 ? 1 : 0;
        }

        int quarter = Math.Max(1, bytes.Length / 2 / 4);
        return Math.Max(zeros[0], zeros[1]) < quarter ? null
            : zeros[1] > zeros[0] ? TextEncoding.Utf16LittleEndian
            : zeros[0] > zeros[1] ? TextEncoding.Utf16BigEndian
            : null;
    }

    private static DetectedText? DetectBySyllables(ReadOnlySpan<byte> bytes, ReadOnlySpan<TextEncoding> candidates)
    {
        char[] buffer = ArrayPool<char>.Shared.Rent(bytes.Length);
        try
        {
            Span<SyllableEvidence> evidence = stackalloc SyllableEvidence[candidates.Length];
            int best = 0;
            for (int i = 0; i < candidates.Length; i++)
            {
                int length = MarkComposition.Compose(buffer.AsSpan(0, candidates[i].Decode(bytes, buffer)));
                evidence[i] = SyllableEvidence.Of(buffer.AsSpan(0, length));
                best = evidence[i].IsBetterThan(evidence[best]) ? i : best;
            }

            if (evidence[best].Syllables < FewestSyllables || evidence[best].Score < LowestScore)
            {
                return null;
            }

            string text = candidates[best].Decode(bytes);
            for (int i = 0; i < candidates.Length; i++)
            {
                bool isRival = evidence[i].Score >= evidence[best].Score - ClearLead && evidence[i].Syllables >= evidence[best].Syllables;
                if (i != best && isRival && !HasSameLetters(text, buffer.AsSpan(0, candidates[i].Decode(bytes, buffer))))
                {
                    return null;
                }
            }

            return new(candidates[best], text, evidence[best].Score);
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer);
        }
    }

    /// <summary>Whether another reading has the same letters, in either case. It may have more in place of signs that stand between words:
    /// VN1 is TCVN3 with capitals where that has the dashes and quotes of Windows.</summary>
    private static bool HasSameLetters(ReadOnlySpan<char> text, ReadOnlySpan<char> other)
    {
        if (text.Length != other.Length)
        {
            return false;
        }

        for (int i = 0; i < text.Length; i++)
        {
            bool isInWord = char.IsLetter(text[i]) || (i > 0 && i + 1 < text.Length && char.IsLetter(text[i - 1]) && char.IsLetter(text[i + 1]));
            if (isInWord && NormalizedText.Lower(text[i]) != NormalizedText.Lower(other[i]))
            {
                return false;
            }
        }

        return true;
    }
}
