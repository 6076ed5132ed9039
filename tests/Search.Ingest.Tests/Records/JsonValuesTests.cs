namespace Search.Ingest.Tests.Records;

public sealed class JsonValuesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("""{"title":"A"}""")]
    [InlineData("\uFEFF \n{\n  \"title\":\n\"A\"\n}\n\n")]
    public void A_file_may_hold_one_object_over_many_lines(string json) => Assert.Equal(["a.json = A"], Read(json));

    [Theory]
    [InlineData("""[{"title":"A"},{"title":"B"}]""")]
    [InlineData("\uFEFF[\r\n  {\r\n \"title\": \"A\"\r\n}\r\n,\r\n{\"title\":\"B\"}\r\n]\r\n")]
    public void A_file_may_hold_an_array(string json) => Assert.Equal(["a.json#1 = A", "a.json#2 = B"], Read(json));

    [Fact]
    public void A_file_may_hold_objects_one_after_another() =>
        Assert.Equal(["a.json = A", "a.json#2 = B"], Read("{\"title\":\"A\"}\n{\"title\":\"B\"}\n"));

    [Theory]
    [InlineData("[]")]
    [InlineData(" ")]
    public void A_file_may_hold_no_article(string json) => Assert.Empty(Read(json));

    [Fact]
    public void Brackets_braces_and_commas_in_strings_part_nothing() =>
        Assert.Equal(
            ["""a.json#1 = [}],{"\""", "a.json#2 = B"],
            Read("""[{"title":"[}],{\"\\","x":{"y":[{},[1,2]]}},{"title":"B"}]"""));

    [Fact]
    public void A_bad_element_leaves_the_others_alone() =>
        Assert.Equal(
            [
                "a.json#1 = A",
                "a.json#2 ! The JSON is a number; expected an object.",
                "a.json#3 ! The JSON is malformed at line 1, byte 10: '}' was not expected there.",
                "a.json#4 ! The JSON is a string; expected an object.",
                "a.json#5 = B",
            ],
            Read("""[{"title":"A"}, 7, {"title":}, "x,y", {"title":"B"}]"""));

    [Theory]
    [InlineData("""[{"title":"A"},{"title":"B"}""", "a.json ! The array does not end; the file was cut short.")]
    [InlineData("""[{"title":"A"},{"title":"B"},""", "a.json ! The array does not end; the file was cut short.")]
    [InlineData("""[{"title":"A"},{"title":"B"},{"title":"C""", "a.json#3 ! The value does not end; the file was cut short, or a bracket or quotation mark is missing.")]
    [InlineData("""[{"title":"A"},{"title":"B"},{"title":"C" """, "a.json#3 ! The value does not end; the file was cut short, or a bracket or quotation mark is missing.")]
    public void A_file_cut_short_is_reported_after_what_is_whole(string json, string report) =>
        Assert.Equal(["a.json#1 = A", "a.json#2 = B", report], Read(json));

    [Fact]
    public void An_element_of_6_mebibytes_is_passed_over() =>
        Assert.Equal(
            ["a.json#1 = A", "a.json#2 ! The value is longer than 5242880 bytes (5 MiB); it was passed over.", "a.json#3 = B"],
            Read($$"""[{"title":"A"},{"title":"{{new string('x', 6 * 1024 * 1024)}}"},{"title":"B"}]"""));

    [Fact]
    public void Stray_brackets_never_throw()
    {
        var random = new Random(5);
        for (int i = 0; i < 300; i++)
        {
            Read(string.Concat(Enumerable.Range(0, random.Next(1, 30)).Select(_ => "[]{},\":\\1 \n"[random.Next(11)])));
        }
    }

    private string[] Read(string json)
    {
        _folder.Write("a.json", json);
        return _folder.Read();
    }
}
