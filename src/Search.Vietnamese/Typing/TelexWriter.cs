using System.Text;
using Search.Vietnamese.Syllables;
using Search.Vietnamese.Unicode;

namespace Search.Vietnamese.Typing;

/// <summary>Writes one text as Telex keys.</summary>
internal sealed class TelexWriter(TelexHabit habit)
{
    private readonly StringBuilder _keys = new();

    public string Write(ReadOnlySpan<char> text)
    {
        ReadOnlySpan<char> rest = NormalizedText.Normalize(text);
        while (!rest.IsEmpty)
        {
            int length = 0;
            while (length < rest.Length && (Letters.Parts(rest[length]) != 0 || char.IsAsciiLetter(rest[length])))
            {
                length++;
            }

            if (length == 0)
            {
                _keys.Append(rest[0]);
                rest = rest[1..];
            }
            else
            {
                WriteWord(rest[..length]);
                rest = rest[length..];
            }
        }

        return _keys.ToString();
    }

    private void WriteWord(ReadOnlySpan<char> word)
    {
        bool isUpper = word.Length > 1;
        foreach (char letter in word)
        {
            isUpper &= char.IsUpper(letter);
        }

        if (SyllableGrammar.TryParse(word, out Syllable syllable, out int rhymeStart))
        {
            WriteSyllable(word, rhymeStart, syllable.Tone, isUpper);
            return;
        }

        foreach (char letter in word)
        {
            int parts = Letters.Parts(letter);
            WriteBase(letter);
            WriteKey(MarkKey(letter), isUpper);
            WriteKey(ToneKey((ToneMark)Letters.ToneOf(parts)), isUpper);
        }
    }

    private void WriteSyllable(ReadOnlySpan<char> word, int rhymeStart, ToneMark tone, bool isUpper)
    {
        var lateKeys = "";
        int vowelsEnd = rhymeStart;
        while (vowelsEnd < word.Length && IsVowel(word[vowelsEnd]))
        {
            vowelsEnd++;
        }

        for (int i = 0; i < word.Length; i++)
        {
            char key = MarkKey(word[i]);
            bool sharesNextKey = i + 1 < word.Length && MarkOf(word[i]) == 'ư' && MarkOf(word[i + 1]) == 'ơ';
            WriteBase(word[i]);
            if (i > rhymeStart && MarkOf(word[i]) == 'o' && MarkOf(word[i - 1]) == 'o')
            {
                WriteKey('o', isUpper);   // xooong: two make ô, the third takes it apart again
            }

            if (!sharesNextKey && key != '\0')
            {
                if (habit == TelexHabit.MarksLast)
                {
                    lateKeys += key;
                }
                else
                {
                    WriteKey(key, isUpper);
                }
            }

            if (i == vowelsEnd - 1 && habit == TelexHabit.ToneAfterVowels)
            {
                WriteKey(ToneKey(tone), isUpper);
            }
        }

        foreach (char key in lateKeys)
        {
            WriteKey(key, isUpper);
        }

        if (habit != TelexHabit.ToneAfterVowels)
        {
            WriteKey(ToneKey(tone), isUpper);
        }
    }

    private void WriteBase(char letter)
    {
        char key = Letters.Parts(letter) == 0 ? letter : LetterBuffer.Base(MarkOf(letter));
        _keys.Append(char.IsUpper(letter) ? char.ToUpperInvariant(key) : key);
    }

    private void WriteKey(char key, bool isUpper)
    {
        if (key != '\0')
        {
            _keys.Append(isUpper ? char.ToUpperInvariant(key) : key);
        }
    }

    /// <summary>The small letter with its letter mark and without its tone.</summary>
    private static char MarkOf(char letter) => Letters.Code(letter) is var code and > 0 ? Letters.Alphabet[code - 1] : letter;

    private static bool IsVowel(char letter) => LetterBuffer.Base(MarkOf(letter)) is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';

    private static char MarkKey(char letter) => MarkOf(letter) switch
    {
        'â' => 'a',
        'ê' => 'e',
        'ô' => 'o',
        'ă' or 'ơ' or 'ư' => 'w',
        'đ' => 'd',
        _ => '\0',
    };

    private static char ToneKey(ToneMark tone) => "\0sfrxj"[(int)tone];
}
