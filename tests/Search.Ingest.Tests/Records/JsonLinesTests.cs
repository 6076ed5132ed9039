using System.Text;

namespace Search.Ingest.Tests.Records;

public sealed class JsonLinesTests : IDisposable
{
    private const int Mebibyte = 1024 * 1024;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("{A}\n{B}\n")]
    [InlineData("{A}\n{B}")]
    [InlineData("{A}\r\n{B}\r\n")]
    [InlineData("\uFEFF{A}\n{B}")]
    public void Each_line_is_an_article(string pattern) =>
        Assert.Equal(["a.jsonl:1 = A", "a.jsonl:2 = B"], Read(pattern));

    [Fact]
    public void Blank_lines_are_passed_over_but_counted() =>
        Assert.Equal(["a.jsonl:3 = A", "a.jsonl:6 = B"], Read("\uFEFF\n \t\r\n{A}\n\n\n{B}\n\n"));

    [Fact]
    public void A_bad_line_leaves_the_others_alone() =>
        Assert.Equal(
            [
                "a.jsonl:1 = A",
                "a.jsonl:2 ! The JSON is malformed at line 1, byte 7: it ends there, but is not complete.",
                "a.jsonl:3 = B",
                "a.jsonl:4 ! The field \"title\" is a number; expected a string. The field \"date\" is \"x\"; "
                    + "expected a day of the calendar in ISO 8601, such as 2023-11-30 or 2023-11-30T14:05:00+07:00.",
            ],
            Read("{A}\n{\"id\":\n{B}\n{\"title\":1,\"date\":\"x\"}\n"));

    [Fact]
    public void A_line_of_6_mebibytes_is_passed_over_without_the_rest()
    {
        string long6 = "{\"title\":\"" + new string('x', 6 * Mebibyte) + "\"}";

        Assert.Equal(
            ["a.jsonl:1 = A", "a.jsonl:2 ! The line is longer than 5242880 bytes (5 MiB); it was passed over.", "a.jsonl:3 = B"],
            Read($"{{A}}\n{long6}\n{{B}}\n"));
        Assert.Equal(
            ["a.jsonl:1 ! The line is longer than 5242880 bytes (5 MiB); it was passed over."],
            Read(long6));
    }

    [Fact]
    public void A_line_of_5_mebibytes_is_read_with_its_line_end_and_one_byte_more_is_not()
    {
        string just = "{\"title\":\"" + new string('x', (5 * Mebibyte) - 12) + "\"}";
        _folder.Write("b.jsonl", just + "\r\n" + just.Replace("x\"", "xx\"", StringComparison.Ordinal) + "\r\n");

        List<IngestedInput> inputs = _folder.Inputs(IngestFormat.Auto, "b.jsonl");

        Assert.IsType<IngestedInput.Accepted>(inputs[0]);
        Assert.Equal("The article has 5242881 bytes; at most 5242880 (5 MiB) are accepted.", Assert.IsType<IngestedInput.Rejected>(inputs[1]).Reason);
    }

    [Fact]
    public void Long_lines_do_not_pile_up_in_memory()
    {
        byte[] line = Encoding.UTF8.GetBytes("{\"x\":\"" + new string('y', 40 * Mebibyte));
        string path = _folder.Write("a.jsonl.gz", TemporaryFolder.Gzip(line));

        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Single(ArticleSource.Read([path], new IngestOptions(), CancellationToken.None));

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 24 * Mebibyte);
    }

    [Fact]
    public void What_was_read_before_the_data_was_cut_short_counts()
    {
        byte[] whole = TemporaryFolder.Gzip(string.Join('\n', Enumerable.Range(0, 20_000).Select(i => $$"""{"id":"a{{i}}","title":"{{i * 7919}}"}""")));
        _folder.Write("a.jsonl.gz", whole[..(whole.Length / 2)]);
        _folder.Write("b.jsonl", """{"title":"B"}""");

        string[] inputs = _folder.Read();

        Assert.InRange(inputs.Length, 5_000, 15_000);
        Assert.All(inputs[..^2], input => Assert.Contains(" = ", input, StringComparison.Ordinal));
        Assert.Equal($"a.jsonl.gz ! The compressed data is damaged or cut short. Inputs read before that place: {inputs.Length - 2}.", inputs[^2]);
        Assert.Equal("b.jsonl:1 = B", inputs[^1]);
    }

    [Fact]
    public void What_was_read_before_the_data_was_damaged_counts()
    {
        byte[] damaged = TemporaryFolder.Gzip(string.Join('\n', Enumerable.Range(0, 20_000).Select(i => $$"""{"id":"a{{i}}","title":"{{i * 7919}}"}""")));
        damaged.AsSpan(damaged.Length / 2, 100).Fill(0xFF);
        _folder.Write("a.jsonl.gz", damaged);

        string[] inputs = _folder.Read();

        Assert.Contains("a.jsonl.gz:5000 = 39587081", inputs);
        Assert.StartsWith("a.jsonl.gz ! The compressed data is damaged or cut short. Inputs read before that place: ", inputs[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Lone_surrogates_are_kept()
    {
        _folder.Write("a.jsonl", """{"title":"a\ud800"}""");

        Assert.Equal(["a.jsonl:1 = a\ud800"], _folder.Read());
    }

    /// <summary>Reads a file in which <c>{A}</c> stands for an article with that title.</summary>
    private string[] Read(string pattern)
    {
        _folder.Write("a.jsonl", pattern.Replace("{A}", "{\"title\":\"A\"}", StringComparison.Ordinal).Replace("{B}", "{\"title\":\"B\"}", StringComparison.Ordinal));
        return _folder.Read("a.jsonl");
    }
}
