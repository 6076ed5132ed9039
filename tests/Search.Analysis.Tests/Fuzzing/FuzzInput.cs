using System.Text;
using CsCheck;

namespace Search.Analysis.Tests.Fuzzing;

/// <summary>What one call of a public function gets.</summary>
/// <param name="Text">Mutated text: Vietnamese in several Unicode forms, composites, key strokes, damage.</param>
/// <param name="Word">A short piece of such text.</param>
/// <param name="Bytes">Random bytes, or the text in some encoding with bytes changed.</param>
internal sealed record FuzzInput(string Text, string Word, byte[] Bytes)
{
    private static readonly string[] Typed =
        ["ddoois ngoaij", "vieejt nam", "d9o61i ngoa5i", "D-u+o+`ng", "test box", "nghi4a1", "aaa", "dddd", "C«ng ®oµn", "Coâng ñoaøn", "Viá»‡t Nam", "&agrave;&#7841;&#x1EA1;&#xFFFFFFFF;", ".VnTimeH", "VNI-Times", "doi\u0001AG"];

    private static readonly Gen<string> Pieces = Gen.Frequency(
        (6, RandomText.Any),
        (3, Gen.Int[0, Typed.Length - 1].Select(i => Typed[i])),
        (1, Gen.Char.Array[0, 40].Select(chars => new string(chars))));

    private static readonly Gen<string> Mutated = Gen.Select(Pieces, Edit.Any.Array[0, 6], Mutate);

    /// <summary>One text in a thousand is longer than any buffer begins with.</summary>
    private static readonly Gen<string> Texts = Gen.Frequency(
        (999, Mutated),
        (1, Gen.Select(Mutated, Gen.Int[2, 400], (text, times) => string.Concat(Enumerable.Repeat(text, times)))));

    public static readonly Gen<FuzzInput> Any =
        from text in Texts
        from word in Gen.Select(RandomText.Brief, Edit.Any.Array[0, 3], Mutate)
        from bytes in Gen.Frequency((1, Gen.Byte.Array[0, 60]), (3, Gen.Select(Gen.OneOf<Encoding>(Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.Latin1), Gen.Byte.Array[0, 4], (encoding, changes) => Damage(encoding.GetBytes(text), changes))))
        select new FuzzInput(text, word, bytes);

    private static string Mutate(string text, Edit[] edits)
    {
        var mutated = new StringBuilder(text);
        foreach (Edit edit in edits)
        {
            edit.Apply(mutated);
        }

        return mutated.ToString();
    }

    private static byte[] Damage(byte[] bytes, byte[] changes)
    {
        foreach (byte change in changes.Where(_ => bytes.Length > 0))
        {
            bytes[change * 31 % bytes.Length] = change;
        }

        return bytes;
    }

    /// <summary>One change at a place in a text.</summary>
    private sealed record Edit(int Kind, int Place, char Char)
    {
        public static readonly Gen<Edit> Any = Gen.Select(Gen.Int[0, 4], Gen.Int[0, 10_000], Gen.Char, (kind, place, c) => new Edit(kind, place, c));

        public void Apply(StringBuilder text)
        {
            int place = Place % (text.Length + 1);
            int length = Math.Min(Place % 7, text.Length - place);
            _ = Kind switch
            {
                0 => text.Insert(place, Char),
                1 => text.Remove(place, length),
                2 => text.Insert(place, text.ToString(place, length)),
                3 => text.Replace('\u1ea5', Char, place, length).Insert(0, text.ToString(place, length)),
                _ => text.Insert(place, Char == '\0' ? "\ud83d" : ((char)(0x300 + (Char % 0x70))).ToString()),
            };
        }
    }
}
