using Search.Ingest.Pages;

namespace Search.Ingest.Tests.Pages;

public sealed class SourceMarkTests
{
    [Theory]
    [InlineData("(LĐTĐ) Sáng nay, chợ họp.", "LĐTĐ", "Sáng nay, chợ họp.")]
    [InlineData("(Dân trí) - Sáng nay, chợ họp.", "Dân trí", "Sáng nay, chợ họp.")]
    [InlineData("(TBKTSG Online) – Sáng nay, chợ họp.", "TBKTSG Online", "Sáng nay, chợ họp.")]
    [InlineData("(SGGP).- Sáng nay, chợ họp.", "SGGP", "Sáng nay, chợ họp.")]
    [InlineData("TTO - Sáng nay, chợ họp.", "TTO", "Sáng nay, chợ họp.")]
    [InlineData("GD&TĐ - Sáng nay, chợ họp.", "GD&TĐ", "Sáng nay, chợ họp.")]
    [InlineData("VOV.VN - Sáng nay, chợ họp.", "VOV.VN", "Sáng nay, chợ họp.")]
    [InlineData("Baomau.com.vn - “Sáng nay”, ông nói.", "Baomau.com.vn", "“Sáng nay”, ông nói.")]
    [InlineData("VTC News - 3 người về nhất.", "VTC News", "3 người về nhất.")]
    public void The_newspaper_stands_before_the_text(string paragraph, string source, string text)
    {
        Assert.True(SourceMark.TryTake(paragraph, out string found, out string rest));
        Assert.Equal((source, text), (found, rest));
    }

    [Theory]
    [InlineData("Sáng nay - chợ họp.")]
    [InlineData("TP.HCM - Sáng nay, chợ họp.")]
    [InlineData("TPHCM – Sáng nay, chợ họp.")]
    [InlineData("Hà Nội - Sáng nay, chợ họp.")]
    [InlineData("GDP - thước đo của nền kinh tế.")]
    [InlineData("(Đây là một câu trong ngoặc đơn khá dài) Sáng nay, chợ họp.")]
    [InlineData("(LĐTĐ)")]
    [InlineData("TTO - ")]
    [InlineData("")]
    public void Any_other_beginning_is_text(string paragraph)
    {
        Assert.False(SourceMark.TryTake(paragraph, out string found, out string rest));
        Assert.Equal(("", paragraph), (found, rest));
    }
}
