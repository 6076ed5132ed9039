using Search.Vietnamese.Unicode;

namespace Search.Vietnamese.Encodings;

/// <summary>Composes letters with the combining marks after them and leaves all other characters as they are.</summary>
internal static class MarkComposition
{
    /// <summary>Composes in place; the text never gets longer.</summary>
    /// <returns>The length of the composed text.</returns>
    public static int Compose(Span<char> text)
    {
        int length = text.IndexOfAnyInRange('\u0300', '\u036F');
        if (length < 0)
        {
            return text.Length;
        }

        NormalizedText? normalized = null;
        int next = length;
        while (next < text.Length)
        {
            int end = next;
            while (end < text.Length && IsMark(text[end]))
            {
                end++;
            }

            int letter = length - 1;
            if (end == next + 1 && letter >= 0 && WithTone(text[letter], text[next]) is var toned and not '\0')
            {
                text[letter] = toned;
            }
            else if (end > next)
            {
                text[next..end].CopyTo(text[length..]);
                length += end - next;
                length = letter < 0 || !char.IsLetter(text[letter]) ? length : letter + ComposeCluster(text[letter..length], normalized ??= new NormalizedText());
            }

            while (end < text.Length && !IsMark(text[end]))
            {
                text[length++] = text[end++];
            }

            next = end;
        }

        return length;
    }

    /// <summary>Composes one letter with any marks, by the rules of normalization.</summary>
    private static int ComposeCluster(Span<char> cluster, NormalizedText normalized)
    {
        normalized.Set(cluster);
        if (normalized.Length > cluster.Length)
        {
            return cluster.Length;   // a ligature: its letters would not fit, and it bears no tone
        }

        normalized.Chars.CopyTo(cluster);
        return normalized.Length;
    }

    /// <summary>The vowel with a tone mark; U+0000 where only normalization can tell.</summary>
    private static char WithTone(char vowel, char mark)
    {
        int tone = mark switch { '\u0301' => 1, '\u0300' => 2, '\u0309' => 3, '\u0303' => 4, '\u0323' => 5, _ => 0 };
        int parts = Letters.Parts(vowel);
        return tone == 0 || parts == 0 || Letters.ToneOf(parts) != 0 ? '\0' : Letters.Compose(Letters.CodeOf(parts), tone, Letters.IsUpper(parts));
    }

    private static bool IsMark(char c) => c is >= '\u0300' and <= '\u036F';
}
