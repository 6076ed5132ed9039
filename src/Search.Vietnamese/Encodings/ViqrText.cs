using System.Text;
using Search.Vietnamese.Data;
using Search.Vietnamese.Syllables;

namespace Search.Vietnamese.Encodings;

/// <summary>Reads VIQR documents: ASCII with the marks behind their letters.</summary>
/// <remarks>Source: RFC 1456. By it a full stop or question mark after a vowel must be written <c>\.</c>, which few did. So a mark at the end of
/// a word is taken for a sign of punctuation where it would not be at its place as a tone: <c>to^i.</c> is <c>tôi.</c>, for tội is written
/// <c>to^.i</c>. <c>la.</c> stays <c>lạ</c>.</remarks>
internal static class ViqrText
{
    private const int LongestSequence = 3;
    private const int LongestSyllable = 7;

    private static readonly Dictionary<string, char>.AlternateLookup<ReadOnlySpan<char>> Sequences = EmbeddedTable.Rows("viqr.tsv")
        .ToDictionary(row => row[0], row => (char)EmbeddedTable.CodePoint(row[1]["U+".Length..]), StringComparer.Ordinal)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Decodes a document; bytes beyond ASCII are read as UTF-8.</summary>
    /// <param name="bytes">The document.</param>
    /// <param name="chars">Takes the text; at least as long as the bytes.</param>
    /// <returns>The number of characters written.</returns>
    public static int Decode(ReadOnlySpan<byte> bytes, Span<char> chars)
    {
        Span<char> keys = chars[..Encoding.UTF8.GetChars(bytes, chars)];
        int length = 0;
        int wordStart = 0;
        for (int i = 0; i < keys.Length; i++)
        {
            if (keys[i] == '\\' && i + 1 < keys.Length)
            {
                keys[length++] = keys[++i];
                wordStart = length;
                continue;
            }

            int sequence = SequenceAt(keys[i..], out char letter);
            bool endsWord = i + sequence == keys.Length || !char.IsLetterOrDigit(keys[i + sequence]);
            if (sequence > 1 && endsWord && keys[i + sequence - 1] is '.' or '?' or '\'' && !IsSyllable(keys[wordStart..length], letter))
            {
                sequence = SequenceAt(keys.Slice(i, sequence - 1), out letter);
            }

            keys[length++] = letter;
            i += sequence - 1;
            wordStart = char.IsLetter(letter) ? wordStart : length;
        }

        return length;
    }

    /// <summary>The number of keys that give the next letter, the longest sequence first.</summary>
    private static int SequenceAt(ReadOnlySpan<char> keys, out char letter)
    {
        for (int length = Math.Min(LongestSequence, keys.Length); length > 1; length--)
        {
            if (Sequences.TryGetValue(keys[..length], out letter))
            {
                return length;
            }
        }

        letter = keys[0];
        return 1;
    }

    /// <summary>Whether the letters are a syllable with its tone mark where one of the two styles has it.</summary>
    private static bool IsSyllable(ReadOnlySpan<char> start, char last)
    {
        if (start.Length >= LongestSyllable)
        {
            return false;
        }

        ReadOnlySpan<char> word = [.. start, last];
        Span<char> placed = stackalloc char[word.Length];
        foreach (ToneStyle style in (ReadOnlySpan<ToneStyle>)[ToneStyle.Old, ToneStyle.New])
        {
            word.CopyTo(placed);
            if (TonePlacement.Place(placed, style) && placed.SequenceEqual(word))
            {
                return true;
            }
        }

        return false;
    }
}
