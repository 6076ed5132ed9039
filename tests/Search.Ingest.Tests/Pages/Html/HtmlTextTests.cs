using System.Text;
using Search.Ingest.Pages.Html;
using Search.Ingest.Tests.Pages.Templates;

namespace Search.Ingest.Tests.Pages.Html;

public sealed class HtmlTextTests
{
    private const string Html = "<html><head><title>Công đoàn</title></head><body><p>Tổng Liên đoàn Lao động họp bàn về tiền lương tối thiểu.</p></body></html>";

    [Theory]
    [InlineData("tcvn3")]
    [InlineData("vni-windows")]
    [InlineData("viscii")]
    [InlineData("vps")]
    [InlineData("windows-1258")]
    public void Old_encodings_are_found_out_whatever_the_page_declares(string encoding)
    {
        string html = Html.Replace("<head>", "<head><meta charset=windows-1252>", StringComparison.Ordinal);

        Assert.Equal(new HtmlText(html, encoding), HtmlText.Decode(LegacyBytes.Of(html, encoding), "iso-8859-1"));
    }

    public static TheoryData<Encoding, string> UnicodeForms => new()
    {
        { new UTF8Encoding(false), "utf-8" },
        { new UTF8Encoding(true), "utf-8" },
        { new UnicodeEncoding(false, true), "utf-16le" },
        { new UnicodeEncoding(true, true), "utf-16be" },
        { new UnicodeEncoding(false, false), "utf-16le" },
    };

    [Theory]
    [MemberData(nameof(UnicodeForms))]
    public void Unicode_proves_itself(Encoding encoding, string name) =>
        Assert.Equal(new HtmlText(Html, name), HtmlText.Decode([.. encoding.GetPreamble(), .. encoding.GetBytes(Html)], "windows-1258"));

    [Theory]
    [InlineData("windows-1251", "<meta charset=utf-8>", "windows-1251")]
    [InlineData(null, "<meta http-equiv=content-type content='text/html; charset=windows-1251'>", "windows-1251")]
    [InlineData(null, "<?xml version='1.0' encoding='windows-1251'?>", "windows-1251")]
    [InlineData("no-such-charset", "", "windows-1252")]
    [InlineData(null, "", "windows-1252")]
    public void Where_the_bytes_prove_nothing_the_declaration_counts(string? declared, string head, string encoding)
    {
        byte[] bytes = [.. Encoding.ASCII.GetBytes(head), 0xCC, 0xEE];

        Assert.Equal(encoding, HtmlText.Decode(bytes, declared).Encoding);
    }

    [Fact]
    public void Utf_8_that_was_read_as_windows_1252_is_repaired_and_references_stay()
    {
        string damaged = Encoding.Latin1.GetString(Encoding.UTF8.GetBytes("<p>Công đoàn &lt; &amp;ocirc; Tổng công ty</p>"));

        Assert.Equal(new HtmlText("<p>Công đoàn &lt; &amp;ocirc; Tổng công ty</p>", "utf8-as-1252"), HtmlText.Decode(Encoding.UTF8.GetBytes(damaged), null));
    }

    [Fact]
    public void Utf_8_with_damaged_bytes_is_utf_8()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes(Html), 0xFF];

        Assert.Equal("utf-8", HtmlText.Decode(bytes, null).Encoding);
    }
}
