using Search.Cli.Indexing;

namespace Search.Cli.Tests.Indexing;

public sealed class ReasonKindTests
{
    [Theory]
    [InlineData("The JSON is malformed at line 1, byte 10: '}' was not expected there.", "The JSON is malformed at line …, byte …: … was not expected there.")]
    [InlineData("The field \"date\" is \"30-2\"; expected a day.", "The field … is …; expected a day.")]
    [InlineData("There is no column \"x\" for \"title\"; there are: a, b.", "There is no column … for …; there are: …")]
    [InlineData("The text is not UTF-8 at line 1, byte 2: the byte 0xFF belongs to no character there.", "The text is not UTF-8 at line …, byte …: the byte … belongs to no character there.")]
    [InlineData("The JSON is malformed at line 1, byte 1: the control character U+0095 was not expected there.", "The JSON is malformed at line …, byte …: the control character … was not expected there.")]
    [InlineData("The path does not exist.", "The path does not exist.")]
    public void Reasons_that_differ_in_what_they_name_are_of_one_kind(string reason, string kind) => Assert.Equal(kind, ReasonKind.Of(reason));
}
