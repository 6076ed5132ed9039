using Search.Ingest.Identity;

namespace Search.Ingest.Tests.Identity;

public sealed class CanonicalUrlTests
{
    [Theory]
    [InlineData("http://bao.example", "http://bao.example/")]
    [InlineData("http://bao.example/", "http://bao.example/")]
    [InlineData("HTTP://Bao.Example/Tin", "http://bao.example/Tin")]
    [InlineData("http://bao.example:80/tin", "http://bao.example/tin")]
    [InlineData("https://bao.example:443/tin", "https://bao.example/tin")]
    [InlineData("http://bao.example:8080/tin", "http://bao.example:8080/tin")]
    [InlineData("http://bao.example/tin/", "http://bao.example/tin/")]
    [InlineData("http://bao.example/tin#binh-luan", "http://bao.example/tin")]
    [InlineData("http://bao.example/tin?", "http://bao.example/tin")]
    [InlineData("http://bao.example/tin?utm_source=a&UTM_Medium=b", "http://bao.example/tin")]
    [InlineData("http://bao.example/tin?b=2&utm_source=a&a=1", "http://bao.example/tin?b=2&a=1")]
    [InlineData("http://bao.example/tin?x=utm_source", "http://bao.example/tin?x=utm_source")]
    [InlineData("http://bao.example/a/../đường", "http://bao.example/%C4%91%C6%B0%E1%BB%9Dng")]
    [InlineData("http://bao.example/%C4%91%C6%B0%E1%BB%9Dng", "http://bao.example/%C4%91%C6%B0%E1%BB%9Dng")]
    [InlineData("http://báo.example/", "http://xn--bo-mia.example/")]
    [InlineData("http://an@bao.example/", "http://an@bao.example/")]
    [InlineData("http://[::1]/tin", "http://[::1]/tin")]
    public void An_address_has_one_spelling(string url, string canonical)
    {
        Assert.Equal(canonical, CanonicalUrl.Of(url));
        Assert.Equal(canonical, CanonicalUrl.Of(canonical));
    }
}
