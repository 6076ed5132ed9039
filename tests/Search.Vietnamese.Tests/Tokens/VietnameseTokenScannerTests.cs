using Search.Vietnamese.Tokens;

namespace Search.Vietnamese.Tests.Tokens;

public sealed class VietnameseTokenScannerTests
{
    [Theory]
    [InlineData("01", "1")]
    [InlineData("00", "0")]
    [InlineData("007", "007")]
    [InlineData("0\u0331", "0\u0331")]
    public void A_leading_zero_is_dropped_before_one_digit_but_not_before_a_mark(string text, string term)
    {
        var scanner = new VietnameseTokenScanner();
        scanner.Reset(text.AsMemory());
        Assert.True(scanner.MoveNext());
        Assert.Equal(term, scanner.Term);
        Assert.False(scanner.MoveNext());
    }

    [Theory]
    [InlineData("http:///")]
    [InlineData("http:///\u0001a")]
    [InlineData("http://\u0346/")]
    [InlineData("www./")]
    public void A_scheme_with_nothing_behind_it_is_a_word(string text)
    {
        var scanner = new VietnameseTokenScanner();
        scanner.Reset(text.AsMemory());
        Assert.True(scanner.MoveNext());
        Assert.Equal(TokenType.Word, scanner.Current.Type);
    }
}
