using Search.Ingest.Feeds;

namespace Search.Ingest.Tests.Feeds;

public sealed class MarkupTextTests
{
    [Theory]
    [InlineData("Tin  ngắn\n hôm nay", "Tin ngắn hôm nay")]
    [InlineData("<p>Một</p><p>Hai</p>", "Một\nHai")]
    [InlineData("Một<br>Hai<BR />Ba</br>Bốn", "Một\nHai\nBa\nBốn")]
    [InlineData("<b>đậm</b>, <i>nghiêng</i>", "đậm, nghiêng")]
    [InlineData("a &lt; b &amp;&nbsp;c", "a < b & c")]
    [InlineData("2 < 3 và 5 > 4", "2 < 3 và 5 > 4")]
    [InlineData("<script>if (a < b) {}</script>A<!-- <p>B</p> -->C<style>p{}", "AC")]
    [InlineData("<!-- không đóng", "")]
    [InlineData("", "")]
    public void Text_is_what_a_reader_sees(string markup, string text) => Assert.Equal(text, MarkupText.Of(markup));
}
