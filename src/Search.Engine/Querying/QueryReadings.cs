using System.Text;

namespace Search.Engine.Querying;

/// <summary>Says how a query was understood.</summary>
internal static class QueryReadings
{
    /// <summary>The parts of a query that are understood otherwise than they were sent, in order: decoded keys and restored marks.</summary>
    /// <param name="typed">The query.</param>
    /// <param name="parts">What its tokens stand for.</param>
    public static IReadOnlyList<QueryReading> Of(TypedQuery typed, IEnumerable<ReadPart> parts) =>
        [.. typed.Readings.Concat(parts.SelectMany(part => Restored(typed, part))).OrderBy(reading => reading.Start)];

    /// <summary>The query with all that is understood otherwise in its place.</summary>
    /// <param name="sent">The query as it was sent.</param>
    /// <param name="readings">In order.</param>
    public static string ReadAs(string sent, IEnumerable<QueryReading> readings)
    {
        var text = new StringBuilder();
        int copied = 0;
        foreach (QueryReading reading in readings.Where(reading => reading.Start >= copied))
        {
            text.Append(sent, copied, reading.Start - copied).Append(reading.Text);
            copied = reading.End;
        }

        return text.Append(sent, copied, sent.Length - copied).ToString().Trim();
    }

    /// <summary>Restored words, those joined that only white space separates.</summary>
    private static List<QueryReading> Restored(TypedQuery typed, ReadPart part)
    {
        var readings = new List<QueryReading>();
        int lastEnd = -1;
        foreach (Reading reading in part.Sequence)
        {
            if (reading.Restored is not { } word)
            {
                continue;
            }

            QueryToken token = reading.Token;
            string text = InCaseOf(typed.Text.AsSpan(token.Start, token.End - token.Start), word);
            int start = typed.SentOffset(token.Start);
            int end = typed.SentOffset(token.End);
            if (readings is [.., var last] && typed.Text.AsSpan(lastEnd, token.Start - lastEnd).IsWhiteSpace())
            {
                readings[^1] = last with { Text = $"{last.Text} {text}", End = end };
            }
            else
            {
                readings.Add(new(QueryReadingKind.MarksRestored, text, start, end, IsReplaced: false));
            }

            lastEnd = token.End;
        }

        return readings;
    }

    /// <summary>A word with capitals where the typed one has them: all, the first, or none.</summary>
    public static string InCaseOf(ReadOnlySpan<char> typed, string word) =>
        typed.IsEmpty || !char.IsUpper(typed[0]) ? word
        : typed.Length > 1 && char.IsUpper(typed[^1]) ? word.ToUpperInvariant()
        : char.ToUpperInvariant(word[0]) + word[1..];
}
