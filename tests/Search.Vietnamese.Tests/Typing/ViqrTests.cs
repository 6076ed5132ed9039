using Search.Vietnamese.Typing;

namespace Search.Vietnamese.Tests.Typing;

public sealed class ViqrTests
{
    [Theory]
    [InlineData("nu*o*'c", "nước")]
    [InlineData("DDA(NG", "ĐĂNG")]
    public void Both_signs_of_the_horn_and_capitals_are_read(string keys, string syllable) =>
        Assert.Equal(new TypedWord(syllable, TypedWordKind.Syllable), Viqr.Decode(keys));

    [Theory]
    [InlineData("la\\.")]
    [InlineData("viet.")]
    [InlineData("a'^")]
    [InlineData("a''")]
    public void Escaped_doubled_and_misplaced_marks_make_no_syllable(string keys) =>
        Assert.Equal(new TypedWord(keys, TypedWordKind.Keys), Viqr.Decode(keys));
}
