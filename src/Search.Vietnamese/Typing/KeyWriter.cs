using System.Text;
using Search.Vietnamese.Syllables;
using Search.Vietnamese.Unicode;

namespace Search.Vietnamese.Typing;

/// <summary>Writes one text as the keys of a typing method.</summary>
/// <param name="markKeys">The keys for the marks of the <see cref="MarkedLetters"/>, in their order.</param>
/// <param name="toneKeys">The keys of the tones, in the order of their numbers; U+0000 for none.</param>
/// <param name="habit">When they are pressed.</param>
internal sealed class KeyWriter(string markKeys, string toneKeys, TypingHabit habit)
{
    private const string MarkedLetters = "âêôơưăđ";

    private const char NoKey = '\0';

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
            WriteLetter(letter);
            WriteKey(MarkKey(letter), isUpper);
            WriteKey(toneKeys[Letters.ToneOf(Letters.Parts(letter))], isUpper);
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
            WriteLetter(word[i]);
            if (i > rhymeStart && MarkOf(word[i]) == 'o' && MarkOf(word[i - 1]) == 'o' && markKeys.Contains('o', StringComparison.Ordinal))
            {
                WriteKey('o', isUpper);   // xooong: two make ô, the third takes it apart again
            }

            if (!sharesNextKey && key != NoKey)
            {
                if (habit == TypingHabit.MarksLast)
                {
                    lateKeys += key;
                }
                else
                {
                    WriteKey(key, isUpper);
                }
            }

            if (i == vowelsEnd - 1 && habit == TypingHabit.ToneAfterVowels)
            {
                WriteKey(toneKeys[(int)tone], isUpper);
            }
        }

        foreach (char key in lateKeys)
        {
            WriteKey(key, isUpper);
        }

        if (habit != TypingHabit.ToneAfterVowels)
        {
            WriteKey(toneKeys[(int)tone], isUpper);
        }
    }

    private void WriteLetter(char letter)
    {
        char key = Letters.Parts(letter) == 0 ? letter : LetterBuffer.Base(MarkOf(letter));
        _keys.Append(char.IsUpper(letter) ? char.ToUpperInvariant(key) : key);
    }

    private void WriteKey(char key, bool isUpper)
    {
        if (key != NoKey)
        {
            _keys.Append(isUpper ? char.ToUpperInvariant(key) : key);
        }
    }

    private char MarkKey(char letter) => MarkedLetters.IndexOf(MarkOf(letter), StringComparison.Ordinal) is var index and >= 0 ? markKeys[index] : NoKey;

    /// <summary>The small letter with its letter mark and without its tone.</summary>
    private static char MarkOf(char letter) => Letters.Code(letter) is var code and > 0 ? Letters.Alphabet[code - 1] : letter;

    private static bool IsVowel(char letter) => LetterBuffer.Base(MarkOf(letter)) is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';
}
