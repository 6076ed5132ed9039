using System.Text;
using Search.Vietnamese.Encodings;

namespace Search.Ingest.Tests.Pages.Templates;

/// <summary>Text in the encodings from before Unicode, made by turning round what the library decodes.</summary>
internal static class LegacyBytes
{
    public static byte[] Of(string text, string encoding)
    {
        Assert.True(TextEncoding.TryFind(encoding, out TextEncoding? found));
        Dictionary<string, byte[]> bytes = Table(found);
        var encoded = new List<byte>();
        foreach (char c in text)
        {
            encoded.AddRange(c < 0x80 ? [(byte)c] : bytes[Plain(c)]);
        }

        return [.. encoded];
    }

    /// <summary>Old encodings have few signs besides letters.</summary>
    private static string Plain(char c) => c switch
    {
        '“' or '”' => "\"",
        '–' => "-",
        '»' => ">",
        '©' => "(c)",
        _ => c.ToString(),
    };

    private static Dictionary<string, byte[]> Table(TextEncoding encoding)
    {
        var table = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (string plain in (string[])["\"", "-", ">", "(c)"])
        {
            table[plain] = Encoding.ASCII.GetBytes(plain);
        }

        byte[] all = [.. Enumerable.Range(0x20, 0xE0).Select(static b => (byte)b)];
        foreach (byte[] candidate in all.SelectMany(a => all.Where(static b => b >= 0x80).Select(b => new[] { a, b })).Concat(all.Select(static b => new[] { b })))
        {
            if (encoding.Decode(candidate) is { Length: 1 } letter && letter[0] >= 0x80)
            {
                table.TryAdd(letter, candidate);
            }
        }

        // TCVN3 has no capitals with a tone: people wrote the small letter in a font that draws capitals.
        foreach (string small in table.Keys.Where(static letter => letter.Length == 1).ToArray())
        {
            table.TryAdd(small.ToUpperInvariant(), table[small]);
        }

        return table;
    }
}
