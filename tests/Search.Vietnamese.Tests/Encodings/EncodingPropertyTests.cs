using System.Text;
using CsCheck;
using Search.Vietnamese.Encodings;

namespace Search.Vietnamese.Tests.Encodings;

public sealed class EncodingPropertyTests
{
    /// <summary>Long enough that work in the square of the length would be noticed.</summary>
    private const int Long = 1 << 15;

    private static readonly string[] Words =
        "Công đoàn Việt Nam nâng cao hiệu quả công tác thông tin đối ngoại ở Thừa Thiên Huế hoà bình thuỷ lợi Đắk Lắk 30°C – “báo” HỘI NGHỊ QUỸ 2018 TP.HCM và…".Split(' ');

    private static readonly Gen<string> CleanText = Gen.OneOf(Words).Array[0, 60].Select(words => string.Join(' ', words));

    /// <summary>Words of old encodings as Latin-1 shows them.</summary>
    private static readonly Gen<string> OldText = Gen.OneOf("C«ng ®oµn ViÖt Nam Coâng ñoaøn Vieät Nam C\u00F4ng \u00F0o\u00E0n Vi\u00AEt quyÕt ®Þnh TæNG Vi\u00EA\u00F2t".Split(' '))
        .Array[0, 40].Select(words => string.Join(' ', words));

    /// <summary>Characters and pieces that some step looks for, among any others.</summary>
    private static readonly Gen<string> HostileText = Gen.OneOf(
        Gen.Char.Select(c => c.ToString()),
        Gen.Char['\u0080', '\u0200'].Select(c => c.ToString()),
        Gen.OneOf("&", "&#", "&#x", ";", "&amp;", "&#7897;", "Ã", "Ã©", "á»‡", "Ã¡Â»â€¡", "«", "®", " ", "\v", "\u0301", "\u0323", "\uD83D", "\uDE00", "Đ", "”", "C«ng", "Coâng", "a."))
        .Array[0, 80].Select(string.Concat);

    private static readonly Gen<string> Texts = Mutation.OfText(
        Gen.OneOf(
            HostileText,
            OldText,
            CleanText,
            CleanText.Select(text => Damage.ShownAsWindows1252(Encoding.UTF8.GetBytes(text))),
            CleanText.Select(text => string.Concat(text.Select(c => $"&#{(int)c};")))),
        Gen.Char);

    private static readonly Gen<byte[]> Bytes = Mutation.OfBytes(
        Gen.OneOf(
            Gen.Byte.Array[0, 300],
            OldText.Select(Encoding.Latin1.GetBytes),
            Texts.Select(Encoding.UTF8.GetBytes),
            Texts.Select(Encoding.Latin1.GetBytes),
            Texts.Select(Encoding.Unicode.GetBytes),
            Texts.Select(Encoding.BigEndianUnicode.GetBytes)));

    [Fact]
    public void Any_bytes_are_decoded_in_any_encoding() =>
        Gen.Select(Bytes, Gen.Int[0, TextEncoding.All.Count - 1]).Sample(
            (bytes, encoding) => Assert.True(TextEncoding.All[encoding].Decode(bytes).Length <= bytes.Length),
            iter: Mutation.Runs);

    [Fact]
    public void What_is_detected_is_what_the_encoding_decodes() =>
        Bytes.Sample(
            bytes =>
            {
                if (EncodingDetector.Detect(bytes) is { } detected)
                {
                    Assert.Equal(detected.Encoding.Decode(bytes), detected.Text);
                    Assert.InRange(detected.Score, 0.7, 1);
                }
            },
            iter: Mutation.Runs);

    [Fact]
    public void Any_text_is_repaired_and_only_what_is_repaired_is_another_instance() =>
        Texts.Sample(
            text =>
            {
                RepairedText repaired = TextRepair.Repair(text);
                Assert.Equal(repaired.IsRepaired, !ReferenceEquals(text, repaired.Text));
            },
            iter: Mutation.Runs);

    [Fact]
    public void Any_run_is_read_in_any_font_and_any_name_may_be_asked_for() =>
        Gen.Select(Texts, Gen.OneOf(".VnTime", ".VnTimeH", "VNI-Times")).Sample(
            (text, name) =>
            {
                Assert.True(LegacyFont.TryFind(name, out LegacyFont? font));
                Assert.True(font.Decode(text).Length <= text.Length);
                _ = LegacyFont.TryFind(text, out _);
                _ = TextEncoding.TryFind(text, out _);
            },
            iter: Mutation.Runs);

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
    [InlineData("\u00CC")]
    [InlineData("\0")]
    [InlineData("\u00FF")]
    public void A_long_hostile_text_is_finished(string unit)
    {
        string text = string.Concat(Enumerable.Repeat(unit, Long / unit.Length));
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
        while (nested.Length < Long)
        {
            nested = Damage.ShownAsWindows1252(Encoding.UTF8.GetBytes(nested));
        }

        Assert.True(TextRepair.Repair(nested).Text.Length <= nested.Length);
    }
}
