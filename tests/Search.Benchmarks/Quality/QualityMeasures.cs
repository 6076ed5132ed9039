namespace Search.Benchmarks.Quality;

/// <summary>The measures of quality that the program can take, by name. Each reads real text from a folder and prints its figures.</summary>
internal static class QualityMeasures
{
    private static readonly Dictionary<string, Action<string, TextWriter>> ByName = new(StringComparer.Ordinal)
    {
        ["suggest"] = SuggestMeasure.Run,
        ["duplicates"] = DuplicatesMeasure.Run,
        ["typing"] = TypingMeasure.Run,
        ["encodings"] = EncodingMeasure.Run,
        ["false-alarms"] = FalseAlarmMeasure.Run,
        ["typed-queries"] = TypedQueryMeasure.Run,
        ["proposals"] = ProposalMeasure.Run,
        ["repair"] = RepairMeasure.Run,
        ["acronyms"] = AcronymMeasure.Run,
        ["spelling"] = SpellingQuality.Measure,
        ["segmentation"] = SegmentationMeasure.Run,
        ["html"] = HtmlMeasure.Run,
        ["html-figures"] = HtmlMeasure.PrintFigures,
    };

    /// <summary>Takes one measure.</summary>
    /// <param name="name">Which.</param>
    /// <param name="folder">The folder of the data sets.</param>
    /// <param name="output">Where its figures go.</param>
    /// <returns>0; 2 if there is no such measure.</returns>
    public static int Run(string name, string folder, TextWriter output)
    {
        if (!ByName.TryGetValue(name, out Action<string, TextWriter>? measure))
        {
            Console.Error.WriteLine($"There is no measure \"{name}\"; expected one of: {string.Join(", ", ByName.Keys)}.");
            return 2;
        }

        measure(folder, output);
        return 0;
    }
}
