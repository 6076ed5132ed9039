using Search.Vietnamese.Data;
using Search.Vietnamese.Unicode;

namespace Search.Vietnamese.Syllables;

/// <summary>Which onsets and rhymes there are and how they combine: the tables <c>onsets.tsv</c>, <c>rhymes.tsv</c> and
/// <c>syllable-shapes.tsv</c>, laid out for parsing without allocation: an onset, a rhyme or a whole syllable is found by one look-up of its <see cref="Letters.Spell">spelling</see>.</summary>
internal static class SyllableGrammar
{
    private const int LongestSyllable = 7;
    private const int OnsetHashBits = 6;
    private const int RhymeHashBits = 10;
    private const int ShapeHashBits = 13;

    private static readonly string[] Onsets = [.. EmbeddedTable.Rows("onsets.tsv").Select(row => row[0] == "(none)" ? "" : row[0])];
    private static readonly RhymeEntry[] Rhymes = ReadRhymes();
    private static readonly PackedTable RhymeTable = PackedTable.Of(RhymeHashBits, Rhymes.Select(rhyme => Letters.Spell(rhyme.Text)));
    private static readonly PackedTable OnsetTable = PackedTable.Of(OnsetHashBits, Onsets.Select(onset => Letters.Spell(onset)));
    private static readonly PackedTable ShapeTable = PackedTable.Of(ShapeHashBits, Shapes);

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

    /// <summary>All onsets with all rhymes, whether they go together or not, in letters without a tone.</summary>
    public static IEnumerable<string> Combinations => Onsets.SelectMany(_ => Rhymes, (onset, rhyme) => onset + rhyme.Text);

    /// <summary>The spellings of all syllables without their marks.</summary>
    public static IEnumerable<ulong> Shapes => EmbeddedTable.Rows("syllable-shapes.tsv").Select(row => Letters.Spell(row[0]));

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

        foreach (char c in text)
        {
            if (c > 'z' || Letters.Parts(c) == 0)
            {
                return false;
            }
        }

        return ShapeTable.Contains(Letters.Spell(text));
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
            if (shared >= 0 && (codes[2] == CodeEe || Rhymes[shared].Text is "im" or "ip" or "it" or "ich" or "inh" or "in"))
            {
                return (shared, 1);
            }
        }

        bool isRhyme = IsVowel[codes[2]] && codes[2] != CodeI && codes[2] != CodeY;
        return (isRhyme ? FindRhyme(codes[2..], RhymeClasses.Plain | RhymeClasses.Medial) : -1, 2);   // giá is gi + a, and so is giê in Giê-su
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
            packed = Letters.Append(packed, code);
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
}
