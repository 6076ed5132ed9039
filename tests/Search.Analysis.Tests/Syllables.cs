using Search.Vietnamese.Syllables;

namespace Search.Analysis.Tests;

/// <summary>Every syllable that the grammar of Vietnamese spelling can give, in canonical form.</summary>
internal static class Syllables
{
    private const string Tones = "\u0301\u0300\u0309\u0303\u0323";

    public static IReadOnlyList<string> All { get; } =
        [.. FirstColumn("onsets.tsv")
            .SelectMany(onset => FirstColumn("rhymes.tsv"), (onset, rhyme) => onset == "(none)" ? rhyme : onset + rhyme)
            .SelectMany(letters => Tones.Select(tone => letters + tone).Prepend(letters).Concat(Tones.Select(tone => $"{letters[..^1]}{tone}{letters[^1]}")).Concat(Tones.Select(tone => letters.Length < 3 ? letters : $"{letters[..^2]}{tone}{letters[^2..]}")))
            .Select(letters => TonePlacement.Canonical(letters))
            .Where(letters => Syllable.IsSyllable(letters))
            .Distinct(StringComparer.Ordinal)];

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
