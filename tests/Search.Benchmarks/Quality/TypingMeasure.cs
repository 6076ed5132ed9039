using Search.Vietnamese.Syllables;
using Search.Vietnamese.Typing;

namespace Search.Benchmarks.Quality;

/// <summary>How many published keystroke strings of single words are decoded as the lists say.</summary>
internal static class TypingMeasure
{
    private delegate TypedWord Decoder(ReadOnlySpan<char> keys);

    public static void Run(string folder, TextWriter output)
    {
        Report("telex.tsv", Rows(folder, "telex.tsv"), Telex.Decode, output);
        Report("telex-variants.tsv", Rows(folder, "telex-variants.tsv").SelectMany(row => row.Expected.Split(',').Select(keys => (keys, row.Keys))), Telex.Decode, output);
        Report("vni.tsv", Rows(folder, "vni.tsv"), Vni.Decode, output);
    }

    private static IEnumerable<(string Keys, string Expected)> Rows(string folder, string file) =>
        File.ReadLines(Path.Combine(folder, "typing", file)).Select(line => line.Split('\t')).Select(cells => (cells[0], cells[1]));

    private static void Report(string name, IEnumerable<(string Keys, string Expected)> rows, Decoder decode, TextWriter output)
    {
        (string Keys, string Expected)[] all = [.. rows];
        var rest = all.Select(row => (row.Keys, row.Expected, Word: decode(row.Keys))).Where(row => row.Word.Text != row.Expected).ToList();
        output.WriteLine($"{name}: {all.Length - rest.Count} of {all.Length} as given, {1 - ((double)rest.Count / all.Length):P2}");
        foreach (var group in rest.GroupBy(row => Class(row.Expected, row.Word)).OrderByDescending(group => group.Count()))
        {
            output.WriteLine($"  {group.Count()} {group.Key}: {string.Join(", ", group.Take(12).Select(row => $"{row.Keys} {row.Word.Text} not {row.Expected}"))}");
        }
    }

    private static string Class(string expected, TypedWord word) =>
        TonePlacement.Canonical(expected) == TonePlacement.Canonical(word.Text) ? "differ in the place of the tone mark or in case"
        : !Syllable.IsSyllable(expected) ? "are no syllable in the list"
        : word.Kind == TypedWordKind.Syllable ? "give another syllable"
        : "give no syllable";
}
