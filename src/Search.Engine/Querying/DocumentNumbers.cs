using Search.Vietnamese.Folding;
using Search.Vietnamese.Tokens;

namespace Search.Engine.Querying;

/// <summary>Finds document numbers that were typed without their signs: <c>15 nq bch</c> and <c>15NQBCH</c> are 15/NQ-BCH.</summary>
internal static class DocumentNumbers
{
    private const int MostTokens = 7;
    private const int MostDigits = 5;

    /// <summary>The document numbers of the collection that tokens side by side may be.</summary>
    public static IEnumerable<Expansion> Of(IReadOnlyList<QueryToken> tokens, TermDictionary dictionary)
    {
        for (int start = 0; start < tokens.Count - 1; start++)
        {
            if (tokens[start].Type != TokenType.Number || tokens[start].Term.Length > MostDigits || !MayFollow(tokens[start + 1]))
            {
                continue;
            }

            string number = tokens[start].Term;
            string next = DiacriticFolding.Fold(tokens[start + 1].Term);
            List<DictionaryTerm> numbers = [.. dictionary.TokensBeginningWith($"{number}/{next[0]}"), .. dictionary.TokensBeginningWith($"{number}-{next[0]}")];
            string glued = number;
            for (int end = start + 1; numbers.Count > 0 && end < Math.Min(tokens.Count, start + MostTokens) && MayFollow(tokens[end]); end++)
            {
                glued += DiacriticFolding.Fold(tokens[end].Term);
                foreach (DictionaryTerm found in numbers.Where(found => Glued(found.Canonical) == glued))
                {
                    yield return new(QueryReadingKind.Synonym, tokens[start].Position, tokens[end].Position + 1, [found.Canonical], 1);
                }
            }
        }
    }

    private static bool MayFollow(QueryToken token) => !token.HasTone && char.IsAsciiLetterOrDigit(DiacriticFolding.Fold(token.Term)[0]);

    private static string Glued(string number) => string.Concat(DiacriticFolding.Fold(number).Where(char.IsAsciiLetterOrDigit));
}
