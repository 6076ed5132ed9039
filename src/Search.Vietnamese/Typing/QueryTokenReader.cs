using Search.Vietnamese.Syllables;
using Search.Vietnamese.Unicode;

namespace Search.Vietnamese.Typing;

/// <summary>Says of the tokens of a query how they were typed.</summary>
internal readonly struct QueryTokenReader(TypingEvidence evidence)
{
    /// <summary>Reads the token between two offsets.</summary>
    /// <param name="query">The whole query.</param>
    /// <param name="traits">Those of the query.</param>
    /// <param name="start">Offset of the first character.</param>
    /// <param name="end">Offset after the last.</param>
    /// <param name="readsViqr">Whether <c>' ? .</c> and the like may be VIQR keys; else they are punctuation.</param>
    public QueryToken Read(ReadOnlySpan<char> query, QueryTraits traits, int start, int end, bool readsViqr)
    {
        if (readsViqr)
        {
            (start, end) = QueryTokens.Peel(query, start, end, keepsViqr: true);
            QueryToken token = ReadViqr(query, traits, start, end);
            if (token.Class != TokenClass.Other)
            {
                return token;
            }
        }

        (start, end) = QueryTokens.Peel(query, start, end, keepsViqr: false);
        if (readsViqr && ReadViqr(query, traits, start, end) is { Class: not TokenClass.Other } peeled)
        {
            return peeled;   // the question mark behind Vie^.t? is none of its keys
        }

        ReadOnlySpan<char> chars = query[start..end];
        var word = new LetterBuffer();
        TypingMethod method = IsVniShaped(chars) ? TypingMethod.Vni : TypingMethod.Telex;
        TokenClass tokenClass = method == TypingMethod.Vni ? ReadVni(chars, ref word)
            : IsLetters(chars) ? ReadTelex(chars, traits, ref word)
            : IsNeutral(chars) ? TokenClass.Neutral
            : IsMarkedSyllable(chars) ? TokenClass.Vietnamese
            : TokenClass.Other;
        return Weigh(new QueryToken(tokenClass, method, start, end, word), chars, traits);
    }

    /// <summary>Whether a token of a query that has strong ones is decoded.</summary>
    /// <param name="query">The whole query.</param>
    /// <param name="token">The token.</param>
    /// <param name="isMixture">Whether the query has foreign words, or words with marks.</param>
    public bool Decodes(ReadOnlySpan<char> query, in QueryToken token, bool isMixture) => token.Class switch
    {
        TokenClass.Strong => true,
        TokenClass.Ambiguous => evidence.AllowsBesideKeys(query[token.Start..token.End], token.Word, isMixture),
        TokenClass.Other => token.Word.Traces != KeyTraces.None
            && evidence.AllowsBesideKeys(query[token.Start..token.End], token.Word, isUnclear: true),
        _ => false,
    };

    private TokenClass ReadTelex(ReadOnlySpan<char> token, QueryTraits query, ref LetterBuffer word)
    {
        bool isShape = Syllable.IsShape(token);
        TypedWordKind kind = Telex.Read(token, ref word);
        KeyTraces traces = word.Traces;
        if (kind != TypedWordKind.Syllable || traces == KeyTraces.None)
        {
            // What is shown may still be a word of the collection (Ddawsk Lawsk, LDDLDD), or a syllable with two plain o (mooocs).
            if (kind == TypedWordKind.Undone && !Syllable.IsSyllable(word.Text))
            {
                word = default;
            }

            return isShape ? TokenClass.Plain : TokenClass.Other;
        }

        bool isAmbiguous = (isShape && (query.HasMarks || !evidence.KnowsCollection))   // coong, thoong: often keys, but words among words with marks
            || (traces & (KeyTraces.Retone | KeyTraces.ToneRemoved)) != 0
            || (traces == KeyTraces.Horn && token.Length <= 2)
            || evidence.IsForeign(token);
        bool isLateOnly = (traces & ~KeyTraces.TwoMarks) == KeyTraces.LateMark;
        bool isOutOfOrder = (traces & KeyTraces.LetterMarkAfterTone) != 0 && (traces & (KeyTraces.LetterMark | KeyTraces.Horn)) == 0;
        return isAmbiguous ? TokenClass.Ambiguous : isLateOnly || isOutOfOrder ? TokenClass.Likely : TokenClass.Strong;
    }

    private static TokenClass ReadVni(ReadOnlySpan<char> token, ref LetterBuffer word)
    {
        TypedWordKind kind = Vni.Read(token, ref word);
        KeyTraces traces = word.Traces;
        bool isUnlikely = kind == TypedWordKind.Undone || (traces & (KeyTraces.Retone | KeyTraces.ToneRemoved)) != 0;
        if (kind != TypedWordKind.Syllable || isUnlikely)
        {
            word = isUnlikely ? default : word;   // Đắk
            return TokenClass.Other;
        }

        if (word.Length < 2 || TypingEvidence.IsNumbered(token[..^1]))
        {
            return TokenClass.Ambiguous;   // A6, quan1
        }

        bool isOutOfOrder = (traces & KeyTraces.LetterMarkAfterTone) != 0;   // U17
        return (traces & KeyTraces.MarkInside) != 0 || ((traces & KeyTraces.TwoMarks) != 0 && !isOutOfOrder) ? TokenClass.Strong : TokenClass.Likely;
    }

    /// <summary>Reads a token as VIQR; the class is <see cref="TokenClass.Other"/> if it is none.</summary>
    private QueryToken ReadViqr(ReadOnlySpan<char> query, QueryTraits traits, int start, int end)
    {
        ReadOnlySpan<char> token = query[start..end];
        var word = new LetterBuffer();
        bool hasMark = false;
        foreach (char c in token)
        {
            hasMark |= Viqr.IsMark(c);
            if (!Viqr.IsMark(c) && !char.IsAsciiLetter(c))
            {
                return new QueryToken(TokenClass.Other, TypingMethod.Viqr, start, end, default);
            }
        }

        if (!hasMark || Viqr.Read(token, ref word) != TypedWordKind.Syllable)
        {
            return new QueryToken(TokenClass.Other, TypingMethod.Viqr, start, end, default);
        }

        KeyTraces traces = word.Traces;
        bool isMarkedInside = (traces & KeyTraces.MarkInside) != 0 && word.Length > 2;   // A.I and i'm are none
        TokenClass tokenClass = isMarkedInside || (traces & (KeyTraces.LetterMark | KeyTraces.TwoMarks)) != 0 ? TokenClass.Strong : TokenClass.Ambiguous;
        return Weigh(new QueryToken(tokenClass, TypingMethod.Viqr, start, end, word), token, traits);
    }

    /// <summary>Lets the case of the letters and the collection decide what the keys alone cannot.</summary>
    private QueryToken Weigh(in QueryToken token, ReadOnlySpan<char> chars, QueryTraits query) => token.Class switch
    {
        TokenClass.Strong or TokenClass.Likely or TokenClass.Ambiguous when TypingEvidence.IsCasedAsName(chars, query) =>
            token with { Class = TokenClass.Other, Word = default },
        TokenClass.Other when token.Word.Traces != KeyTraces.None && evidence.AllowsAlone(chars, in token) => token with { Class = TokenClass.Strong },
        TokenClass.Strong or TokenClass.Likely => token with { Class = evidence.AllowsAlone(chars, in token) ? TokenClass.Strong : TokenClass.Ambiguous },
        _ => token,
    };

    /// <summary>ASCII letters and digits, with a letter first and a digit somewhere.</summary>
    private static bool IsVniShaped(ReadOnlySpan<char> token)
    {
        bool hasDigit = false;
        foreach (char c in token)
        {
            hasDigit |= char.IsAsciiDigit(c);
            if (!char.IsAsciiLetterOrDigit(c))
            {
                return false;
            }
        }

        return hasDigit && char.IsAsciiLetter(token[0]);
    }

    private static bool IsLetters(ReadOnlySpan<char> token)
    {
        foreach (char c in token)
        {
            if (!char.IsAsciiLetter(c))
            {
                return false;
            }
        }

        return token.Length > 0;
    }

    /// <summary>No letters, whatever there is besides.</summary>
    private static bool IsNeutral(ReadOnlySpan<char> token)
    {
        foreach (char c in token)
        {
            if (char.IsLetter(c))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsMarkedSyllable(ReadOnlySpan<char> token)
    {
        foreach (char c in token)
        {
            if (CharMap.Of(c) != CharTreatment.Plain)
            {
                return Syllable.IsSyllable(NormalizedText.Normalize(token));
            }
        }

        return Syllable.IsSyllable(token);
    }
}
