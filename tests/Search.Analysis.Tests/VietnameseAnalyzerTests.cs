using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace Search.Analysis.Tests;

public sealed class VietnameseAnalyzerTests
{
    private static readonly VietnameseAnalyzer Analyzer = new();

    private sealed record Expected(string Term, int Start, int End, int Increment, int Length = 1);

    [Fact]
    public void Terms_are_canonical_and_offsets_are_of_the_text_as_it_came() =>
        AssertTokens("HOA\u0300 Bi\u0300nh", new("hòa", 0, 4, 1), new("bình", 5, 10, 1));

    [Fact]
    public void A_composite_stands_over_its_parts() =>
        AssertTokens("số 16-KL/TW", new("số", 0, 2, 1), new("16-kl/tw", 3, 11, 1, 3), new("16", 3, 5, 0), new("kl", 6, 8, 1), new("tw", 9, 11, 1));

    [Fact]
    public void Sentences_and_paragraphs_leave_gaps() =>
        AssertTokens("Một câu. Hai\nba", new("một", 0, 3, 1), new("câu", 4, 7, 1), new("hai", 9, 12, 2), new("ba", 13, 15, 11));

    [Fact]
    public void A_term_longer_than_any_word_is_cut() =>
        AssertTokens(new string('z', 1000), new Expected(new string('z', VietnameseTokenizer.LongestTerm), 0, 1000, 1));

    [Fact]
    public void Text_without_tokens_gives_none() => AssertTokens(" …\u200b! \ud800");

    private static void AssertTokens(string text, params Expected[] expected)
    {
        var tokens = new List<Expected>();
        using TokenStream stream = Analyzer.GetTokenStream("text", text);
        var term = stream.GetAttribute<ICharTermAttribute>();
        var offset = stream.GetAttribute<IOffsetAttribute>();
        var increment = stream.GetAttribute<IPositionIncrementAttribute>();
        var length = stream.GetAttribute<IPositionLengthAttribute>();
        stream.Reset();
        while (stream.IncrementToken())
        {
            tokens.Add(new(term.ToString()!, offset.StartOffset, offset.EndOffset, increment.PositionIncrement, length.PositionLength));
        }

        stream.End();
        Assert.Equal(text.Length, offset.EndOffset);
        Assert.Equal(expected, tokens);
    }
}
