using System.Text;

namespace Search.Articles.Tests;

public sealed class JsonStringTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("Đà Nẵng", "Đà Nẵng")]
    [InlineData("""\"\\\/\b\f\n\r\t""", "\"\\/\b\f\n\r\t")]
    [InlineData("""\u0110\u00E0 N\u1eb5ng""", "Đà Nẵng")]
    [InlineData("""\ud83d\ude00""", "😀")]
    [InlineData("""\u0000x""", "\0x")]
    [InlineData("""a\\u0041""", "a\\u0041")]
    public void Escapes_stand_for_their_characters(string escaped, string text) =>
        Assert.Equal(text, JsonString.Unescape(Encoding.UTF8.GetBytes(escaped)));

    [Fact]
    public void An_escaped_lone_surrogate_is_one_code_unit() =>
        Assert.Equal("😀\ud83dx\ude00\ud83d", JsonString.Unescape("""😀\ud83dx\ude00\ud83d"""u8));   // no theory: attributes cannot hold them

    [Fact]
    public void Unescape_undoes_quote_for_every_code_unit()
    {
        string all = string.Concat(Enumerable.Range(0, 0x10000).Select(unit => (char)unit));

        string quoted = JsonString.Quote(all);

        Assert.Equal(all, JsonString.Unescape(Encoding.UTF8.GetBytes(quoted).AsSpan()[1..^1]));
    }
}
