using Search.Vietnamese.Spelling;
using Search.Vietnamese.Tokens;

namespace Search.Benchmarks.Quality;

/// <summary>The tokens of a text as the words of a query to be spelled.</summary>
internal static class QueryWords
{
    public static List<QueryWord> Read(string text)
    {
        var words = new List<QueryWord>();
        var scanner = new VietnameseTokenScanner();
        scanner.Reset(text.AsMemory());
        while (scanner.MoveNext())
        {
            if (IsWord(scanner.Current))
            {
                words.Add(Of(scanner, text));
            }
        }

        return words;
    }

    /// <summary>Whether a token is one of a sequence: no composite, and no second reading of another.</summary>
    public static bool IsWord(VietnameseToken token) => token.PositionCount == 1 && token.Type != TokenType.Roman;

    /// <summary>The current token: fixed unless it is a syllable or a word without a capital.</summary>
    public static QueryWord Of(VietnameseTokenScanner scanner, string text) => new(scanner.Term.ToString(), scanner.Current.Type switch
    {
        TokenType.Syllable => false,
        TokenType.Word => char.IsUpper(text[scanner.Current.Start]),
        _ => true,
    });
}
