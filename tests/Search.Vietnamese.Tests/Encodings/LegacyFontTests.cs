using Search.Vietnamese.Encodings;

namespace Search.Vietnamese.Tests.Encodings;

public sealed class LegacyFontTests
{
    [Theory]
    [InlineData(".VnTime", "C«ng ®oµn", "Công đoàn")]
    [InlineData(".VnTimeH", "tæng c«ng ®oµn", "TỔNG CÔNG ĐOÀN")]
    [InlineData("'.VnArialH'", "Hµ néi", "HÀ NỘI")]
    [InlineData("VNI-Times", "Coâng ñoaøn", "Công đoàn")]
    [InlineData(".VnTime", "®→\v♥", "đ→\v♥")]      // what came from no byte stays
    public void The_font_tells_how_its_text_is_read(string name, string shown, string text)
    {
        Assert.True(LegacyFont.TryFind(name, out LegacyFont? font));
        Assert.Equal(text, font.Decode(shown));
    }

    [Theory]
    [InlineData("Times New Roman")]
    [InlineData("")]
    public void Other_fonts_are_unicode(string name) => Assert.False(LegacyFont.TryFind(name, out _));
}
