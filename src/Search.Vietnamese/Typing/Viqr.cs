using Search.Vietnamese.Syllables;

namespace Search.Vietnamese.Typing;

/// <summary>The VIQR typing method: after a vowel <c>^</c> â ê ô, <c>(</c> ă, <c>+</c> or <c>*</c> ơ ư, then one tone of <c>' ` ? ~ .</c>;
/// <c>dd</c> đ; <c>\</c> keeps the next key as it is.</summary>
/// <remarks>Source: RFC 1456.</remarks>
public static class Viqr
{
    /// <summary>What one word of VIQR keys gives.</summary>
    /// <param name="keys">The keys of one word, in either case, without white space.</param>
    public static TypedWord Decode(ReadOnlySpan<char> keys)
    {
        var word = new LetterBuffer();
        TypedWordKind kind = Read(keys, ref word);
        return new TypedWord((kind == TypedWordKind.Keys ? keys : word.Text).ToString(), kind);
    }

    internal static bool IsMark(char key) => key is '^' or '(' or '+' or '*' or '\'' or '`' or '?' or '~' or '.';

    internal static TypedWordKind Read(ReadOnlySpan<char> keys, ref LetterBuffer word)
    {
        if (keys.Length > LetterBuffer.MaxKeys)
        {
            return TypedWordKind.Keys;
        }

        bool isAfterVowel = false;
        foreach (char key in keys)
        {
            if (key == '\\' || !char.IsAscii(key))
            {
                return TypedWordKind.Keys;   // a mark kept as punctuation is no part of a syllable
            }

            if (key is 'd' or 'D' && word.Length == 1 && word[0] == 'd')
            {
                word.Mark(0, 'đ', KeyTraces.LetterMark);
            }
            else if (!IsMark(key))
            {
                word.Append(key);
                isAfterVowel = (key | 0x20) is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';
            }
            else if (!isAfterVowel || !ReadMark(ref word, key, ref isAfterVowel))
            {
                return TypedWordKind.Keys;
            }
        }

        return word.Finish();
    }

    private static bool ReadMark(ref LetterBuffer word, char key, ref bool isAfterVowel)
    {
        int last = word.Length - 1;
        if (MarkedLetter(word[last], key) is var marked and not '\0')
        {
            word.Mark(last, marked, KeyTraces.LetterMark);
            return true;
        }

        var tone = (ToneMark)("'`?~.".IndexOf(key, StringComparison.Ordinal) + 1);
        if (tone == ToneMark.None || word.Tone != ToneMark.None)
        {
            return false;
        }

        isAfterVowel = false;
        word.SetTone(tone);
        return true;
    }

    private static char MarkedLetter(char letter, char key) => (letter, key) switch
    {
        ('a', '^') => 'â',
        ('e', '^') => 'ê',
        ('o', '^') => 'ô',
        ('a', '(') => 'ă',
        ('o', '+' or '*') => 'ơ',
        ('u', '+' or '*') => 'ư',
        _ => '\0',
    };
}
