using Search.Vietnamese.Data;
using Search.Vietnamese.Unicode;

namespace Search.Vietnamese.Syllables;

/// <summary>Which onsets and rhymes there are and how they combine: the tables <c>onsets.tsv</c>, <c>rhymes.tsv</c> and
/// <c>syllable-shapes.tsv</c>, laid out for parsing without allocation.</summary>
/// <remarks>Letters are packed into integers of <see cref="Letters.CodeBits"/> bits each, the first letter highest, so that
/// an onset or a rhyme is found by one look-up.</remarks>
internal static class SyllableGrammar
{
    private const int LongestSyllable = 7;
    private const int HashBits = 12;
    private const int RhymeHashBits = 10;

    private static readonly string[] Onsets = [.. EmbeddedTable.Rows("onsets.tsv").Select(row => row[0] == "(none)" ? "" : row[0])];
    private static readonly RhymeEntry[] Rhymes = ReadRhymes();
    private static readonly PackedTable RhymeTable = PackedTable.Of(RhymeHashBits, Rhymes.Select(rhyme => rhyme.Text));
    private static readonly PackedTable OnsetTable = PackedTable.Of(6, Onsets);
    private static readonly PackedTable ShapeTable = PackedTable.Of(HashBits + 1, EmbeddedTable.Rows("syllable-shapes.tsv").Select(row => row[0]));

    private static readonly int NoOnset = Array.IndexOf(Onsets, "");
    private static readonly int Qu = Array.IndexOf(Onsets, "qu");
    private static readonly int Gi = Array.IndexOf(Onsets, "gi");
    private static readonly int RhymeI = Array.FindIndex(Rhymes, rhyme => rhyme.Text == "i");
    private static readonly int CodeE = Letters.Code('e');
    private static readonly int CodeEe = Letters.Code('ê');
    private static readonly int CodeI = Letters.Code('i');
    private static readonly int CodeY = Letters.Code('y');
    private static readonly int CodeG = Letters.Code('g');
    private static readonly int CodeQ = Letters.Code('q');
    private static readonly int CodeU = Letters.Code('u');

    /// <summary>Letter codes of a e i o u y with their letter marks.</summary>
    private static readonly bool[] IsVowel = [.. Enumerable.Range(0, Letters.Alphabet.Length + 1).Select(code => code > 0 && "aăâeêioôơuưy".Contains(Letters.Alphabet[code - 1], StringComparison.Ordinal))];

    /// <summary>What must follow an onset: any vowel, only e ê i y, or none of these.</summary>
    private static readonly FrontRule[] FrontRules = [.. Onsets.Select(onset => onset switch
    {
        "k" or "gh" or "ngh" => FrontRule.Required,
        "c" or "g" or "ng" => FrontRule.Forbidden,
        _ => FrontRule.Free,
    })];

    /// <summary>Onsets that may stand before the rhyme y alone.</summary>
    private static readonly bool[] TakesY = [.. Onsets.Select(onset => onset is "" or "h" or "k" or "l" or "m" or "n" or "s" or "t" or "th" or "v")];

    private enum FrontRule : byte
    {
        Free,
        Required,
        Forbidden,
    }

    [Flags]
    internal enum RhymeClasses : byte
    {
        None = 0,
        Plain = 1,
        Medial = 2,

        /// <summary>Written with y because nothing stands before it: yêu.</summary>
        InitialY = 4,

        /// <summary>Follows qu.</summary>
        AfterQu = 8,
    }

    internal readonly record struct RhymeEntry(string Text, RhymeClasses Classes, bool HasStop, int ToneLetterOld, int ToneLetterNew);

    public static string Onset(int index) => Onsets[index];

    public static RhymeEntry Rhyme(int index) => Rhymes[index];

    /// <summary>Whether a stop coda (c ch p t) bears another tone than sắc or nặng.</summary>
    public static bool IsUnmarkedStop(Syllable syllable) =>
        Rhymes[syllable.RhymeIndex].HasStop && syllable.Tone is not (ToneMark.Sac or ToneMark.Nang);

    public static bool IsShape(ReadOnlySpan<char> text)
    {
        if (text.Length is 0 or > LongestSyllable)
        {
            return false;
        }

        ulong packed = 0;
        foreach (char c in text)
        {
            int parts = Letters.Parts(c);
            if (parts == 0 || c > 'z')
            {
                return false;
            }

            packed = (packed << Letters.CodeBits) | (uint)Letters.CodeOf(parts);
        }

        return ShapeTable.Find(packed) >= 0;
    }

    /// <summary>Parses without the rule that a stop coda takes sắc or nặng.</summary>
    /// <param name="text">NFC letters, in either case.</param>
    /// <param name="syllable">The parts, if there are any.</param>
    /// <param name="rhymeStart">The index of the first letter of the rhyme.</param>
    public static bool TryParse(ReadOnlySpan<char> text, out Syllable syllable, out int rhymeStart)
    {
        syllable = default;
        rhymeStart = 0;
        if (text.Length is 0 or > LongestSyllable)
        {
            return false;
        }

        Span<int> codes = stackalloc int[LongestSyllable];
        int tone = 0;
        for (int i = 0; i < text.Length; i++)
        {
            int parts = Letters.Parts(text[i]);
            codes[i] = Letters.CodeOf(parts);
            int letterTone = Letters.ToneOf(parts);
            if (codes[i] == 0 || (letterTone != 0 && tone != 0))
            {
                return false;
            }

            tone |= letterTone;
        }

        int onset;
        int rhyme;
        codes = codes[..text.Length];
        if (codes is [var q, var u, ..] && q == CodeQ && u == CodeU)
        {
            (onset, rhymeStart) = (Qu, 2);
            rhyme = FindRhyme(codes[2..], RhymeClasses.AfterQu);
        }
        else if (codes is [var g, var i, ..] && g == CodeG && i == CodeI)
        {
            onset = Gi;
            (rhyme, rhymeStart) = FindRhymeAfterGi(codes);
        }
        else
        {
            rhymeStart = OnsetLength(codes);
            onset = OnsetTable.Find(Pack(codes[..rhymeStart]));
            rhyme = onset < 0 ? -1 : FindRhymeAfter(onset, codes[rhymeStart..]);
        }

        if (rhyme < 0)
        {
            return false;
        }

        syllable = new Syllable(onset, rhyme, (ToneMark)tone);
        return true;
    }

    private static int OnsetLength(ReadOnlySpan<int> codes)
    {
        int length = 0;
        while (length < codes.Length && !IsVowel[codes[length]])
        {
            length++;
        }

        return length;
    }

    private static (int Rhyme, int Start) FindRhymeAfterGi(ReadOnlySpan<int> codes)
    {
        if (codes.Length == 2)
        {
            return (RhymeI, 1);   // gì: the i is both
        }

        if (codes[2] == CodeEe || !IsVowel[codes[2]])
        {
            // giếng is gi + iêng, gìn is gi + in: the i belongs to both, too.
            int shared = FindRhyme(codes[1..], RhymeClasses.Plain);
            return (shared >= 0 && (codes[2] == CodeEe || Rhymes[shared].Text is "im" or "ip" or "it" or "ich" or "inh" or "in") ? shared : -1, 1);
        }

        return (codes[2] == CodeI || codes[2] == CodeY ? -1 : FindRhyme(codes[2..], RhymeClasses.Plain | RhymeClasses.Medial), 2);
    }

    private static int FindRhymeAfter(int onset, ReadOnlySpan<int> rest)
    {
        bool hasOnset = onset != NoOnset;
        int rhyme = FindRhyme(rest, RhymeClasses.Plain | RhymeClasses.Medial | (hasOnset ? RhymeClasses.None : RhymeClasses.InitialY));
        if (rhyme < 0)
        {
            return -1;
        }

        bool isFront = rest[0] == CodeE || rest[0] == CodeEe || rest[0] == CodeI || rest[0] == CodeY;
        bool isRight = FrontRules[onset] switch
        {
            FrontRule.Required => isFront,
            FrontRule.Forbidden => !isFront,
            _ => true,
        };
        bool startsWithIe = rest.Length > 1 && rest[0] == CodeI && rest[1] == CodeEe;
        bool isY = rest.Length == 1 && rest[0] == CodeY;
        return isRight && (hasOnset || !startsWithIe) && (!isY || TakesY[onset]) ? rhyme : -1;
    }

    private static int FindRhyme(ReadOnlySpan<int> codes, RhymeClasses allowed)
    {
        int rhyme = codes.Length is 0 or > 4 ? -1 : RhymeTable.Find(Pack(codes));
        return rhyme >= 0 && (Rhymes[rhyme].Classes & allowed) != 0 ? rhyme : -1;
    }

    private static ulong Pack(ReadOnlySpan<int> codes)
    {
        ulong packed = 0;
        foreach (int code in codes)
        {
            packed = (packed << Letters.CodeBits) | (uint)code;
        }

        return packed;
    }

    private static RhymeEntry[] ReadRhymes()
    {
        static RhymeClasses ClassOf(string name) => name switch
        {
            "plain" => RhymeClasses.Plain,
            "medial" => RhymeClasses.Medial,
            "y-" => RhymeClasses.InitialY,
            "Q" => RhymeClasses.AfterQu,
            _ => throw new InvalidOperationException($"rhymes.tsv names the unknown class {name}."),
        };

        return [.. EmbeddedTable.Rows("rhymes.tsv")
            .GroupBy(row => row[0], StringComparer.Ordinal)
            .Select(rows => rows.Select(row => new RhymeEntry(row[0], ClassOf(row[1]), row[2] == "1", row[3][0] - '0', row[4][0] - '0'))
                .Aggregate((a, b) => a with { Classes = a.Classes | b.Classes }))];
    }

    /// <summary>A fixed hash table from packed letters to the index of the entry, with open addressing.</summary>
    private sealed class PackedTable
    {
        private readonly ulong[] _keys;
        private readonly short[] _values;
        private readonly int _shift;

        private PackedTable(int bits)
        {
            _keys = new ulong[1 << bits];
            _values = new short[1 << bits];
            _shift = 64 - bits;
        }

        public static PackedTable Of(int bits, IEnumerable<string> entries)
        {
            var table = new PackedTable(bits);
            short value = 0;
            foreach (string entry in entries)
            {
                ulong key = Pack([.. entry.Select(Letters.Code)]);
                int slot = table.Slot(key);
                table._keys[slot] = key + 1;
                table._values[slot] = value++;
            }

            return table;
        }

        /// <summary>The index of the entry, or -1.</summary>
        public int Find(ulong key)
        {
            int slot = Slot(key);
            return _keys[slot] == 0 ? -1 : _values[slot];
        }

        /// <summary>The slot that holds the key or is free for it; keys are stored plus one, so that 0 is free.</summary>
        private int Slot(ulong key)
        {
            int slot = (int)((key * 0x9E3779B97F4A7C15) >> _shift);
            while (_keys[slot] != 0 && _keys[slot] != key + 1)
            {
                slot = (slot + 1) & (_keys.Length - 1);
            }

            return slot;
        }
    }
}
