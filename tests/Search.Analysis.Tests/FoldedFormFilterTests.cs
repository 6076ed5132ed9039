using CsCheck;
using Search.Vietnamese.Folding;

namespace Search.Analysis.Tests;

public sealed class FoldedFormFilterTests : IDisposable
{
    private readonly VietnameseAnalyzer _analyzer = new() { FoldedForms = true };

    public void Dispose() => _analyzer.Dispose();

    [Fact]
    public void A_folded_form_shares_position_and_offsets_of_the_token_with_marks() =>
        Assert.Equal(
            [new("đà", 0, 2), new("da", 0, 2, 0), new("nẵng", 3, 7), new("nang", 3, 7, 0), new("nam", 8, 11)],
            Tokens("Đà Nẵng nam"));

    [Fact]
    public void A_composite_is_folded_before_its_parts_follow() =>
        Assert.Equal(
            [new("5/nđ-cp", 0, 7, 1, 3, "doc"), new("5/nd-cp", 0, 7, 0, 3, "doc"), new("5", 0, 1, 0, 1, "num"), new("nđ", 2, 4, 1, 1, "acr"), new("nd", 2, 4, 0, 1, "acr"), new("cp", 5, 7, 1, 1, "acr")],
            Tokens("5/NĐ-CP"));

    [Fact]
    public void A_form_without_the_marks_that_no_letter_is_composed_with_is_shorter() =>
        Assert.Equal([new("q\u0301x", 0, 3, Type: "word"), new("qx", 0, 3, 0, Type: "word")], Tokens("q\u0301x"));

    [Fact]
    public void The_tokens_are_those_of_the_plain_analyzer_and_the_folded_form_of_each_that_has_marks() =>
        RandomText.Any.Sample(
            text =>
            {
                AnalyzedToken[] plain = AssertTokens.Of(text);
                AnalyzedToken[] folded = [.. plain.SelectMany(WithFoldedForm)];
                Assert.Equal(folded, Tokens(text));
            },
            iter: 2_000,
            threads: 1);

    private static IEnumerable<AnalyzedToken> WithFoldedForm(AnalyzedToken token) =>
        DiacriticFolding.HasDiacritics(token.Term) ? [token, token with { Term = DiacriticFolding.Fold(token.Term), Increment = 0 }] : [token];

    private AnalyzedToken[] Tokens(string text) => AssertTokens.Of(_analyzer.GetTokenStream("text", text), text.Length);
}
