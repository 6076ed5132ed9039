using System.Text;
using Search.Vietnamese.Encodings;

namespace Search.Vietnamese.Tests.Encodings;

public sealed class TextEncodingTests
{
    [Theory]
    [InlineData("tcvn3", "tcvn3")]
    [InlineData("ABC", "tcvn3")]
    [InlineData("VNI", "vni-windows")]
    [InlineData("cp1258", "windows-1258")]
    [InlineData("Windows_1258", "windows-1258")]
    [InlineData("UTF8", "utf-8")]
    [InlineData("utf-16", "utf-16le")]
    public void Common_names_are_found_whatever_their_case_and_hyphens(string name, string found)
    {
        Assert.True(TextEncoding.TryFind(name, out TextEncoding? encoding));
        Assert.Equal(found, encoding.Name);
    }

    [Theory]
    [InlineData("")]
    [InlineData("latin-9")]
    public void Unknown_names_are_not_found(string name) => Assert.False(TextEncoding.TryFind(name, out _));

    [Fact]
    public void Every_encoding_is_found_by_its_own_name() =>
        Assert.All(TextEncoding.All, encoding => Assert.True(TextEncoding.TryFind(encoding.Name, out TextEncoding? found) && found == encoding));

    [Fact]
    public void The_example_of_the_documentation_is_true() => Assert.Equal("Công đoàn", TextEncoding.Tcvn3.Decode(Encoding.Latin1.GetBytes("C«ng ®oµn")));

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16be")]
    public void A_byte_order_mark_is_no_part_of_the_text(string name)
    {
        Assert.True(TextEncoding.TryFind(name, out TextEncoding? encoding));
        Encoding reference = Encoding.GetEncoding(name);
        Assert.Equal("đã", encoding.Decode([.. reference.Preamble, .. reference.GetBytes("đã")]));
        Assert.Equal("đã", encoding.Decode(reference.GetBytes("đã")));
    }

    [Fact]
    public void Utf8_keeps_the_form_of_its_text() => Assert.Equal("a\u0302\u0301", TextEncoding.Utf8.Decode("a\u0302\u0301"u8));

    [Fact]
    public void Bytes_that_are_no_utf8_become_replacement_characters() => Assert.Equal("a\uFFFDb", TextEncoding.Utf8.Decode([0x61, 0xFF, 0x62]));

    [Fact]
    public void Combining_tone_bytes_of_windows_1258_join_their_vowel() => Assert.Equal("tiếng Ệ", TextEncoding.Windows1258.Decode([.. "ti"u8, 0xEA, 0xEC, .. "ng "u8, 0xCA, 0xF2]));

    [Fact]
    public void Combining_tone_bytes_of_vn1_join_their_vowel() => Assert.Equal("ấ", TextEncoding.Tcvn5712Vn1.Decode([0xA9, 0xB3]));

    [Fact]
    public void A_second_tone_and_a_tone_without_vowel_stay() =>
        Assert.Equal("\u0301 á\u0300 \u0301", TextEncoding.Windows1258.Decode([0xEC, .. " a"u8, 0xEC, 0xCC, .. " "u8, 0xEC]));

    [Fact]
    public void A_pair_wins_over_single_bytes_also_with_the_mark_in_the_other_case() => Assert.Equal("Vieät Ấ".Replace("eä", "ệ", StringComparison.Ordinal), TextEncoding.VniWindows.Decode([.. "Vie"u8, 0xE4, .. "t A"u8, 0xE1]));

    [Fact]
    public void Signs_of_windows_1252_are_read_where_the_font_shows_them() => Assert.Equal("“ô”", TextEncoding.Tcvn3.Decode([0x93, 0xAB, 0x94]));

    [Fact]
    public void Bytes_that_a_code_page_does_not_define_become_replacement_characters() => Assert.Equal("\uFFFD", TextEncoding.Tcvn3.Decode([0xFF]));

    [Theory]
    [InlineData("TæNG", "TỔNG")]
    [InlineData("LI£N §OµN", "LIÊN ĐOÀN")]
    [InlineData("ñY", "ủY")]          // one capital alone does not tell
    [InlineData("Hµ Néi", "Hà Nội")]
    [InlineData("TæNg", "TổNg")]
    public void Capitals_of_tcvn3_come_back_where_the_word_shows_them(string shown, string text) => Assert.Equal(text, TextEncoding.Tcvn3.Decode(Encoding.Latin1.GetBytes(shown)));

    [Fact]
    public void Decoding_nothing_gives_nothing() => Assert.All(TextEncoding.All, encoding => Assert.Equal("", encoding.Decode([])));
}
