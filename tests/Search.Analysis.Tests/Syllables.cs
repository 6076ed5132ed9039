using System.Buffers;
using Search.Vietnamese.Syllables;

namespace Search.Analysis.Tests;

/// <summary>Every syllable that the grammar of Vietnamese spelling can give, in canonical form.</summary>
internal static class Syllables
{
    private static readonly SearchValues<char> Vowels = SearchValues.Create("aăâeêioôơuưy");
    private static readonly string[] Tones = ["", "\u0301", "\u0300", "\u0309", "\u0303", "\u0323"];

    public static IReadOnlyList<string> All { get; } =
        [.. FirstColumn("onsets.tsv").Select(onset => onset == "(none)" ? "" : onset)
            .SelectMany(onset => FirstColumn("rhymes.tsv").Select(rhyme => onset + rhyme).Append(onset))
            .SelectMany(letters => Tones.Select(tone => WithTone(letters, tone)))
            .Select(text => TonePlacement.Canonical(text))
            .Where(text => Syllable.IsSyllable(text))
            .Distinct(StringComparer.Ordinal)];

    /// <summary>The tone on the first vowel; canonical form moves it.</summary>
    private static string WithTone(string letters, string tone) =>
        letters.AsSpan().IndexOfAny(Vowels) is var vowel and >= 0 ? letters.Insert(vowel + 1, tone) : letters;

    private static IEnumerable<string> FirstColumn(string table)
    {
        using Stream stream = typeof(Syllable).Assembly.GetManifestResourceStream(table) ?? throw new InvalidOperationException($"{table} is not embedded.");
        using var reader = new StreamReader(stream);
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            yield return line[..line.IndexOf('\t', StringComparison.Ordinal)];
        }
    }
}
