using System.Buffers;
using Search.Vietnamese.Data;
using Search.Vietnamese.Syllables;
using Search.Vietnamese.Unicode;

namespace Search.Vietnamese.Tests.Typing;

/// <summary>Every syllable that the grammar generates, in canonical form.</summary>
internal static class AllSyllables
{
    private static readonly SearchValues<char> Vowels = SearchValues.Create("aăâeêioôơuưy");

    private static readonly Lazy<IReadOnlyList<string>> Generated = new(Generate);

    public static IReadOnlyList<string> Get() => Generated.Value;

    private static string[] Generate()
    {
        string[] onsets = [.. EmbeddedTable.Rows("onsets.tsv").Select(row => row[0] == "(none)" ? "" : row[0])];
        string[] rhymes = [.. EmbeddedTable.Rows("rhymes.tsv").Select(row => row[0]).Distinct()];
        return [.. onsets
            .SelectMany(onset => rhymes.Select(rhyme => onset + rhyme).Append(onset))
            .SelectMany(letters => Enumerable.Range(0, 6).Select(tone => WithTone(letters, tone)))
            .Where(text => Syllable.IsSyllable(text))
            .Select(text => TonePlacement.Canonical(text))
            .Distinct()];
    }

    /// <summary>The tone on the first vowel; canonical form moves it.</summary>
    private static string WithTone(string letters, int tone)
    {
        int vowel = letters.AsSpan().IndexOfAny(Vowels);
        return vowel < 0 ? letters : $"{letters[..vowel]}{Letters.Compose(Letters.Code(letters[vowel]), tone, upper: false)}{letters[(vowel + 1)..]}";
    }
}
