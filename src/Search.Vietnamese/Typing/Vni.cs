using Search.Vietnamese.Syllables;

namespace Search.Vietnamese.Typing;

/// <summary>The VNI typing method: <c>1 2 3 4 5</c> the tones sắc huyền hỏi ngã nặng, <c>0</c> none, <c>6</c> â ê ô, <c>7</c> ơ ư,
/// <c>8</c> ă, <c>9</c> đ.</summary>
/// <remarks>Digits may stand anywhere after their letter: <c>vie65t</c>, <c>viet65</c>.</remarks>
public static class Vni
{
    /// <summary>What one word of VNI keys gives.</summary>
    /// <param name="keys">The keys of one word, in either case, without white space.</param>
    public static TypedWord Decode(ReadOnlySpan<char> keys)
    {
        var word = new LetterBuffer();
        TypedWordKind kind = Read(keys, ref word);
        return new TypedWord((kind == TypedWordKind.Keys ? keys : word.Text).ToString(), kind);
    }

    /// <summary>The keys that give a Vietnamese text, the tone last: <c>Đối ngoại</c> is <c>D9o6i1 ngoai5</c>. Words without marks are copied.</summary>
    public static string Encode(ReadOnlySpan<char> text) => Encode(text, TypingHabit.ToneLast);

    /// <summary>The keys that give a Vietnamese text, pressed in the order of a habit.</summary>
    public static string Encode(ReadOnlySpan<char> text, TypingHabit habit) => new KeyWriter("6667789", "\012345", habit).Write(text);

    internal static TypedWordKind Read(ReadOnlySpan<char> keys, ref LetterBuffer word)
    {
        if (keys.Length > LetterBuffer.MaxKeys)
        {
            return TypedWordKind.Keys;
        }

        foreach (char key in keys)
        {
            if (!char.IsAscii(key))
            {
                return TypedWordKind.Keys;
            }

            bool isRead = key switch
            {
                >= '0' and <= '5' => ReadTone(ref word, key),
                >= '6' and <= '9' when !word.IsUndone(key) => ReadLetterMark(ref word, key),
                _ => false,
            };
            if (!isRead)
            {
                word.Append(key);
            }
        }

        return word.Finish();
    }

    private static bool ReadTone(ref LetterBuffer word, char key)
    {
        const char AnyTone = '1';
        var tone = (ToneMark)(key - '0');
        if (tone == ToneMark.None)
        {
            bool hasTone = word.Tone != ToneMark.None;
            if (hasTone)
            {
                word.RemoveTone();
            }

            return hasTone;
        }

        if (!word.HasVowel() || word.IsUndone(AnyTone))
        {
            return false;
        }

        if (word.Tone == tone)
        {
            word.UndoTone(key, AnyTone);
        }
        else
        {
            word.SetTone(tone);
        }

        return true;
    }

    private static bool ReadLetterMark(ref LetterBuffer word, char key)
    {
        (int start, int end) = word.Cluster();
        return key switch
        {
            '6' => ReadCircumflex(ref word, start, end, key),
            '7' => ReadHorn(ref word, start, end, key),
            '8' => ReadBreve(ref word, start, end, key),
            _ => ReadStroke(ref word, key),
        };
    }

    private static bool ReadCircumflex(ref LetterBuffer word, int start, int end, char key)
    {
        int marked = -1;
        for (int i = end - 1; i >= start; i--)
        {
            char circumflexed = LetterBuffer.WithCircumflex(word[i]);
            if (circumflexed is not ('â' or 'ê' or 'ô'))
            {
                continue;
            }

            if (word[i] != circumflexed)
            {
                word.Mark(i, circumflexed, KeyTraces.LetterMark);
                return true;
            }

            marked = marked < 0 ? i : marked;
        }

        return UndoIfMarked(ref word, marked, 1, key);
    }

    private static bool ReadHorn(ref LetterBuffer word, int start, int end, char key)
    {
        int marked = -1;
        if (word.IndexOfUo((start, end)) is var uo and >= 0)
        {
            if (word[uo] == 'ư' && word[uo + 1] == 'ơ')
            {
                return UndoIfMarked(ref word, uo, 2, key);
            }

            word.MarkBoth(uo, KeyTraces.LetterMark);
            return true;
        }

        for (int i = start; i < end; i++)
        {
            char horned = LetterBuffer.WithHornOrBreve(word[i]);
            if (horned is not ('ơ' or 'ư'))
            {
                continue;
            }

            if (word[i] != horned)
            {
                word.Mark(i, horned, KeyTraces.LetterMark);
                return true;
            }

            marked = i;
        }

        return UndoIfMarked(ref word, marked, 1, key);
    }

    private static bool ReadBreve(ref LetterBuffer word, int start, int end, char key)
    {
        for (int i = end - 1; i >= start; i--)
        {
            if (LetterBuffer.Base(word[i]) != 'a')
            {
                continue;
            }

            if (word[i] != 'ă')
            {
                word.Mark(i, 'ă', KeyTraces.LetterMark);
                return true;
            }

            return UndoIfMarked(ref word, i, 1, key);
        }

        return false;
    }

    private static bool ReadStroke(ref LetterBuffer word, char key)
    {
        if (word.Length > 1 && word[word.Length - 1] == 'd' && !word.HasVowel())
        {
            word.Mark(word.Length - 1, 'đ', KeyTraces.LetterMark);   // LD9LD9: an abbreviation, LĐLĐ
            return true;
        }

        if (word.Length == 0 || LetterBuffer.Base(word[0]) != 'd')
        {
            return false;
        }

        if (word[0] == 'đ')
        {
            return UndoIfMarked(ref word, 0, 1, key);
        }

        word.Mark(0, 'đ', KeyTraces.LetterMark);
        return true;
    }

    private static bool UndoIfMarked(ref LetterBuffer word, int index, int count, char key)
    {
        if (index >= 0)
        {
            word.UndoMark(index, count, key);
        }

        return index >= 0;
    }
}
