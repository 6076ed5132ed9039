using System.Text;
using Search.Vietnamese.Encodings;

namespace Search.Vietnamese.Tests.Encodings;

public sealed class TextRepairTests
{
    private const string Sentence = "Đại hội Công đoàn – “quyết định” nhiều việc lớn.";

    [Theory]
    [InlineData("AT&T và R&D")]
    [InlineData("a=1&b=2; c&d;")]
    [InlineData("“GIÃ” và GIÃ… CHÚ”")]                  // GIÔ, GIÅ, CHÚ” as bytes of UTF-8
    [InlineData("ANH ẤY ĐÃ”, ĐÃ–, ĐÃ— ĐÃ“")]                // ĐÔ, ĐÖ, Đ×
    [InlineData("Façade naïve, São Paulo, Ângela")]
    [InlineData("où ils apprennent à lire")]             // one word would be VNI
    [InlineData("à â ê î ô û, á é í ó ú")]
    [InlineData("Ðông Ðô, Ðà Lan")]                      // the eth is left to normalization
    [InlineData("«Hà» «Lan» «tòa» «bàn»")]              // guillemets are signs here, no letters of TCVN3
    [InlineData("'GÃ”, (GÃ’) TÔ” NGÃ” Ý” Ô”")]
    [InlineData("30°C, 100 m², «tốt», ½ kg, 5 £, 3 €")]
    [InlineData("MEÐ ÁHERSLUM: ÉG Á AÐ FARA Í SUND Á MORGUN")]
    [InlineData("C«ng viên Thống Nhất")]                // Unicode letters: damage of one word is left alone
    [InlineData("\uD800 lẻ \uDC00")]
    [InlineData("")]
    public void Sound_text_stays_the_same_instance(string text)
    {
        RepairedText repaired = TextRepair.Repair(text);
        Assert.Same(text, repaired.Text);
        Assert.Equal(("-", false), (repaired.Label, repaired.IsRepaired));
    }

    [Fact]
    public void The_example_of_the_documentation_is_true() => Assert.Equal("Công ty", TextRepair.Repair("CÃ´ng ty").Text);

    [Fact]
    public void Utf8_read_as_latin_1_or_windows_1252_is_undone_once_and_twice()
    {
        foreach (Func<byte[], string> shown in (Func<byte[], string>[])[Encoding.Latin1.GetString, Damage.ShownAsWindows1252])
        {
            string once = shown(Encoding.UTF8.GetBytes(Sentence));
            string twice = shown(Encoding.UTF8.GetBytes(once));
            Assert.Equal(new RepairedText(Sentence, "utf8-as-1252"), TextRepair.Repair(once));
            Assert.Equal(new RepairedText(Sentence, "utf8-as-1252"), TextRepair.Repair(twice));
        }
    }

    [Theory]
    [InlineData("Hội nghị â€“ lần thứ hai", "Hội nghị – lần thứ hai")]
    [InlineData("nhiệt độ 30Â°C", "nhiệt độ 30°C")]
    [InlineData("đồngâ€“đôla", "đồng–đôla")]
    [InlineData("Chúc mừng ðŸŽ‰", "Chúc mừng 🎉")]
    [InlineData("CÃ´ng ty MÃ¼ller á»Ÿ SÃ£o Paulo", "Công ty Müller ở São Paulo")]
    [InlineData("MÃ¼ller", "MÃ¼ller")]                                  // no syllable: perhaps somebody means it
    [InlineData("ÐŸÑ€Ð¸Ð²ÐµÑ‚ bÃ¡o", "ÐŸÑ€Ð¸Ð²ÐµÑ‚ báo")]            // Cyrillic stays, the rest is read
    [InlineData("CHÃNH GIÃ”NG: CÃ”", "CHÃNH GIÔNG: CÔ")]                // among damage CÃ” is damage too; a byte of Í is lost
    public void Damage_in_places_is_repaired_there(string damaged, string text) => Assert.Equal(text, TextRepair.Repair(damaged).Text);

    [Theory]
    [InlineData("&#7897;&#x1ED9;&ocirc;&Dstrok;", "ộộôĐ")]
    [InlineData("&amp;lt; &rarr; &hearts; &apos;", "&lt; → ♥ '")]
    [InlineData("&#150;&#0;&#xD800;&#x110000;&#99999999999999999999;", "–\uFFFD\uFFFD\uFFFD\uFFFD")]
    [InlineData("&#;&#x;&#12a;&unknown;&amp &ocirc &;&#7897", "&#;&#x;&#12a;&unknown;&amp &ocirc &;&#7897")]
    [InlineData("&#128513;", "😁")]
    public void Character_references_are_replaced_once(string text, string replaced) => Assert.Equal(replaced, TextRepair.Repair(text).Text);

    [Fact]
    public void Steps_that_acted_are_named_in_their_order() =>
        Assert.Equal(new RepairedText("Công đoàn & phụ nữ", "html+utf8-as-1252"), TextRepair.Repair("C&Atilde;&acute;ng &Auml;&lsquo;o&Atilde;&nbsp;n &amp; phá»¥ ná»¯"));

    [Fact]
    public void Old_encodings_shown_as_latin_1_keep_what_came_from_no_byte() =>
        Assert.Equal(new RepairedText("★ Công đoàn\vViệt Nam ♥ \uFFFD", "tcvn3"), TextRepair.Repair("★ C«ng ®oµn\vViÖt Nam ♥ \uFFFD"));

    [Fact]
    public void Null_is_refused() => Assert.Throws<ArgumentNullException>(() => TextRepair.Repair(null!));
}
