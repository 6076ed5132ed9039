namespace Search.Server.Searching;

/// <summary>Text that JSON and HTML can carry.</summary>
internal static class WellFormedText
{
    /// <summary>The text with U+FFFD for every surrogate that is not one of a pair. Offsets stay what they are.</summary>
    public static string Of(string text)
    {
        if (IndexOfLoneSurrogate(text, 0) < 0)
        {
            return text;
        }

        char[] repaired = text.ToCharArray();
        for (int i = IndexOfLoneSurrogate(text, 0); i >= 0; i = IndexOfLoneSurrogate(text, i + 1))
        {
            repaired[i] = '\uFFFD';
        }

        return new string(repaired);
    }

    private static int IndexOfLoneSurrogate(string text, int start)
    {
        for (int i = start; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                return i;
            }
        }

        return -1;
    }
}
