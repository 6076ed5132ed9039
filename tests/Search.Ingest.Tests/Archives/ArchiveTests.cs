using System.Formats.Tar;
using Search.Ingest.Identity;
using static Search.Ingest.Tests.Archives.Archive;

namespace Search.Ingest.Tests.Archives;

public sealed class ArchiveTests : IDisposable
{
    private static readonly (string, byte[])[] Files =
    [
        ("trang/a.txt", Text("A")),
        ("tin.jsonl", Text("{\"id\":\"b\",\"title\":\"B\"}\n{\"id\":\"c\",\"title\":\"C\"}\n")),
        ("tin.json.gz", TemporaryFolder.Gzip("[{\"title\":\"D\"}]")),
        ("anh.jpg", [0xFF, 0xD8]),
        ("__MACOSX/a.txt", Text("no")),
        (".an/a.txt", Text("no")),
    ];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string, byte[]> Archives => new()
    {
        { "x.zip", Zip(Files) },
        { "x.tar", Tar(Files) },
        { "x.tar.gz", TemporaryFolder.Gzip(Tar(Files)) },
        { "x.tgz", TemporaryFolder.Gzip(Tar(Files)) },
        { "x.ZIP", Zip(Files) },
    };

    [Theory]
    [MemberData(nameof(Archives))]
    public void An_archive_is_read_like_a_folder(string name, byte[] bytes)
    {
        _folder.Write(name, bytes);

        Assert.Equal([$"{name}/trang/a.txt = A", $"{name}/tin.jsonl:1 = B", $"{name}/tin.jsonl:2 = C", $"{name}/tin.json.gz#1 = D"], _folder.Read());
        Assert.Equal([$"{name}/anh.jpg - Its name tells no format that is read here."], _folder.PassedOver());
    }

    [Theory]
    [MemberData(nameof(Archives))]
    public void An_archive_given_without_extension_is_known_by_its_first_bytes(string name, byte[] bytes)
    {
        _folder.Write("dump", bytes);

        Assert.Equal(4, _folder.Read("dump").Length);
        Assert.NotEmpty(name);
    }

    [Fact]
    public void Archives_may_lie_in_one_another()
    {
        _folder.Write("ngoai.zip", Zip(("giua.tar.gz", TemporaryFolder.Gzip(Tar(("trong.zip", Zip(("a.txt", Text("A")))))))));

        Assert.Equal(["ngoai.zip/giua.tar.gz/trong.zip/a.txt = A"], _folder.Read());
    }

    [Fact]
    public void Archives_do_not_lie_in_one_another_without_end()
    {
        byte[] bytes = Zip(("a.txt", Text("A")));
        for (int i = 0; i < 10; i++)
        {
            bytes = Zip(("a.zip", bytes));
        }

        _folder.Write("a.zip", bytes);

        Assert.Equal(["a.zip/a.zip/a.zip/a.zip/a.zip/a.zip/a.zip ! Archives lie in one another more than 6 levels deep."], _folder.Read());
    }

    [Fact]
    public void Names_in_an_archive_make_ids_that_are_those_of_the_place()
    {
        _folder.Write("2023/x.zip", Zip(("a.txt", Text("A"))));

        Assert.Equal(DerivedId.OfPath("2023/x.zip/a.txt"), Assert.Single(_folder.Articles()).Id);
    }

    [Fact]
    public void Globs_choose_files_in_folders_and_archives_but_open_the_archives()
    {
        _folder.Write("x.zip", Zip(Files));
        _folder.Write("b/c.txt", "BC");
        _folder.Write("d.jsonl", """{"title":"D"}""");

        Assert.Equal(["b/c.txt = BC", "x.zip/trang/a.txt = A"], _folder.Read(new IngestOptions { Include = ["**/*.txt"] }));
        Assert.Equal(["d.jsonl:1 = D"], _folder.Read(new IngestOptions { Exclude = ["**/*.zip", "b/**"] }));
        Assert.Equal(["x.zip/tin.json.gz#1 = D"], _folder.Read(new IngestOptions { Include = ["**/*.json.gz"], Exclude = ["b/**"] }));
    }

    [Fact]
    public void A_file_that_is_given_itself_is_read_whatever_the_globs()
    {
        _folder.Write("a.txt", "A");

        Assert.Equal(["a.txt = A"], _folder.Read(new IngestOptions { Include = ["*.html"] }, "a.txt"));
    }

    [Fact]
    public void Links_in_a_tar_are_reported_and_not_followed()
    {
        _folder.Write("x.tar", Tar(
            new PaxTarEntry(TarEntryType.SymbolicLink, "a.txt") { LinkName = "/etc/passwd" },
            new PaxTarEntry(TarEntryType.HardLink, "b.txt") { LinkName = "../b.txt" },
            new PaxTarEntry(TarEntryType.Directory, "thu-muc/"),
            new UstarTarEntry(TarEntryType.RegularFile, "c.txt") { DataStream = new MemoryStream(Text("C")) },
            new GnuTarEntry(TarEntryType.RegularFile, new string('d', 200) + ".txt") { DataStream = new MemoryStream(Text("D")) },
            new V7TarEntry(TarEntryType.V7RegularFile, "e.txt") { DataStream = new MemoryStream(Text("E")) }));

        Assert.Equal(
            [
                "x.tar/a.txt ! The file is a link, which is not followed inside an archive.",
                "x.tar/b.txt ! The file is a link, which is not followed inside an archive.",
                "x.tar/c.txt = C",
                $"x.tar/{new string('d', 200)}.txt = D",
                "x.tar/e.txt = E",
            ],
            _folder.Read());
    }

    [Fact]
    public void An_entry_that_is_damaged_leaves_the_others_alone()
    {
        byte[] damaged = TemporaryFolder.Gzip("{\"title\":\"B\"}");
        damaged[^5] ^= 1;
        (string, byte[])[] files = [("a.txt", Text("A")), ("b.jsonl.gz", damaged), ("c.txt", Text("C"))];
        _folder.Write("x.zip", Zip(files));
        _folder.Write("y.tar", Tar(files));

        Assert.Equal(
            [
                "x.zip/a.txt = A", "x.zip/b.jsonl.gz ! The compressed data is damaged or cut short.", "x.zip/c.txt = C",
                "y.tar/a.txt = A", "y.tar/b.jsonl.gz ! The compressed data is damaged or cut short.", "y.tar/c.txt = C",
            ],
            _folder.Read());
    }

    [Fact]
    public void A_zip_entry_whose_checksum_is_wrong_is_rejected()
    {
        byte[] zip = Zip(("a.txt", Text("Một bài viết ngắn")), ("b.txt", Text("B")));
        int directory = zip.AsSpan().IndexOf("PK\x01\x02"u8);
        zip[directory + 16] ^= 0xFF;   // the checksum in the list of files
        _folder.Write("x.zip", zip);

        Assert.Equal(["x.zip/a.txt ! The compressed data is damaged or cut short.", "x.zip/b.txt = B"], _folder.Read());
    }

    [Fact]
    public void Archives_cut_short_anywhere_give_what_is_whole_and_a_line()
    {
        string whole = string.Concat(Enumerable.Range(0, 400).Select(i => $"{i * 7919} "));
        byte[] zip = Zip(("a.txt", Text(whole)), ("b.txt", Text(whole)));
        byte[] tar = Tar(("a.txt", Text(whole)), ("b.txt", Text(whole)));
        byte[] tgz = TemporaryFolder.Gzip(tar);
        foreach ((string name, byte[] bytes) in new[] { ("x.zip", zip), ("x.tar", tar), ("x.tgz", tgz) })
        {
            for (int length = 1; length < bytes.Length - (name == "x.tar" ? 1024 : 0); length += 97)
            {
                _folder.Write(name, bytes[..length]);
                string[] inputs = _folder.Read();
                string[] read = [.. inputs.TakeWhile(static input => input.Contains(" = ", StringComparison.Ordinal))];
                Assert.InRange(read.Length, 0, 2);
                Assert.InRange(inputs.Length - read.Length, name == "x.tar" && read.Length > 0 ? 0 : 1, 2);   // the file in the archive, and the archive
            }

            File.Delete(_folder.At(name));
        }
    }
}
