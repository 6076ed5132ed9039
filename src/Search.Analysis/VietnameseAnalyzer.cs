using Lucene.Net.Analysis;

namespace Search.Analysis;

/// <summary>Analyzes Vietnamese text into syllables, words, numbers and composites. Thread-safe, as every analyzer.</summary>
/// <remarks>
/// <para>Terms are canonical: small letters, NFC, the tone mark in its place, so that all spellings of a word are one term (<c>HOÀ</c>, <c>hoà</c>,
/// NFD, <c>Ð</c> for <c>Đ</c>). Syllables are not joined into words: phrase queries do that. Composites stand over their parts; see
/// <see cref="VietnameseTokenizer"/>. Nothing is dropped, stop words neither.</para>
/// <code>
/// using var forDocuments = new VietnameseAnalyzer { FoldedForms = true };
/// using var forQueries = new VietnameseAnalyzer();
/// </code>
/// </remarks>
public sealed class VietnameseAnalyzer : Analyzer
{
    /// <summary>Whether each term with marks is followed by its form without them at the same position (<c>đối</c>, <c>doi</c>), so that queries
    /// typed without marks match. Set it for documents; queries are analyzed without it, or marks that were typed would not count.</summary>
    /// <value>Default <see langword="false"/>.</value>
    public bool FoldedForms { get; init; }

    /// <inheritdoc/>
    protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader)
    {
        var tokenizer = new VietnameseTokenizer(reader);
        return FoldedForms ? new(tokenizer, new FoldedFormFilter(tokenizer)) : new(tokenizer);
    }
}
