namespace Search.Vietnamese.Tokens;

/// <summary>Finds runs that single signs join: TP.HCM, R&amp;D, Mác-xít, Covid-19.</summary>
internal static class JoinPattern
{
    /// <summary>Adds the runs that are joined to the last one of a list, in normalized text.</summary>
    /// <returns>Whether one of the signs is a hyphen.</returns>
    public static bool Match(ReadOnlySpan<char> text, List<TextRun> runs)
    {
        bool hasHyphen = false;
        while (true)
        {
            TextRun last = runs[^1];
            int sign = last.End;
            if (sign + 1 >= text.Length || text[sign] is not ('.' or '&' or '-') || !TextRun.IsStart(text, sign + 1))
            {
                return hasHyphen;
            }

            TextRun next = TextRun.Read(text, sign + 1);
            if (!Joins(last, text[sign], next))
            {
                return hasHyphen;
            }

            hasHyphen |= text[sign] == '-';
            runs.Add(next);
        }
    }

    private static bool Joins(TextRun last, char sign, TextRun next)
    {
        bool isLastCapitals = last is { Kind: RunKind.Letters, IsUpper: true };
        bool isNextCapitals = next is { Kind: RunKind.Letters, IsUpper: true };
        return sign switch
        {
            '.' => isLastCapitals && (isNextCapitals || next.Kind == RunKind.Digits),
            '&' => isLastCapitals && isNextCapitals,
            _ => last.Kind != RunKind.Digits || next.Kind != RunKind.Digits,
        };
    }
}
