using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Search.Vietnamese.Syllables;
using Search.Vietnamese.Unicode;

namespace Search.Vietnamese.Typing;

/// <summary>A word while its keys are read: its letters with their letter marks, one tone for all of them, and the keys that were undone.</summary>
/// <remarks>Letters are kept small, their case and their tone apart, so that a rule names each letter once.</remarks>
internal struct LetterBuffer
{
    /// <summary>A syllable has at most seven letters; more keys than this are no attempt to type one.</summary>
    public const int MaxKeys = 32;

    private Chars _letters;
    private uint _capitals;
    private uint _undone;
    private int _marks;
    private bool _endsInHornKey;
    private bool _endsInLetterKey;

    [InlineArray(MaxKeys)]
    private struct Chars
    {
        private char _first;
    }

    public int Length { get; private set; }

    public ToneMark Tone { get; private set; }

    public KeyTraces Traces { get; private set; }

    /// <summary>The letters; after <see cref="Finish"/> in their case and with the tone.</summary>
    [UnscopedRef]
    public readonly ReadOnlySpan<char> Text => ((ReadOnlySpan<char>)_letters)[..Length];

    public readonly char this[int index] => _letters[index];

    /// <summary>The letter below its letter mark: ă and â are a.</summary>
    public static char Base(char letter) => letter switch
    {
        'ă' or 'â' => 'a',
        'ê' => 'e',
        'ô' or 'ơ' => 'o',
        'ư' => 'u',
        'đ' => 'd',
        _ => letter,
    };

    /// <summary>ô, or the like; the letter itself where there is none.</summary>
    public static char WithCircumflex(char letter) => Base(letter) switch { 'a' => 'â', 'e' => 'ê', 'o' => 'ô', _ => letter };

    /// <summary>ơ or ư for o or u and ă for a; the letter itself where there is none.</summary>
    public static char WithHornOrBreve(char letter) => Base(letter) switch { 'a' => 'ă', 'o' => 'ơ', 'u' => 'ư', _ => letter };

    public void Append(char key, bool isHornKey = false)
    {
        bool isCapital = char.IsAsciiLetterUpper(key) || key == 'Ư';
        _letters[Length] = isCapital ? NormalizedText.Lower(key) : key;
        _capitals |= isCapital ? 1u << Length : 0;
        _endsInHornKey = isHornKey;
        _endsInLetterKey = true;
        Length++;
        if (_marks > 0)
        {
            Traces |= KeyTraces.MarkInside;
        }
    }

    /// <summary>Puts a letter with another letter mark into the place of a letter.</summary>
    public void Mark(int index, char letter, KeyTraces trace)
    {
        _letters[index] = letter;
        AddMark(trace);
    }

    /// <summary>As <see cref="Mark"/>, for a key that repeats its letter: directly, or with other keys between.</summary>
    public void MarkByRepetition(int index, char letter) =>
        Mark(index, letter, _endsInLetterKey && index == Length - 1 ? KeyTraces.LetterMark : KeyTraces.LateMark);

    /// <summary>Gives both letters of a <c>uo</c> their horn.</summary>
    public void MarkBoth(int index, KeyTraces trace)
    {
        _letters[index] = 'ư';
        _letters[index + 1] = 'ơ';
        AddMark(trace);
    }

    public void SetTone(ToneMark tone)
    {
        AddMark(Tone == ToneMark.None ? KeyTraces.Tone : KeyTraces.Tone | KeyTraces.Retone);
        Tone = tone;
    }

    public void RemoveTone()
    {
        Tone = ToneMark.None;
        AddMark(KeyTraces.ToneRemoved);
    }

    /// <summary>Takes the tone off again: from now on its keys are letters.</summary>
    public void UndoTone(char key, char toneKey)
    {
        Tone = ToneMark.None;
        Undo(key, toneKey);
    }

    /// <summary>Takes the letter mark of one or two letters off again: from now on its key is a letter.</summary>
    public void UndoMark(int index, int count, char key)
    {
        if (_endsInHornKey && index == Length - 1)
        {
            Length--;   // the whole letter was the key's
            _capitals &= (1u << Length) - 1;
        }
        else
        {
            for (int i = index; i < index + count; i++)
            {
                _letters[i] = Base(_letters[i]);
            }
        }

        Undo(key, key);
    }

    public readonly bool IsUndone(char key) => (_undone & Bit(key)) != 0;

    public readonly bool HasVowel()
    {
        for (int i = 0; i < Length; i++)
        {
            if (IsVowel(_letters[i]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The last run of vowels, without the u of <c>qu</c> and the i of an initial <c>gi</c> before another vowel than e.</summary>
    /// <returns>Indices, the end exclusive; equal where there is none.</returns>
    public readonly (int Start, int End) Cluster()
    {
        int end = Length;
        while (end > 0 && !IsVowel(_letters[end - 1]))
        {
            end--;
        }

        int start = end;
        while (start > 0 && IsVowel(_letters[start - 1]))
        {
            start--;
        }

        bool isOnsetVowel = start == 1 && end > 1 && (_letters[0], _letters[1]) switch
        {
            ('q', 'u') => true,
            ('g', 'i') => end > 2 && Base(_letters[2]) != 'e',
            _ => false,
        };
        return (isOnsetVowel ? start + 1 : start, end);
    }

    /// <summary>Where the vowels of the cluster have u and o side by side, with horns or without; -1 if they have not.</summary>
    public readonly int IndexOfUo((int Start, int End) cluster)
    {
        for (int i = cluster.Start; i + 1 < cluster.End; i++)
        {
            if (Base(_letters[i]) == 'u' && Base(_letters[i + 1]) == 'o')
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Says what the letters are and puts them into their final form.</summary>
    public TypedWordKind Finish()
    {
        Span<char> letters = ((Span<char>)_letters)[..Length];
        if (_undone == 0)
        {
            MendHorns(letters);
        }

        bool isSyllable = SyllableGrammar.TryParse(letters, out Syllable syllable, out int rhymeStart);
        SyllableGrammar.RhymeEntry rhyme = isSyllable ? SyllableGrammar.Rhyme(syllable.RhymeIndex) : default;
        isSyllable = isSyllable && (!rhyme.HasStop || Tone is ToneMark.Sac or ToneMark.Nang);
        int bearer = isSyllable ? rhymeStart + rhyme.ToneLetterOld : Cluster().End - 1;
        for (int i = 0; i < letters.Length; i++)
        {
            int code = Letters.Code(letters[i]);
            bool isCapital = (_capitals & (1u << i)) != 0;
            letters[i] = code == 0
                ? (isCapital ? char.ToUpperInvariant(letters[i]) : letters[i])
                : Letters.Compose(code, i == bearer ? (int)Tone : 0, isCapital);
        }

        return _undone != 0 ? TypedWordKind.Undone : isSyllable ? TypedWordKind.Syllable : TypedWordKind.Keys;
    }

    /// <summary>Typists give <c>uo</c> one horn or two, before or after the consonant that decides: được and thuở are both meant by either.</summary>
    private readonly void MendHorns(Span<char> letters)
    {
        int u = IndexOfUo((0, Length));
        if (u < 0 || (letters[u] == 'u' && letters[u + 1] != 'ơ'))
        {
            return;
        }

        letters[u] = 'ư';
        letters[u + 1] = 'ơ';
        if (!SyllableGrammar.TryParse(letters, out _, out _))
        {
            letters[u] = 'u';
        }
    }

    private static bool IsVowel(char letter) => Base(letter) is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';

    /// <summary>Letters and digits differ in their five low bits among the keys of one method.</summary>
    private static uint Bit(char key) => 1u << (key & 31);

    private void AddMark(KeyTraces trace)
    {
        _endsInLetterKey = false;
        Traces |= trace;
        if (++_marks > 1)
        {
            Traces |= KeyTraces.TwoMarks;
        }

        if (Tone != ToneMark.None && (trace & (KeyTraces.LetterMark | KeyTraces.LateMark)) != 0)
        {
            Traces |= KeyTraces.LetterMarkAfterTone;
        }
    }

    private void Undo(char key, char undone)
    {
        _undone |= Bit(undone);
        Append(key);
    }
}
