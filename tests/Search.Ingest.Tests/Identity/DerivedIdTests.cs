using Search.Articles;
using Search.Ingest.Identity;

namespace Search.Ingest.Tests.Identity;

public sealed class DerivedIdTests
{
    [Theory]   // against Python's hashlib and base64
    [InlineData("a.txt", "u-dc34wcm2t2r7kc5itg23vapa2n32l45rn6hw524lhzmm2rusxgjq")]
    [InlineData("đường.txt", "u-zwzszzd3db5rdpdplvdg7zglsrv2hkz4fw6lgpi57exo5vuppnza")]
    public void A_path_gives_base32_of_its_sha_256(string path, string id) => Assert.Equal(id, DerivedId.OfPath(path));

    [Fact]
    public void A_derived_id_is_an_id() => Assert.True(ArticleId.IsValid(DerivedId.OfUrl("https://bao.example/tin-1.html")));

    [Fact]
    public void Spellings_of_one_address_give_one_id() =>
        Assert.Equal(DerivedId.OfUrl("https://bao.example/tin?id=1"), DerivedId.OfUrl("HTTPS://Bao.example:443/tin?utm_medium=feed&id=1#c"));

    [Fact]
    public void Different_addresses_give_different_ids() =>
        Assert.NotEqual(DerivedId.OfUrl("https://bao.example/tin?id=1"), DerivedId.OfUrl("https://bao.example/tin?id=2"));
}
