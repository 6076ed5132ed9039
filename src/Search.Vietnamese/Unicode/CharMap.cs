using System.Collections.Frozen;
using System.Globalization;
using Search.Vietnamese.Data;

namespace Search.Vietnamese.Unicode;

/// <summary>What normalization does with one code unit before it composes.</summary>
internal enum CharTreatment : byte
{
    /// <summary>Passes as it is, if no mark follows.</summary>
    Plain,
    Mark,
    Delete,

    /// <summary>Is replaced by one or more characters.</summary>
    Replace,

    /// <summary>A digit after a letter, a space otherwise.</summary>
    Superscript,
    ZeroWidthSpace,
    Surrogate,
}

/// <summary>The table <c>char-map.tsv</c>: characters that normalization deletes or replaces.</summary>
internal static class CharMap
{
    private const char ZeroWidthSpace = '\u200B';

    private static readonly FrozenDictionary<char, string> Replacements = ReadReplacements();
    private static readonly FrozenDictionary<char, char> Superscripts = EmbeddedTable.Rows("char-map.tsv")
        .Where(row => row[2] == "superscript")
        .ToFrozenDictionary(row => (char)EmbeddedTable.CodePoint(row[0]), row => (char)EmbeddedTable.CodePoint(row[1].Split(' ')[0]));

    private static readonly CharTreatment[] Treatments = BuildTreatments();

    public static CharTreatment Of(char c) => Treatments[c];

    public static string Replacement(char c) => Replacements[c];

    public static char SuperscriptDigit(char c) => Superscripts[c];

    /// <summary>Tags and variation selectors of plane 14, which are deleted.</summary>
    public static bool IsDeleted(int codePoint) => codePoint is (>= 0xE0000 and <= 0xE007F) or (>= 0xE0100 and <= 0xE01EF);

    /// <summary>The plain letter or digit behind a mathematical alphanumeric symbol (U+1D400–1D7FF), by its compatibility mapping.</summary>
    /// <returns>'\0' for any other code point.</returns>
    public static char MathematicalLetter(int codePoint)
    {
        const string Greek = "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΘΣΤΥΦΧΨΩ∇αβγδεζηθικλμνξοπρςστυφχψω∂εθκφρπ";
        const string Latin = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
        return codePoint switch
        {
            >= 0x1D400 and <= 0x1D6A3 => Latin[(codePoint - 0x1D400) % Latin.Length],
            0x1D6A4 => 'ı',
            0x1D6A5 => 'ȷ',
            >= 0x1D6A8 and <= 0x1D7C9 => Greek[(codePoint - 0x1D6A8) % Greek.Length],
            0x1D7CA => 'Ϝ',
            0x1D7CB => 'ϝ',
            >= 0x1D7CE and <= 0x1D7FF => (char)('0' + ((codePoint - 0x1D7CE) % 10)),
            _ => '\0',
        };
    }

    private static FrozenDictionary<char, string> ReadReplacements()
    {
        var replacements = new Dictionary<char, string>();
        foreach (string[] row in EmbeddedTable.Rows("char-map.tsv").Where(row => row[0].Length == 4 && (row[2] == "space" || row[2].StartsWith("replace", StringComparison.Ordinal))))
        {
            replacements[(char)EmbeddedTable.CodePoint(row[0])] = string.Concat(row[1].Split(' ').Select(hex => (char)EmbeddedTable.CodePoint(hex)));
        }

        for (int fullWidth = 0xFF01; fullWidth <= 0xFF5E; fullWidth++)
        {
            replacements.TryAdd((char)fullWidth, ((char)(fullWidth - 0xFEE0)).ToString());
        }

        return replacements.ToFrozenDictionary();
    }

    private static CharTreatment[] BuildTreatments()
    {
        var treatments = new CharTreatment[char.MaxValue + 1];
        for (int c = 0; c < treatments.Length; c++)
        {
            treatments[c] = char.IsSurrogate((char)c) ? CharTreatment.Surrogate
                : CharClasses.IsMark(CharUnicodeInfo.GetUnicodeCategory((char)c)) ? CharTreatment.Mark
                : CharTreatment.Plain;
        }

        foreach (char c in Replacements.Keys)
        {
            treatments[c] = CharTreatment.Replace;
        }

        foreach (char c in Superscripts.Keys)
        {
            treatments[c] = CharTreatment.Superscript;
        }

        foreach (string[] row in EmbeddedTable.Rows("char-map.tsv").Where(row => row[0].Length == 4 && row[2] == "delete"))
        {
            treatments[EmbeddedTable.CodePoint(row[0])] = CharTreatment.Delete;
        }

        treatments[ZeroWidthSpace] = CharTreatment.ZeroWidthSpace;
        return treatments;
    }
}
