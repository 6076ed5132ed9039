using System.Buffers;
using Search.Analysis;
using Search.Vietnamese.Tokens;

namespace Search.Engine.Querying;

/// <summary>Reads the language of the search box: words, and phrases in any quotation marks.</summary>
public static class QueryStringParser
{
    private static readonly SearchValues<char> QuotationMarks = SearchValues.Create("\"“”„«»＂");

    /// <summary>Parses a query string. Never fails, whatever the string holds.</summary>
    public static ParsedQuery Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = new List<QueryPart>();
        var problems = new List<QueryProblem>();
        var scanner = new VietnameseTokenScanner();
        int start = 0;
        while (start < text.Length)
        {
            int opening = IndexOfQuotationMark(text, start);
            int closing = opening < 0 ? -1 : IndexOfQuotationMark(text, opening + 1);
            if (closing < 0)
            {
                if (opening >= 0)
                {
                    problems.Add(new(QueryProblemKind.UnclosedQuote, opening, 1));
                }

                AddPart(start, text.Length, isQuoted: false);
                break;
            }

            AddPart(start, opening, isQuoted: false);
            AddPart(opening + 1, closing, isQuoted: true);
            start = closing + 1;
        }

        if (parts.Count == 0 && !string.IsNullOrWhiteSpace(text))
        {
            problems.Add(new(QueryProblemKind.NoTerms, 0, text.Length));
        }

        return new(text, parts, problems);

        void AddPart(int from, int to, bool isQuoted)
        {
            List<QueryToken> tokens = Scan(scanner, text, from, to);
            if (tokens.Count > 0)
            {
                parts.Add(new(isQuoted, tokens));
            }
        }
    }

    private static int IndexOfQuotationMark(string text, int start) =>
        text.AsSpan(start).IndexOfAny(QuotationMarks) is var found and >= 0 ? start + found : -1;

    private static List<QueryToken> Scan(VietnameseTokenScanner scanner, string text, int from, int to)
    {
        var tokens = new List<QueryToken>();
        scanner.Reset(text.AsMemory(from, to - from));
        while (scanner.MoveNext())
        {
            VietnameseToken token = scanner.Current;
            tokens.Add(new(
                VietnameseTokenizer.IndexedPart(scanner.Term).ToString(),
                token.Type, from + token.Start, from + token.End, token.Position, token.PositionCount));
        }

        return tokens;
    }
}
