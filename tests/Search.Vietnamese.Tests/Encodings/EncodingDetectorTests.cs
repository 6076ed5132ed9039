using System.Text;
using Search.Vietnamese.Encodings;

namespace Search.Vietnamese.Tests.Encodings;

public sealed class EncodingDetectorTests
{
    private const string Sentence = "Đại hội Công đoàn quyết định nhiều việc lớn.";

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void Unicode_is_known_with_and_without_a_byte_order_mark(string name)
    {
        Encoding reference = Encoding.GetEncoding(name);
        foreach (byte[] mark in (byte[][])[[], reference.GetPreamble()])
        {
            DetectedText? detected = EncodingDetector.Detect([.. mark, .. reference.GetBytes(Sentence)]);
            Assert.NotNull(detected);
            Assert.Equal((Sentence, 1.0), (detected.Text, detected.Score));
            Assert.True(TextEncoding.TryFind(name, out TextEncoding? expected) && expected == detected.Encoding);
        }
    }

    [Fact]
    public void The_example_of_the_documentation_is_true()
    {
        DetectedText? detected = EncodingDetector.Detect(Encoding.Latin1.GetBytes("C«ng ®oµn ViÖt Nam"));
        Assert.Equal("tcvn3: Công đoàn Việt Nam", $"{detected?.Encoding}: {detected?.Text}");
    }

    [Theory]
    [InlineData("Trêi n¾ng \u0096 giã nhÑ, viÖc lµm nhµ ë", "Trời nắng – gió nhẹ, việc làm nhà ở")]
    [InlineData(" ViÖc lµm  nhµ ë", "• Việc làm – nhà ở")]
    public void Dashes_and_bullets_in_TCVN3_are_not_taken_for_capitals_of_VN1(string shown, string text)
    {
        DetectedText? detected = EncodingDetector.Detect(Encoding.Latin1.GetBytes(shown));
        Assert.Equal((TextEncoding.Tcvn3, text), (detected?.Encoding, detected?.Text));
    }

    [Fact]
    public void A_capital_that_is_a_word_by_itself_is_read_in_VN1()
    {
        DetectedText? detected = EncodingDetector.Detect([0x99, .. Encoding.Latin1.GetBytes(" l¹i bªn em, m×nh cïng ®i")]);
        Assert.Equal((TextEncoding.Tcvn5712Vn1, "Ở lại bên em, mình cùng đi"), (detected?.Encoding, detected?.Text));
    }

    [Fact]
    public void Nothing_and_plain_ascii_are_utf8()
    {
        Assert.Equal(TextEncoding.Utf8, EncodingDetector.Detect([])?.Encoding);
        Assert.Equal(TextEncoding.Utf8, EncodingDetector.Detect("Viet Nam"u8)?.Encoding);
    }

    [Fact]
    public void Utf8_with_a_damaged_byte_is_still_utf8()
    {
        byte[] bytes = Encoding.UTF8.GetBytes(Sentence);
        DetectedText? cut = EncodingDetector.Detect(bytes.AsSpan(1));
        Assert.Equal((TextEncoding.Utf8, '\uFFFD' + Sentence[1..]), (cut?.Encoding, cut?.Text));
        Assert.InRange(cut!.Score, 0.7, 0.99);
    }

    [Theory]
    [InlineData("Le président a été élu à la majorité absolue après un débat très animé.")]
    [InlineData("Die Straße über den Fluss führt nach München, wo schöne Häuser stehen.")]
    [InlineData("El niño comió una manzana y después jugó en el jardín con su tío José.")]
    public void Other_languages_in_latin_1_are_not_taken_for_vietnamese(string text) => Assert.Null(EncodingDetector.Detect(Encoding.Latin1.GetBytes(text)));

    [Fact]
    public void Bytes_that_are_no_text_have_no_encoding() => Assert.Null(EncodingDetector.Detect([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0xFF, 0xD8, 0xFF, 0xE0]));

    [Fact]
    public void Two_readings_that_are_equally_good_decide_nothing() => Assert.Null(EncodingDetector.Detect([0x76, 0xB5, 0x20, 0x6C, 0xB5]));   // TCVN3: và là; VISCII: vộ lộ

    [Fact]
    public void The_score_is_the_share_of_syllables()
    {
        byte[] bytes = Encoding.Latin1.GetBytes("C«ng ®oµn ViÖt Nam, Z«f");   // Zôf is no syllable
        DetectedText? detected = EncodingDetector.Detect(bytes);
        Assert.Equal((TextEncoding.Tcvn3, 0.75), (detected?.Encoding, detected?.Score));
    }
}
