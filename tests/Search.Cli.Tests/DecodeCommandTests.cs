using System.Text;

namespace Search.Cli.Tests;

public sealed class DecodeCommandTests : IDisposable
{
    private const string Text = "Đại hội Công đoàn\nquyết định nhiều việc lớn.\n";

    /// <summary>The text in TCVN3, shown as Latin-1.</summary>
    private const string Tcvn3 = "§¹i héi C«ng ®oµn\nquyÕt ®Þnh nhiÒu viÖc lín.\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_encoding_is_found_and_said_on_standard_error()
    {
        SearchProcess.Result result = await SearchProcess.RunAsync("decode", Write("old.txt", Encoding.Latin1.GetBytes(Tcvn3)));

        Assert.Equal(new(0, Text, "encoding: tcvn3\n"), result);
    }

    [Fact]
    public async Task Standard_input_is_read_for_a_hyphen()
    {
        SearchProcess.Result result = await SearchProcess.RunWithInputAsync(Encoding.BigEndianUnicode.GetBytes(Text), "decode", "-", "--from", "auto");

        Assert.Equal(new(0, Text, "encoding: utf-16be\n"), result);
    }

    [Fact]
    public async Task Repairs_are_said_too()
    {
        string damaged = Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(Text)).Replace("h", "&#104;", StringComparison.Ordinal);

        SearchProcess.Result result = await SearchProcess.RunAsync("decode", Write("damaged.txt", Encoding.UTF8.GetBytes(damaged)));

        Assert.Equal(new(0, Text, "encoding: utf-8\nrepaired: html+utf8-as-1252\n"), result);
    }

    [Fact]
    public async Task A_named_encoding_is_taken_at_its_word_and_nothing_is_repaired()
    {
        SearchProcess.Result result = await SearchProcess.RunAsync("decode", Write("keys.txt", "Vie^.t Nam &amp; ba.n be`"u8), "--from", "VIQR");

        Assert.Equal(new(0, "Việt Nam &amp; bạn bè", "encoding: viqr\n"), result);
    }

    [Fact]
    public async Task What_is_in_no_known_encoding_exits_with_1_and_prints_nothing()
    {
        string file = Write("french.txt", Encoding.Latin1.GetBytes("Le débat a été très animé à la majorité."));

        SearchProcess.Result result = await SearchProcess.RunAsync("decode", file);

        Assert.Equal(new(1, "", $"The encoding of {file} was not found: none gives Vietnamese words. If you know it, name it with --from.\n"), result);
    }

    [Fact]
    public async Task A_missing_file_exits_with_1_and_one_sentence()
    {
        SearchProcess.Result result = await SearchProcess.RunAsync("decode", _folder["none.txt"]);

        Assert.Equal((1, ""), (result.ExitCode, result.Output));
        Assert.Contains("none.txt", Assert.Single(result.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_encoding_is_wrong_usage()
    {
        SearchProcess.Result result = await SearchProcess.RunAsync("decode", Write("old.txt", "a"u8), "--from", "latin-9");

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.StartsWith("--from is \"latin-9\"; expected one of: auto, utf-8, ", result.Error, StringComparison.Ordinal);
    }

    private string Write(string name, ReadOnlySpan<byte> bytes)
    {
        File.WriteAllBytes(_folder[name], bytes);
        return _folder[name];
    }
}
