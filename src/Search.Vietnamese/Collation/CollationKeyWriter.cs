using System.Runtime.InteropServices;
using System.Text;
using Search.Vietnamese.Syllables;
using Search.Vietnamese.Unicode;

namespace Search.Vietnamese.Collation;

/// <summary>Writes sort keys. A key is the text's letters, its tones and other marks, and its cases, each level closed by a 0 byte.</summary>
/// <remarks>
/// <para>Letters: a byte for each ASCII sign (its code + 1) and each letter of the Latin alphabet with ă â đ ê ô ơ ư; other signs and other scripts
/// have a lead byte and their code point in three; a number has a lead byte, the count of its digits and the digits. Tones and cases: a byte for each of
/// these, more for a letter with marks; what is ordinary at the end of a level is left out, which changes no order.</para>
/// <para>An instance is a buffer to be reused. Not thread-safe.</para>
/// </remarks>
internal sealed class CollationKeyWriter
{
    private const string Alphabet = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";

    private const byte EndOfLevel = 0;
    private const byte OtherSign = 0x81;
    private const byte Number = 0x82;
    private const byte FirstLetter = 0x83;
    private const byte OtherLetter = 0xA4;

    /// <summary>A number of this many digits or more has its count in four further bytes.</summary>
    private const byte ManyDigits = 0xFF;

    /// <summary>Of tones and of cases: no tone, a small letter.</summary>
    private const byte Ordinary = 1;
    private const byte Capital = 2;
    private const byte OtherMark = 7;

    /// <summary>The weights of the tones in the order of their numbers, which is not that of the dictionary.</summary>
    private static readonly byte[] ToneWeights = [Ordinary, 5, 2, 3, 4, 6];

    private static readonly byte[] LetterWeights = BuildLetterWeights();

    private readonly NormalizedText _text = new();
    private readonly List<byte> _key = [];
    private readonly List<byte> _tones = [];
    private readonly List<byte> _cases = [];
    private readonly List<char> _decomposed = [];
    private char[] _chars = [];

    /// <summary>The key of a text, valid until the next call.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="isName">Whether its last word comes first, then its first word, then those between.</param>
    public ReadOnlySpan<byte> Write(ReadOnlySpan<char> text, bool isName)
    {
        _key.Clear();
        _cases.Clear();
        ReadOnlySpan<char> canonical = Canonical(text);
        if (isName)
        {
            canonical = canonical.Trim(' ');
            int surnameEnd = canonical.IndexOf(' ') is var first and >= 0 ? first : canonical.Length;
            int givenStart = canonical.LastIndexOf(' ') + 1;
            WritePart(canonical[givenStart..]);
            WritePart(givenStart > 0 ? canonical[..surnameEnd] : []);
            WritePart(surnameEnd < givenStart ? canonical[surnameEnd..givenStart].Trim(' ') : []);
        }
        else
        {
            WritePart(canonical);
        }

        Append(_cases);
        return CollectionsMarshal.AsSpan(_key);
    }

    /// <summary>Normalized, each word with its tone mark in the canonical place.</summary>
    private ReadOnlySpan<char> Canonical(ReadOnlySpan<char> text)
    {
        _text.Set(text);
        if (_chars.Length < _text.Length)
        {
            _chars = new char[Math.Max(_text.Length, 2 * _chars.Length)];
        }

        Span<char> chars = _chars.AsSpan(0, _text.Length);
        _text.Chars.CopyTo(chars);
        for (int start = 0; start < chars.Length; start++)
        {
            int end = start;
            while (end < chars.Length && CharClasses.Of(chars[end]) is CharClass.Letter or CharClass.UpperLetter or CharClass.Mark)
            {
                end++;
            }

            TonePlacement.Place(chars[start..end]);
            start = end;
        }

        return chars;
    }

    /// <summary>Writes the letters and the tones of a part, and keeps the cases for the end.</summary>
    private void WritePart(ReadOnlySpan<char> part)
    {
        _tones.Clear();
        int i = 0;
        while (i < part.Length)
        {
            int letter = part[i] < LetterWeights.Length ? LetterWeights[part[i]] : 0;
            i += letter != 0 ? WriteLetter(letter, part[i]) : WriteOther(part[i..]);
        }

        _key.Add(EndOfLevel);
        Append(_tones);
        _key.Add(EndOfLevel);
    }

    /// <summary>A letter with or without a tone, or an ASCII sign. Returns the code units read, as those below.</summary>
    private int WriteLetter(int weight, char c)
    {
        int parts = Letters.Parts(c);
        AddElement((byte)weight, Letters.IsUpper(parts) || char.IsAsciiLetterUpper(c));
        if (Letters.ToneOf(parts) is var tone and not 0)
        {
            _tones.Add(ToneWeights[tone]);
        }

        return 1;
    }

    private int WriteOther(ReadOnlySpan<char> text)
    {
        switch (CharClasses.At(text, 0, out int length))
        {
            case CharClass.Digit:
                return WriteNumber(text);
            case CharClass.Mark:
                AddMark(text[0]);
                return length;
            case CharClass.Letter or CharClass.UpperLetter when length == 1:
                WriteForeignLetter(text[0]);
                return length;
            case CharClass.Letter or CharClass.UpperLetter or CharClass.Han:
                Rune.DecodeFromUtf16(text, out Rune rune, out _);
                WriteCodePoint(OtherLetter, Rune.ToLowerInvariant(rune).Value, Rune.IsUpper(rune));
                return length;
            default:
                Rune.DecodeFromUtf16(text, out Rune sign, out _);
                WriteCodePoint(OtherSign, sign.Value, isCapital: false);
                return length;
        }
    }

    /// <summary>A run of digits, by its value: leading zeros do not count.</summary>
    private int WriteNumber(ReadOnlySpan<char> text)
    {
        AddElement(Number, isCapital: false);
        int countAt = _key.Count;
        _key.Add(0);
        int read = 0;
        int digits = 0;
        while (read < text.Length && CharClasses.At(text[read..], 0, out int length) == CharClass.Digit)
        {
            Rune.DecodeFromUtf16(text[read..], out Rune rune, out _);
            int value = (int)Rune.GetNumericValue(rune);
            if (digits > 0 || value > 0)
            {
                _key.Add((byte)value);
                digits++;
            }

            read += length;
        }

        _key[countAt] = (byte)Math.Min(digits, ManyDigits);
        if (digits >= ManyDigits)
        {
            _key.InsertRange(countAt + 1, [(byte)(digits >> 24), (byte)(digits >> 16), (byte)(digits >> 8), (byte)digits]);
        }

        return read;
    }

    /// <summary>A Latin letter with other marks stands with its base letter, a letter of another script after all Latin ones.</summary>
    private void WriteForeignLetter(char c)
    {
        bool isCapital = CharClasses.Of(c) == CharClass.UpperLetter;
        char small = NormalizedText.Lower(c);
        _decomposed.Clear();
        Composition.Decompose(small, _decomposed);
        ReadOnlySpan<char> spelled = small switch
        {
            'ø' => "o\u0338",
            'ł' => "l\u0335",
            'ı' => "i\u0335",
            'æ' => "a\u0338e",
            'œ' => "o\u0338e",
            'ß' or 'ẞ' => "s\u0338s",
            _ => CollectionsMarshal.AsSpan(_decomposed),
        };
        foreach (char part in spelled)
        {
            if (CharClasses.Of(part) == CharClass.Mark)
            {
                AddMark(part);
            }
            else if (part < LetterWeights.Length && LetterWeights[part] is var weight and not 0)
            {
                AddElement(weight, isCapital);
            }
            else
            {
                WriteCodePoint(OtherLetter, part, isCapital);
            }
        }
    }

    private void WriteCodePoint(byte lead, int codePoint, bool isCapital)
    {
        AddElement(lead, isCapital);
        _key.AddRange([(byte)(codePoint >> 16), (byte)(codePoint >> 8), (byte)codePoint]);
    }

    private void AddElement(byte weight, bool isCapital)
    {
        _key.Add(weight);
        _tones.Add(Ordinary);
        _cases.Add(isCapital ? Capital : Ordinary);
    }

    private void AddMark(char mark)
    {
        int tone = "\u0301\u0300\u0309\u0303\u0323".IndexOf(mark, StringComparison.Ordinal) + 1;
        if (tone > 0)
        {
            _tones.Add(ToneWeights[tone]);
        }
        else
        {
            _tones.AddRange([OtherMark, (byte)(mark >> 8), (byte)mark]);
        }
    }

    /// <summary>Appends a level without what is ordinary at its end.</summary>
    private void Append(List<byte> level) =>
        _key.AddRange(CollectionsMarshal.AsSpan(level).TrimEnd(Ordinary));

    /// <summary>The weight of each ASCII sign and of each letter of the alphabet in either case and with any tone; 0 for all else.</summary>
    private static byte[] BuildLetterWeights()
    {
        var weights = new byte['ỹ' + 1];
        for (char c = '\0'; c < weights.Length; c++)
        {
            char small = char.ToLowerInvariant(c);
            char letter = Letters.Code(small) is var code and > 0 ? Letters.Alphabet[code - 1] : small;
            int place = Alphabet.IndexOf(letter, StringComparison.Ordinal);
            weights[c] = place >= 0 ? (byte)(FirstLetter + place)
                : c < 0x80 && !char.IsAsciiDigit(c) ? (byte)(c + 1)
                : (byte)0;
        }

        return weights;
    }
}
