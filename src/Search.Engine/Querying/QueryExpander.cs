using Search.Vietnamese.Tokens;
using Search.Vietnamese.Words;

namespace Search.Engine.Querying;

/// <summary>Finds other words that mean what words of a query mean.</summary>
/// <param name="acronyms">What the collection says that acronyms stand for.</param>
/// <param name="synonyms">What the operator says.</param>
/// <param name="dictionary">The terms of the collection.</param>
internal sealed class QueryExpander(AcronymDictionary acronyms, SynonymList synonyms, TermDictionary dictionary)
{
    /// <summary>The expansions of a part of a query that occur in the collection.</summary>
    /// <param name="text">The query.</param>
    /// <param name="tokens">The readings of the part's tokens.</param>
    /// <param name="sequence">Those that stand side by side, one at each position.</param>
    public IReadOnlyList<ReadExpansion> Expand(string text, IReadOnlyList<Reading> tokens, IReadOnlyList<Reading> sequence)
    {
        string[] words = [.. sequence.Select(static reading => reading.AsRead)];
        int[] positions = [.. sequence.Select(static reading => reading.Token.Position)];
        IEnumerable<Expansion> found =
        [
            .. tokens.SelectMany(reading => LongForms(reading, text)),
            .. SaidOtherwise(words, positions),
            .. tokens.SelectMany(static reading => WrittenForms.Of(reading.Token)),
            .. WrittenForms.Of(sequence, words, text),
            .. DocumentNumbers.Of([.. sequence.Select(static reading => reading.Token)], dictionary),
        ];
        return
        [
            .. found.Where(expansion => !IsTyped(expansion, tokens))
                .DistinctBy(expansion => (expansion.Start, expansion.End, string.Join(' ', expansion.Words)))
                .Select(expansion => ReadExpansion.Of(expansion, dictionary)).OfType<ReadExpansion>(),
        ];
    }

    private static bool IsTyped(Expansion expansion, IReadOnlyList<Reading> tokens) =>
        expansion.Words.Count == 1 && tokens.Any(reading => reading.Token.Position == expansion.Start && reading.Canonical.Contains(expansion.Words[0]));

    /// <summary>What an acronym stands for.</summary>
    private IEnumerable<Expansion> LongForms(Reading reading, string text)
    {
        QueryToken token = reading.Token;
        if (!IsAcronym(token, text.AsSpan(token.Start, token.End - token.Start)))
        {
            return [];
        }

        return reading.Canonical.Select(term => acronyms.ExpansionOf(term)).OfType<AcronymSense>()
            .Select(sense => new Expansion(QueryReadingKind.Acronym, token.Position, token.Position + token.PositionCount, sense.Phrase.Split(' '), (float)sense.ExpansionWeight));
    }

    /// <summary>Whether it is written as one: in capitals, or so that it cannot be pronounced. What is neither is a word, whatever it stands for elsewhere (spa, the).</summary>
    private static bool IsAcronym(QueryToken token, ReadOnlySpan<char> written)
    {
        int capitals = 0;
        int letters = 0;
        int vowels = 0;
        foreach (char c in written)
        {
            letters += char.IsLetter(c) ? 1 : 0;
            capitals += char.IsUpper(c) ? 1 : 0;
            vowels += "aeiouyăâêôơưAEIOUYĂÂÊÔƠƯ".Contains(c, StringComparison.Ordinal) ? 1 : 0;
        }

        return token.Type is TokenType.Acronym or TokenType.Word or TokenType.Join or TokenType.Code or TokenType.Syllable
            && letters >= 2
            && (capitals >= 2 || (capitals == 0 && letters >= 3 && token.Type != TokenType.Syllable && vowels <= (letters >= 4 ? 1 : 0)));
    }

    /// <summary>The acronyms and synonyms of words and phrases in the query.</summary>
    private IEnumerable<Expansion> SaidOtherwise(string[] words, int[] positions)
    {
        int longest = Math.Max(acronyms.LongestPhrase, synonyms.LongestPhrase);
        for (int start = 0; start < words.Length; start++)
        {
            for (int end = start + 1; end <= Math.Min(words.Length, start + longest); end++)
            {
                string phrase = string.Join(' ', words[start..end]);
                (int first, int behind) = (positions[start], positions[end - 1] + 1);
                foreach (AcronymSense sense in acronyms.AbbreviationsOf(phrase))
                {
                    yield return new(QueryReadingKind.Acronym, first, behind, [sense.Acronym], (float)sense.AbbreviationWeight);
                }

                foreach ((string[] other, DatePeriod? valid) in synonyms.Of(phrase))
                {
                    yield return new(QueryReadingKind.Synonym, first, behind, other, SynonymList.Weight) { Valid = valid };
                }
            }
        }
    }
}
