using System.Globalization;
using Search.Vietnamese.Encodings;

namespace Search.Benchmarks;

/// <summary>Writes text in a code page, which the library itself only reads, by the same table.</summary>
/// <remarks>What the code page has no letter for becomes a question mark; TCVN3 writes capitals with a tone as small letters, as its fonts did.</remarks>
internal sealed class LegacyWriter
{
    private readonly Dictionary<char, byte[]> _letters = [];

    public LegacyWriter(TextEncoding encoding)
    {
        Encoding = encoding;
        using Stream table = typeof(TextEncoding).Assembly.GetManifestResourceStream($"{encoding}.tsv")!;
        using var reader = new StreamReader(table);
        reader.ReadLine();
        while (reader.ReadLine()?.Split('\t') is [var bytes, var codePoint, _, var note])
        {
            if (!note.StartsWith("decode-only", StringComparison.Ordinal))
            {
                _letters.TryAdd((char)int.Parse(codePoint.AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture), Convert.FromHexString(bytes.Replace(" ", "", StringComparison.Ordinal)));
            }
        }

        AddWithCombiningTones();
        AddSigns();
    }

    public TextEncoding Encoding { get; }

    public byte[] Write(string text) => [.. text.SelectMany(BytesOf)];

    private byte[] BytesOf(char letter) =>
        _letters.TryGetValue(letter, out byte[]? bytes) ? bytes
        : letter < 0x80 ? [(byte)letter]
        : _letters.TryGetValue(char.ToLowerInvariant(letter), out bytes) ? bytes
        : "?"u8.ToArray();

    /// <summary>Dashes and curly quotes, which many programs wrote as in Windows-1252 whatever the font.</summary>
    private void AddSigns()
    {
        for (int value = 0x80; value < 0xA0; value++)
        {
            if (Encoding.Decode([(byte)value]) is [var sign])
            {
                _letters.TryAdd(sign, [(byte)value]);
            }
        }
    }

    private void AddWithCombiningTones()
    {
        byte[][] tones = [.. "\u0300\u0301\u0303\u0309\u0323".Where(_letters.ContainsKey).Select(tone => _letters[tone])];
        foreach (byte[] vowel in (byte[][])[.. _letters.Values, .. "AEIOUYaeiouy".Select(letter => (byte[])[(byte)letter])])
        {
            foreach (byte[] tone in tones)
            {
                if (Encoding.Decode([.. vowel, .. tone]) is [var letter])
                {
                    _letters.TryAdd(letter, [.. vowel, .. tone]);
                }
            }
        }
    }
}
