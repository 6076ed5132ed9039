using Search.Vietnamese.Syllables;

namespace Search.Vietnamese.Tokens;

/// <summary>Writes the canonical term of a run and says what the run is.</summary>
internal static class RunTerm
{
    /// <summary>Writes the term behind what is written in a tokens.</summary>
    /// <param name="run">The run.</param>
    /// <param name="text">The normalized text that holds it.</param>
    /// <param name="tokens">Where the term goes.</param>
    /// <returns>The type of a token of this run alone.</returns>
    public static TokenType Write(in TextRun run, ReadOnlySpan<char> text, TokenList tokens)
    {
        ReadOnlySpan<char> characters = text[run.Start..run.TermEnd];
        if (run.Kind == RunKind.Digits)
        {
            tokens.Advance(NumberPattern.Canonicalize(characters, tokens.Reserve(characters.Length)));
            return TokenType.Number;
        }

        tokens.WriteLower(characters);
        if (CanonicalSpellings.Contains(run.Spelling))
        {
            return TokenType.Syllable;
        }

        Span<char> term = tokens.Written[^characters.Length..];
        if (run.HasApostrophe)
        {
            int length = RemoveApostrophes(term);
            tokens.Advance(length - term.Length);
            term = term[..length];
        }

        return run.Kind == RunKind.Mixed ? TokenType.Alphanumeric
            : TonePlacement.Place(term) || Syllable.IsShape(term) ? TokenType.Syllable
            : run.IsUpper && run.End - run.Start >= 2 ? TokenType.Acronym
            : TokenType.Word;
    }

    private static int RemoveApostrophes(Span<char> term)
    {
        int length = 0;
        foreach (char c in term)
        {
            if (c != '\'')
            {
                term[length++] = c;
            }
        }

        return length;
    }
}
