using System.Buffers;
using System.Globalization;
using System.Text;

namespace Search.Vietnamese.Unicode;

/// <summary>What a UTF-16 code unit of normalized text is to the tokenizer.</summary>
internal enum CharClass : byte
{
    Other,
    Space,
    Letter,
    UpperLetter,
    Digit,

    /// <summary>U+0300–036F, which belongs to the run of the letter or digit before it.</summary>
    Mark,

    /// <summary>A Chinese ideograph, a token by itself.</summary>
    Han,
    Surrogate,
}

internal static class CharClasses
{
    private static readonly CharClass[] Table = Build();

    public static CharClass Of(char c) => Table[c];

    /// <summary>The class of the code point at an offset; <paramref name="length"/> is its code units.</summary>
    public static CharClass At(ReadOnlySpan<char> text, int offset, out int length)
    {
        length = 1;
        CharClass found = Table[text[offset]];
        if (found != CharClass.Surrogate)
        {
            return found;
        }

        return Rune.DecodeFromUtf16(text[offset..], out Rune rune, out length) == OperationStatus.Done
            ? OfCodePoint(rune.Value, Rune.GetUnicodeCategory(rune))
            : CharClass.Other;
    }

    public static bool IsLetter(CharClass c) => c is CharClass.Letter or CharClass.UpperLetter;

    public static bool IsMark(UnicodeCategory category) => category is
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    private static CharClass[] Build()
    {
        var table = new CharClass[char.MaxValue + 1];
        for (int c = 0; c < table.Length; c++)
        {
            table[c] = char.IsSurrogate((char)c) ? CharClass.Surrogate : OfCodePoint(c, CharUnicodeInfo.GetUnicodeCategory((char)c));
        }

        return table;
    }

    private static CharClass OfCodePoint(int codePoint, UnicodeCategory category) => category switch
    {
        _ when IsHan(codePoint) => CharClass.Han,
        UnicodeCategory.UppercaseLetter or UnicodeCategory.TitlecaseLetter => CharClass.UpperLetter,
        UnicodeCategory.LowercaseLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter => CharClass.Letter,
        UnicodeCategory.DecimalDigitNumber => CharClass.Digit,
        UnicodeCategory.SpaceSeparator => CharClass.Space,
        _ when codePoint is >= 0x0300 and <= 0x036F => CharClass.Mark,
        _ => CharClass.Other,
    };

    /// <summary>Letters of the script Han in the blocks that hold ideographs (Unicode Standard, chapter 18).</summary>
    private static bool IsHan(int codePoint) => codePoint is
        0x3005 or 0x3007 or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF)
        or (>= 0x20000 and <= 0x2FA1F) or (>= 0x30000 and <= 0x323AF);
}
