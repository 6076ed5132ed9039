using Search.Answers;
using Search.Engine.Highlighting;

namespace Search.Server.Tests.Searching;

public sealed class MarkedHtmlTests
{
    [Fact]
    public void Ranges_are_marked_and_everything_is_escaped() =>
        Assert.Equal("a&lt;b <mark>&amp;c</mark> <mark>&quot;</mark>&#39;", MarkedHtml.Of("a<b &c \"'", [new TextRange(4, 6), new TextRange(7, 8)]));

    [Fact]
    public void Lone_surrogates_become_replacement_characters_and_pairs_stay() =>
        Assert.Equal("\uFFFD<mark>a</mark>\uFFFD\U0001F600\uFFFD", MarkedHtml.Of("\udc00a\ud800\U0001F600\ud800", [new TextRange(1, 2)]));

    [Fact]
    public void Text_without_surrogates_is_not_copied() => Assert.Same("Đà Nẵng", WellFormedText.Of("Đà Nẵng"));
}
