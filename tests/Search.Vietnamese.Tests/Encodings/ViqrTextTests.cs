using System.Text;
using Search.Vietnamese.Encodings;

namespace Search.Vietnamese.Tests.Encodings;

public sealed class ViqrTextTests
{
    [Theory]
    [InlineData("Vie^.t Nam dda^'t nu+o+'c", "Việt Nam đất nước")]
    [InlineData("DDa.i ho^.i Co^ng ddoa`n", "Đại hội Công đoàn")]
    [InlineData("la`.", "là.")]
    [InlineData("to^i.", "tôi.")]                  // a dot that would be a tone in the wrong place
    [InlineData("Anh ddi dda^u?", "Anh đi đâu?")]
    [InlineData("anh dde^?n ho\\?", "anh để" + "n ho?")]
    [InlineData("la.", "lạ")]                      // as RFC 1456 has it
    [InlineData("A(n co+m chu+a?", "Ăn cơm chưa?")]
    [InlineData("\\\\ \\", "\\ \\")]
    [InlineData("Hoà bình", "Hoà bình")]
    public void A_document_in_viqr_is_read(string document, string text) => Assert.Equal(text, TextEncoding.Viqr.Decode(Encoding.UTF8.GetBytes(document)));
}
