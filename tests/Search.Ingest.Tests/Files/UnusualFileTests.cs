using System.Diagnostics;
using System.Runtime.Versioning;

namespace Search.Ingest.Tests.Files;

[UnsupportedOSPlatform("windows")]
public sealed class UnusualFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public UnusualFileTests() => _folder.Write("z.txt", "Z");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void An_empty_file_is_rejected()
    {
        _folder.Write("a.txt", "");

        Assert.Equal(["a.txt ! The file is empty, or it is no regular file.", "z.txt = Z"], _folder.Read());
    }

    [UnixFact]
    public void A_pipe_does_not_hang()
    {
        using Process mkfifo = Process.Start("mkfifo", _folder.At("a.jsonl"));
        mkfifo.WaitForExit();
        Assert.Equal(0, mkfifo.ExitCode);
        File.CreateSymbolicLink(_folder.At("b.jsonl"), "a.jsonl");

        Assert.Equal(
            ["a.jsonl ! The file is empty, or it is no regular file.", "b.jsonl ! The file is empty, or it is no regular file.", "z.txt = Z"],
            _folder.Read());
    }

    [UnixFact]
    public void A_device_is_not_read()
    {
        File.CreateSymbolicLink(_folder.At("zero"), "/dev/zero");

        Assert.Equal(["zero ! The file is empty, or it is no regular file."], _folder.Read("zero"));
    }

    [UnixFact]
    public void A_link_to_a_file_is_followed()
    {
        File.CreateSymbolicLink(_folder.At("a.txt"), "z.txt");

        Assert.Equal(["a.txt = Z", "z.txt = Z"], _folder.Read());
    }

    [UnixFact]
    public void A_link_to_nothing_is_rejected_unless_its_name_is_of_no_interest()
    {
        File.CreateSymbolicLink(_folder.At("a.txt"), "gone.txt");
        File.CreateSymbolicLink(_folder.At("a.md"), "gone.md");

        Assert.Equal(["a.txt ! The symbolic link leads to gone.txt, which does not exist.", "z.txt = Z"], _folder.Read());
    }

    [UnixFact]
    public void A_link_to_itself_is_rejected()
    {
        File.CreateSymbolicLink(_folder.At("a.txt"), "a.txt");

        string[] inputs = _folder.Read();

        Assert.StartsWith("a.txt ! ", inputs[0], StringComparison.Ordinal);
        Assert.Equal("z.txt = Z", inputs[1]);
    }

    [UnixFact]
    public void A_link_to_a_folder_is_reported_and_its_loop_not_entered()
    {
        Directory.CreateSymbolicLink(_folder.At("loop"), _folder.Path);

        Assert.Equal(
            [$"loop ! The symbolic link leads to the folder {_folder.Path}, which is not followed from here; give the path itself to read it.", "z.txt = Z"],
            _folder.Read());
    }

    [UnixFact]
    public void A_link_to_a_folder_is_followed_where_it_was_given()
    {
        _folder.Write("real/a.txt", "A");
        Directory.CreateSymbolicLink(_folder.At("link"), "real");

        Assert.Equal(["link/a.txt = A"], _folder.Read("link"));
    }

    [UnprivilegedUnixFact]
    public void A_file_and_a_folder_without_permission_are_rejected()
    {
        File.SetUnixFileMode(_folder.Write("a.txt", "A"), UnixFileMode.None);
        _folder.Write("closed/b.txt", "B");
        File.SetUnixFileMode(_folder.At("closed"), UnixFileMode.None);

        string[] inputs = _folder.Read();
        File.SetUnixFileMode(_folder.At("closed"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        Assert.Equal("a.txt ! The file may not be read: access is denied.", inputs[0]);
        Assert.StartsWith("closed ! The folder cannot be listed: ", inputs[1], StringComparison.Ordinal);
        Assert.Equal("z.txt = Z", inputs[2]);
    }
}
