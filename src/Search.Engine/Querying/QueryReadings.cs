using System.Text;

namespace Search.Engine.Querying;

/// <summary>Says how a query was understood.</summary>
internal static class QueryReadings
{
    /// <summary>The parts of a query that are understood otherwise than they were sent, in order: decoded keys, restored marks, and what is searched beside
    /// the words themselves.</summary>
    /// <param name="typed">The query.</param>
    /// <param name="parts">What its tokens stand for.</param>
    public static IReadOnlyList<QueryReading> Of(TypedQuery typed, IEnumerable<ReadPart> parts) =>
        [.. typed.Readings.Concat(parts.SelectMany(part => Restored(typed, part).Concat(Variants(typed, part)).Concat(Expanded(typed, part)))).OrderBy(reading => reading.Start)];

    /// <summary>The query with all that is understood otherwise in its place.</summary>
    /// <param name="sent">The query as it was sent.</param>
    /// <param name="readings">In order.</param>
    public static string ReadAs(string sent, IEnumerable<QueryReading> readings)
    {
        var text = new StringBuilder();
        int copied = 0;
        foreach (QueryReading reading in readings.Where(reading => reading.Start >= copied && reading.Kind is not (QueryReadingKind.Acronym or QueryReadingKind.Synonym or QueryReadingKind.Iy)))
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

    private static IEnumerable<QueryReading> Variants(TypedQuery typed, ReadPart part) =>
        part.Sequence.Where(static reading => reading.IyVariant is not null).Select(reading => Beside(
            typed, QueryReadingKind.Iy, InCaseOf(typed.Text.AsSpan(reading.Token.Start, reading.Token.End - reading.Token.Start), reading.IyVariant!), reading.Token, reading.Token));

    private static IEnumerable<QueryReading> Expanded(TypedQuery typed, ReadPart part) => part.Expansions.Select(each =>
    {
        Expansion expansion = each.Expansion;
        string words = string.Join(' ', expansion.Words);
        return Beside(
            typed,
            expansion.Kind,
            expansion is { Kind: QueryReadingKind.Acronym, Words.Count: 1 } ? words.ToUpperInvariant() : words,
            part.Sequence.First(reading => reading.Token.Position == expansion.Start).Token,
            part.Sequence.Last(reading => reading.Token.Position == expansion.End - 1).Token);
    });

    /// <summary>What is searched beside the words from one token to another.</summary>
    private static QueryReading Beside(TypedQuery typed, QueryReadingKind kind, string text, QueryToken first, QueryToken last) =>
        new(kind, text, typed.SentOffset(first.Start), typed.SentOffset(last.End), IsReplaced: false);

    /// <summary>A word with capitals where the typed one has them: all, the first, or none.</summary>
    public static string InCaseOf(ReadOnlySpan<char> typed, string word) =>
        typed.IsEmpty || !char.IsUpper(typed[0]) ? word
        : typed.Length > 1 && char.IsUpper(typed[^1]) ? word.ToUpperInvariant()
        : char.ToUpperInvariant(word[0]) + word[1..];
}
