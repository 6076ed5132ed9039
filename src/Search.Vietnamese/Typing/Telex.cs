using Search.Vietnamese.Syllables;

namespace Search.Vietnamese.Typing;

/// <summary>The Telex typing method: <c>aa ee oo</c> â ê ô, <c>w</c> ă ơ ư, <c>dd</c> đ, <c>s f r x j</c> the tones, <c>z</c> none.</summary>
/// <remarks>Keys that mark may stand anywhere after their letter (<c>ddoois</c>, <c>ddosoi</c>, <c>doosid</c>), as input methods allow.
/// The bracket keys for ơ and ư are not read, for brackets are punctuation in queries.</remarks>
public static class Telex
{
    /// <summary>What one word of Telex keys gives.</summary>
    /// <param name="keys">The keys of one word, in either case, without white space.</param>
    public static TypedWord Decode(ReadOnlySpan<char> keys)
    {
        var word = new LetterBuffer();
        TypedWordKind kind = Read(keys, ref word);
        return new TypedWord((kind == TypedWordKind.Keys ? keys : word.Text).ToString(), kind);
    }

    /// <summary>The keys that give a Vietnamese text, the tone last: <c>Đối ngoại</c> is <c>Ddoois ngoaij</c>.</summary>
    /// <remarks>Words without marks are copied as they are, even if their keys would give a syllable (<c>test</c>): it is what people type
    /// who forget to switch the input method on. Two plain o are written as three, as typists must (<c>xooong</c>).</remarks>
    public static string Encode(ReadOnlySpan<char> text) => Encode(text, TypingHabit.ToneLast);

    /// <summary>The keys that give a Vietnamese text, pressed in the order of a habit.</summary>
    public static string Encode(ReadOnlySpan<char> text, TypingHabit habit) => new KeyWriter("aeowwwd", "\0sfrxj", habit).Write(text);

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

            char small = char.IsAsciiLetterUpper(key) ? (char)(key | 0x20) : key;
            bool isRead = small switch
            {
                's' or 'f' or 'r' or 'x' or 'j' => ReadTone(ref word, key, small),
                'z' => ReadToneRemoval(ref word),
                'a' or 'e' or 'o' => ReadCircumflex(ref word, key, small),
                'w' => ReadHorn(ref word, key),
                'd' => ReadStroke(ref word, key),
                _ => false,
            };
            if (!isRead)
            {
                word.Append(key);
            }
        }

        return word.Finish();
    }

    private static bool ReadTone(ref LetterBuffer word, char key, char small)
    {
        const char AnyTone = 's';
        if (!word.HasVowel() || word.IsUndone(AnyTone))
        {
            return false;
        }

        ToneMark tone = small switch
        {
            's' => ToneMark.Sac,
            'f' => ToneMark.Huyen,
            'r' => ToneMark.Hoi,
            'x' => ToneMark.Nga,
            _ => ToneMark.Nang,
        };
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

    private static bool ReadToneRemoval(ref LetterBuffer word)
    {
        if (word.Tone == ToneMark.None)
        {
            return false;
        }

        word.RemoveTone();
        return true;
    }

    private static bool ReadCircumflex(ref LetterBuffer word, char key, char small)
    {
        if (word.IsUndone(small))
        {
            return false;
        }

        (int start, int end) = word.Cluster();
        for (int i = end - 1; i >= start; i--)
        {
            char letter = word[i];
            if (LetterBuffer.Base(letter) != small)
            {
                continue;
            }

            if (small == 'o' && i + 1 < end && LetterBuffer.Base(word[i + 1]) is 'a' or 'e')
            {
                return false;   // ngoèo, ngoao: no rhyme begins with ôa or ôe
            }

            if (letter == LetterBuffer.WithCircumflex(letter))
            {
                word.UndoMark(i, 1, key);
            }
            else
            {
                word.MarkByRepetition(i, LetterBuffer.WithCircumflex(letter));
            }

            return true;
        }

        return false;
    }

    private static bool ReadHorn(ref LetterBuffer word, char key)
    {
        if (word.IsUndone('w'))
        {
            return false;
        }

        (int start, int end) cluster = word.Cluster();
        if (cluster.start == cluster.end)
        {
            word.Append(key == 'W' ? 'Ư' : 'ư', isHornKey: true);
            word.Mark(word.Length - 1, 'ư', KeyTraces.Horn);
            return true;
        }

        if (word.IndexOfUo(cluster) is var uo and >= 0)
        {
            if (word[uo] == 'ư' && word[uo + 1] == 'ơ')
            {
                word.UndoMark(uo, 2, key);
            }
            else
            {
                word.MarkBoth(uo, KeyTraces.Horn);
            }

            return true;
        }

        int target = HornTarget(in word, cluster, out bool isMarked);
        if (isMarked)
        {
            word.UndoMark(target, 1, key);
        }
        else if (target >= 0)
        {
            word.Mark(target, LetterBuffer.WithHornOrBreve(word[target]), KeyTraces.Horn);
        }

        return target >= 0;
    }

    /// <summary>The letter of a cluster without <c>uo</c> that <c>w</c> is for, or -1.</summary>
    private static int HornTarget(in LetterBuffer word, (int Start, int End) cluster, out bool isMarked)
    {
        isMarked = false;
        int firstU = -1;
        int last = -1;
        int pair = -1;
        for (int i = cluster.Start; i < cluster.End; i++)
        {
            char letter = word[i];
            char next = i + 1 < cluster.End ? LetterBuffer.Base(word[i + 1]) : ' ';
            switch (letter, next)
            {
                case ('u', 'u'):
                    return i;
                case ('ă' or 'ơ' or 'ư', _):
                    isMarked = true;
                    return i;
            }

            char letterBase = LetterBuffer.Base(letter);
            if (letterBase is 'a' or 'o' or 'u')
            {
                last = i;
            }

            if (letterBase == 'u' && firstU < 0)
            {
                firstU = i;
            }

            pair = (letterBase, next) switch { ('o', 'a') => i + 1, ('u', 'a') when pair < 0 => i, _ => pair };
        }

        return pair >= 0 ? pair : firstU >= 0 && LetterBuffer.Base(word[last]) != 'a' ? firstU : last;
    }

    private static bool ReadStroke(ref LetterBuffer word, char key)
    {
        if (word.Length > 1 && word[word.Length - 1] == 'd' && !word.HasVowel())
        {
            word.MarkByRepetition(word.Length - 1, 'đ');   // LDDLDD: an abbreviation, LĐLĐ
            return true;
        }

        if (word.Length == 0 || LetterBuffer.Base(word[0]) != 'd' || word.IsUndone('d'))
        {
            return false;
        }

        bool isDirect = word.Length == 1;
        if (word[0] == 'đ')
        {
            if (isDirect)
            {
                word.UndoMark(0, 1, key);
            }

            return isDirect;
        }

        bool isRead = isDirect || word.HasVowel();
        if (isRead)
        {
            word.MarkByRepetition(0, 'đ');
        }

        return isRead;
    }
}
