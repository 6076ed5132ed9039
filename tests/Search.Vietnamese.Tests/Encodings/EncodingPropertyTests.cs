using System.Text;
using CsCheck;
using Search.Vietnamese.Encodings;

namespace Search.Vietnamese.Tests.Encodings;

public sealed class EncodingPropertyTests
{
    private const int Mebibyte = 1 << 20;

    private static readonly string[] Words =
        "Công đoàn Việt Nam nâng cao hiệu quả công tác thông tin đối ngoại ở Thừa Thiên Huế hoà bình thuỷ lợi Đắk Lắk 30°C – “báo” HỘI NGHỊ QUỸ 2018 TP.HCM và…".Split(' ');

    private static readonly Gen<string> CleanText = Gen.OneOf(Words).Array[0, 60].Select(words => string.Join(' ', words));

    /// <summary>Characters and pieces that some step looks for, among any others.</summary>
    private static readonly Gen<string> HostileText = Gen.OneOf(
        Gen.Char.Select(c => c.ToString()),
        Gen.Char['\u0080', '\u0200'].Select(c => c.ToString()),
        Gen.OneOf("&", "&#", "&#x", ";", "&amp;", "&#7897;", "Ã", "Ã©", "á»‡", "Ã¡Â»â€¡", "«", "®", " ", "\v", "\u0301", "\u0323", "\uD83D", "\uDE00", "Đ", "”", "C«ng", "Coâng", "a."))
        .Array[0, 80].Select(string.Concat);

    [Fact]
    public void Any_bytes_are_decoded_and_detected_without_an_exception() =>
        Gen.OneOf(Gen.Byte.Array[0, 300], HostileText.Select(Encoding.UTF8.GetBytes), HostileText.Select(Encoding.Latin1.GetBytes), HostileText.Select(Encoding.Unicode.GetBytes)).Sample(bytes =>
        {
            foreach (TextEncoding encoding in TextEncoding.All)
            {
                Assert.True(encoding.Decode(bytes).Length <= bytes.Length);
            }

            if (EncodingDetector.Detect(bytes) is { } detected)
            {
                Assert.Equal(detected.Encoding.Decode(bytes), detected.Text);
                Assert.InRange(detected.Score, 0.7, 1);
            }
        });

    [Fact]
    public void Any_text_is_repaired_without_an_exception() =>
        HostileText.Sample(text =>
        {
            RepairedText repaired = TextRepair.Repair(text);
            Assert.Equal(repaired.IsRepaired, !ReferenceEquals(text, repaired.Text));
            Assert.True(LegacyFont.TryFind(".VnTimeH", out LegacyFont? font));
            _ = font.Decode(text);
            _ = TextEncoding.TryFind(text, out _);
            _ = LegacyFont.TryFind(text, out _);
        });

    [Fact]
    public void Clean_text_is_never_changed() => CleanText.Sample(text => Assert.Same(text, TextRepair.Repair(text).Text));

    [Fact]
    public void Damaged_text_comes_back() =>
        CleanText.Select(text => "Công " + text).Sample(text =>
        {
            string once = Damage.ShownAsWindows1252(Encoding.UTF8.GetBytes(text));
            string twice = Damage.ShownAsWindows1252(Encoding.UTF8.GetBytes(once));
            Assert.Equal(text, TextRepair.Repair(once).Text);
            Assert.Equal(text, TextRepair.Repair(twice).Text);
        });

    [Theory]
    [InlineData("&")]
    [InlineData("&a;")]
    [InlineData("&#7897;")]
    [InlineData("Ã")]
    [InlineData("Ã© ")]
    [InlineData("Ã©ệ")]
    [InlineData("C«ng ")]
    [InlineData("C«ng\v\u2190")]
    [InlineData("«")]
    [InlineData("e\u0301")]
    [InlineData("\u0323\u0301")]
    [InlineData("a^'. ")]
    public void A_mebibyte_of_hostile_text_is_finished(string unit)
    {
        string text = string.Concat(Enumerable.Repeat(unit, Mebibyte / unit.Length));
        Assert.True(TextRepair.Repair(text).Text.Length <= text.Length);
        foreach (byte[] bytes in (byte[][])[Encoding.Latin1.GetBytes(text), Encoding.UTF8.GetBytes(text)])
        {
            _ = EncodingDetector.Detect(bytes);
            Assert.All(TextEncoding.All, encoding => encoding.Decode(bytes));
        }
    }

    [Fact]
    public void Text_damaged_many_times_is_finished()
    {
        string nested = "ệ";
        while (nested.Length < Mebibyte)
        {
            nested = Damage.ShownAsWindows1252(Encoding.UTF8.GetBytes(nested));
        }

        Assert.True(TextRepair.Repair(nested).Text.Length <= nested.Length);
    }

    [Theory]
    [InlineData(0xC3)]
    [InlineData(0xCC)]
    [InlineData(0x00)]
    [InlineData(0xFF)]
    public void A_mebibyte_of_one_byte_is_finished(int value)
    {
        byte[] bytes = new byte[Mebibyte];
        Array.Fill(bytes, (byte)value);
        _ = EncodingDetector.Detect(bytes);
        Assert.All(TextEncoding.All, encoding => encoding.Decode(bytes));
    }
}
