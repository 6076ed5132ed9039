namespace Search.Vietnamese.Unicode;

/// <summary>The letters of the Vietnamese alphabet, taken apart into letter, tone mark and case by one table look-up.</summary>
/// <remarks>A <i>letter code</i> is the place of the letter, its letter mark kept and its tone mark removed, in <see cref="Alphabet"/>,
/// counted from 1; 0 is no Vietnamese letter (f j w z among them). Tones are numbered 0 none, 1 sắc, 2 huyền, 3 hỏi, 4 ngã, 5 nặng.</remarks>
internal static class Letters
{
    public const string Alphabet = "aăâbcdđeêghiklmnoôơpqrstuưvxy";

    /// <summary>The most letters of a spelling.</summary>
    public const int LongestSpelling = sizeof(ulong);

    private const int CodeBits = 5;
    private const int ToneShift = CodeBits;
    private const int UpperBit = 1 << 8;

    /// <summary>Each vowel with its six tones, in the order of the tone numbers.</summary>
    private static readonly string[] ToneRows =
        ["aáàảãạ", "ăắằẳẵặ", "âấầẩẫậ", "eéèẻẽẹ", "êếềểễệ", "iíìỉĩị", "oóòỏõọ", "ôốồổỗộ", "ơớờởỡợ", "uúùủũụ", "ưứừửữự", "yýỳỷỹỵ"];

    private static readonly char[,] Toned = BuildToned();
    private static readonly ushort[] Table = BuildTable();

    /// <summary>The letter code of either case of a letter, or 0.</summary>
    public static int Code(char letter) => letter < Table.Length ? Table[letter] & ((1 << CodeBits) - 1) : 0;

    /// <summary>The code, tone and case of a letter in one value; 0 for no Vietnamese letter.</summary>
    public static int Parts(char letter) => letter < Table.Length ? Table[letter] : 0;

    public static int CodeOf(int parts) => parts & ((1 << CodeBits) - 1);

    public static int ToneOf(int parts) => (parts >> ToneShift) & 7;

    public static bool IsUpper(int parts) => (parts & UpperBit) != 0;

    /// <summary>The letters of a word in one integer, a byte each with letter code and tone, the first letter highest: its <i>spelling</i>. Case is left out.</summary>
    /// <param name="letters">At most <see cref="LongestSpelling"/> Vietnamese letters.</param>
    public static ulong Spell(ReadOnlySpan<char> letters)
    {
        ulong spelling = 0;
        foreach (char letter in letters)
        {
            spelling = Append(spelling, Parts(letter));
        }

        return spelling;
    }

    /// <summary>The spelling with one letter more.</summary>
    public static ulong Append(ulong spelling, int parts) => (spelling << 8) | (byte)parts;

    /// <summary>The spelling with a tone mark added.</summary>
    /// <param name="spelling">A spelling.</param>
    /// <param name="fromEnd">The letter without a tone that takes it, 0 for the last.</param>
    /// <param name="tone">The tone.</param>
    public static ulong AddTone(ulong spelling, int fromEnd, int tone) => spelling | ((ulong)tone << ((8 * fromEnd) + ToneShift));

    /// <summary>The letter with a tone mark, which for a consonant must be 0.</summary>
    public static char Compose(int code, int tone, bool upper)
    {
        char lower = Toned[code, tone];
        return upper ? char.ToUpperInvariant(lower) : lower;
    }

    private static char[,] BuildToned()
    {
        var toned = new char[Alphabet.Length + 1, 6];
        for (int i = 0; i < Alphabet.Length; i++)
        {
            toned[i + 1, 0] = Alphabet[i];
        }

        foreach (string row in ToneRows)
        {
            for (int tone = 0; tone < row.Length; tone++)
            {
                toned[Alphabet.IndexOf(row[0], StringComparison.Ordinal) + 1, tone] = row[tone];
            }
        }

        return toned;
    }

    private static ushort[] BuildTable()
    {
        var table = new ushort['ỹ' + 1];   // ỹ U+1EF9 is the last of them
        for (int code = 1; code <= Alphabet.Length; code++)
        {
            for (int tone = 0; tone < 6; tone++)
            {
                if (Toned[code, tone] is var letter and not '\0')
                {
                    int parts = code | (tone << ToneShift);
                    table[letter] = (ushort)parts;
                    table[char.ToUpperInvariant(letter)] = (ushort)(parts | UpperBit);
                }
            }
        }

        return table;
    }
}
