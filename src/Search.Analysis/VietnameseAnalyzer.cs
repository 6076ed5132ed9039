using Lucene.Net.Analysis;

namespace Search.Analysis;

/// <summary>Analyzes Vietnamese text into canonical syllables, words, numbers and composites. Thread-safe, as every analyzer.</summary>
public sealed class VietnameseAnalyzer : Analyzer
{
    /// <inheritdoc/>
    protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader) =>
        new(new VietnameseTokenizer(reader));
}
