using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace Search.Analysis.Tests;

/// <summary>A token of a stream, in the order of its doc line: term, start, end, position increment, position length, type.</summary>
internal readonly record struct AnalyzedToken(string Term, int Start, int End, int Increment = 1, int Length = 1, string Type = "syl");

internal static class AssertTokens
{
    private static readonly VietnameseAnalyzer Analyzer = new();

    /// <summary>Asserts what the analyzer makes of a text.</summary>
    public static void Equal(string text, params AnalyzedToken[] expected) => Assert.Equal(expected, Of(text));

    /// <summary>The tokens of a text from the analyzer, whose stream is used again and again.</summary>
    public static AnalyzedToken[] Of(string text) => Of(Analyzer.GetTokenStream("text", text), text.Length);

    /// <summary>Reads a stream to its end and closes it.</summary>
    public static AnalyzedToken[] Of(TokenStream stream, int end)
    {
        using (stream)
        {
            var tokens = new List<AnalyzedToken>();
            var term = stream.GetAttribute<ICharTermAttribute>();
            var offset = stream.GetAttribute<IOffsetAttribute>();
            var increment = stream.GetAttribute<IPositionIncrementAttribute>();
            var length = stream.GetAttribute<IPositionLengthAttribute>();
            var type = stream.GetAttribute<ITypeAttribute>();
            stream.Reset();
            while (stream.IncrementToken())
            {
                tokens.Add(new(term.ToString()!, offset.StartOffset, offset.EndOffset, increment.PositionIncrement, length.PositionLength, type.Type));   // a term has a text
            }

            stream.End();
            Assert.Equal(end, offset.EndOffset);
            return [.. tokens];
        }
    }
}
