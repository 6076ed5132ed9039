using System.Formats.Tar;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using Search.Ingest.Streams;
using Search.Ingest.Tests.Archives;
using Search.Ingest.Tests.Warc;

namespace Search.Ingest.Tests;

/// <summary>Inputs made to harm: each ends with a line in the report, in bounded time and memory, and nothing is written.</summary>
public sealed class HostileInputTests : IDisposable
{
    private const long Mebibyte = 1024 * 1024;
    private const string Bomb = "The compressed data grows to more than 200 times its size, as a decompression bomb does; the rest of the file was not read.";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("a.zip")]
    [InlineData("a.txt.gz")]
    [InlineData("a.jsonl.gz")]
    [InlineData("a.tar.gz")]
    [InlineData("a.warc.gz")]
    public void A_decompression_bomb_is_stopped(string name)
    {
        byte[] zeros = Compressed(1200 * Mebibyte);
        _folder.Write(name, name switch
        {
            "a.zip" => Archive.Zip(("1.jsonl.gz", zeros), ("2.jsonl.gz", zeros)),
            "a.tar.gz" => TemporaryFolder.Gzip(Archive.Tar(("1.jsonl.gz", zeros), ("2.jsonl", new byte[100 * Mebibyte]))),
            _ => zeros,
        });
        _folder.Write("z.txt", "Z");

        string[] inputs = _folder.Read();

        Assert.Equal("z.txt = Z", inputs[^1]);
        Assert.InRange(inputs.Length, 2, 3);
        Assert.Contains(inputs, input => input.StartsWith($"{name}", StringComparison.Ordinal)
            && (input.Contains(Bomb, StringComparison.Ordinal) || input.Contains("longer than 5242880 bytes", StringComparison.Ordinal) || input.Contains("damaged", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_bomb_of_many_small_files_in_one_another_is_stopped()
    {
        byte[] inner = Archive.Zip([.. Enumerable.Range(0, 40).Select(static i => ($"{i}.jsonl", new byte[4 * Mebibyte]))]);
        byte[] outer = Archive.Zip([.. Enumerable.Range(0, 40).Select(i => ($"{i}.zip", inner))]);
        _folder.Write("a.zip", Archive.Zip([.. Enumerable.Range(0, 40).Select(i => ($"{i}.zip", outer))]));   // 256 GB in all

        string[] inputs = _folder.Read();

        Assert.Equal($"a.zip ! {Bomb}", Without(inputs[^1]));
        Assert.InRange(inputs.Length, 1, 100);
    }

    [Fact]
    public void Text_that_shrinks_well_is_no_bomb()
    {
        string lines = string.Concat(Enumerable.Range(0, 40_000).Select(static i => $$"""{"id":"a{{i}}","title":"Một dòng giống hệt nhau, chỉ số là khác","body":"{{new string('a', 2000)}} {{i * 7919}}"}""" + "\n"));
        _folder.Write("a.jsonl.gz", TemporaryFolder.Gzip(lines));

        Assert.All(_folder.Inputs(new IngestOptions()), static input => Assert.IsType<IngestedInput.Accepted>(input));
    }

    [Fact]
    public void Paths_that_lead_out_of_an_archive_are_reported_and_nothing_is_written()
    {
        string[] paths = ["../thoat.txt", "a/../../thoat.txt", "/tmp/thoat-ra.txt", "..\\thoat.txt", "C:\\thoat.txt"];
        _folder.Write("kho/x.tar", Archive.Tar([.. paths.Select(static path => (path, Archive.Text("X"))), ("tot.txt", Archive.Text("Tốt"))]));
        _folder.Write("kho/y.zip", Archive.Zip([.. paths.Select(static path => (path, Archive.Text("X"))), ("tot.txt", Archive.Text("Tốt"))]));
        string[] before = Directory.GetFileSystemEntries(_folder.Path, "*", SearchOption.AllDirectories);

        List<IngestedInput> inputs = _folder.Inputs(new IngestOptions());

        Assert.Equal(2 * paths.Length, inputs.OfType<IngestedInput.Rejected>().Count(static input => input.Reason == "The path of the entry leads out of the archive; it was not read."));
        Assert.Equal(["Tốt", "Tốt"], inputs.OfType<IngestedInput.Accepted>().Select(static input => input.Article.Title));
        Assert.Equal(before, Directory.GetFileSystemEntries(_folder.Path, "*", SearchOption.AllDirectories));
        Assert.False(File.Exists("/tmp/thoat-ra.txt"));
    }

    [Fact]
    public void Entities_are_neither_expanded_nor_fetched()
    {
        string secret = _folder.Write("bi-mat", "bí mật");
        string laughs = string.Concat(Enumerable.Range(1, 9).Select(static i => $"<!ENTITY lol{i} \"{string.Concat(Enumerable.Repeat($"&lol{i - 1};", 10))}\">"));
        _folder.Write("a.rss", $"<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY lol0 \"lol\">{laughs}]><rss><channel><item><title>&lol9;</title></item></channel></rss>");
        _folder.Write("b.rss", $"<!DOCTYPE rss [<!ENTITY x SYSTEM \"file://{secret}\">]><rss><channel><item><title>&x;</title></item></channel></rss>");
        _folder.Write("c.rss", $"<rss><!DOCTYPE x [<!ENTITY x SYSTEM \"file://{secret}\">]><channel><item><title>&x;</title></item></channel></rss>");
        _folder.Write("d.rss", "<rss><channel><item><title>A</title></item><item><title><!DOCTYPE x [<!ENTITY a 'b'>]>&a;</title></item></channel></rss>");

        List<IngestedInput> inputs = _folder.Inputs(new IngestOptions());

        const string Refused = "The XML has a document type definition, which is refused: it may hide entities that grow without end or read other files.";
        Assert.Equal([Refused, Refused], inputs.Where(static input => input.Name[^5] is 'a' or 'b').Select(static input => ((IngestedInput.Rejected)input).Reason));
        Assert.DoesNotContain(inputs.OfType<IngestedInput.Accepted>(), static input => input.Article.Title.Contains("bí mật", StringComparison.Ordinal) || input.Article.Title.Contains("lol", StringComparison.Ordinal));
        Assert.Equal(["A"], inputs.OfType<IngestedInput.Accepted>().Where(static input => input.Name.Contains("d.rss", StringComparison.Ordinal)).Select(static input => input.Article.Title));
    }

    [Theory]
    [InlineData("a.jsonl", 2048, "{\"title\":\"")]
    [InlineData("a.json", 300, "[{\"title\":\"")]
    [InlineData("a.json", 30, "[[[[")]
    [InlineData("a.csv", 300, "title,body\nA,\"")]
    [InlineData("a.csv", 300, "")]
    [InlineData("a.rss", 300, "<rss><channel><item><title>")]
    [InlineData("a.rss", 300, "<rss><channel><item><![CDATA[")]
    [InlineData("a.xml", 300, "<urlset><url><loc>")]
    [InlineData("a.rss", 300, "")]
    [InlineData("a.txt", 300, "")]
    [InlineData("a.html", 300, "<html>")]
    [InlineData("a.warc", 300, "WARC/1.0\r\nX: ")]
    [InlineData("a.warc", 300, "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example/\r\nContent-Length: 900000000\r\n\r\n")]
    public void A_line_without_end_takes_bounded_memory_and_leaves_a_line_in_the_report(string name, long mebibytes, string start)
    {
        using var stream = new PeekableStream(new Endless(Encoding.UTF8.GetBytes(start), (byte)'a', mebibytes * Mebibyte));
        var content = new InputContent(name, name, name, stream, new ExpansionLimit());
        long before = GC.GetTotalMemory(forceFullCollection: true);
        long most = 0;

        List<IngestedInput> inputs = [];
        using (var watch = new Timer(_ => most = Math.Max(most, GC.GetTotalMemory(false)), null, 0, 20))
        {
            foreach (CutInput input in new InputReader(new IngestOptions()).Read(content))
            {
                inputs.AddRange(input());
            }
        }

        Assert.NotEmpty(inputs);
        Assert.All(inputs, static input => Assert.IsNotType<IngestedInput.Accepted>(input));
        Assert.InRange(most - before, long.MinValue, 300 * Mebibyte);
    }

    [Theory]
    [InlineData(".txt")]
    [InlineData(".html")]
    [InlineData(".jsonl")]
    [InlineData(".json")]
    [InlineData(".csv")]
    [InlineData(".tsv")]
    [InlineData(".rss")]
    [InlineData(".warc")]
    [InlineData(".zip")]
    [InlineData(".tar")]
    [InlineData(".jsonl.gz")]
    [InlineData(".warc.gz")]
    [InlineData(".tar.gz")]
    public void Noise_gives_no_article_and_stops_nothing(string extension)
    {
        var random = new Random(7);
        for (int i = 0; i < 8; i++)
        {
            byte[] noise = new byte[random.Next(1, 60_000)];
            random.NextBytes(noise);
            byte[] stored = extension switch
            {
                ".jsonl.gz" when i % 2 == 0 => TemporaryFolder.Gzip(noise),
                ".warc.gz" when i % 2 == 0 => [.. TemporaryFolder.Gzip(WarcWriter.Response("https://bao.example/", "HTTP/1.1 200 OK\r\n"))[..^30], .. noise],
                ".tar" when i % 2 == 0 => [.. Archive.Tar(("a.txt", noise[..Math.Min(noise.Length, 400)]))[..1024], .. noise],
                ".zip" when i % 2 == 0 => [.. noise, .. Archive.Zip(("a.txt", noise))[..^10]],
                _ => noise,
            };
            _folder.Write($"a{i}{extension}", stored);
        }

        _folder.Write("z.txt", "Z");

        List<IngestedInput> inputs = _folder.Inputs(new IngestOptions());

        Assert.All(inputs.OfType<IngestedInput.Accepted>(), static input => Assert.EndsWith("z.txt", input.Name, StringComparison.Ordinal));
        Assert.NotEmpty(inputs.OfType<IngestedInput.Rejected>());
        Assert.IsType<IngestedInput.Accepted>(inputs[^1]);
    }

    [Fact]
    public void Damaged_archives_of_every_kind_never_throw()
    {
        var random = new Random(11);
        (string, byte[])[] files = [("a.jsonl", Archive.Text("{\"title\":\"A\"}\n{\"title\":\"B\"}")), ("b.txt", Archive.Text("Trang\n\nĐoạn."))];
        (string, byte[])[] sound =
        [
            ("a.zip", Archive.Zip(files)), ("a.tar", Archive.Tar(files)), ("a.tgz", TemporaryFolder.Gzip(Archive.Tar(files))),
            ("a.warc", WarcWriter.Response("https://bao.example/", WarcWriter.Html + WarcWriter.Page("A"))),
            ("a.warc.gz", TemporaryFolder.Gzip(WarcWriter.Response("https://bao.example/", WarcWriter.Html + WarcWriter.Page("A")))),
            ("a.rss", Archive.Text("<?xml version='1.0'?><rss xmlns:x='y'><channel><title>T</title><item><title>A</title><x:b>c</x:b></item></channel></rss>")),
            ("a.csv", Archive.Text("title,body\nA,\"b\"\"c\"\n")),
        ];
        foreach ((string name, byte[] bytes) in sound)
        {
            for (int i = 0; i < 150; i++)
            {
                byte[] damaged = [.. bytes];
                for (int hits = random.Next(1, 6); hits > 0; hits--)
                {
                    damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
                }

                _folder.Write(name, damaged);
                _folder.Read();
            }

            File.Delete(_folder.At(name));
        }
    }

    [Fact]
    public void A_tar_header_that_wants_all_memory_is_refused()
    {
        byte[] tar = Archive.Tar(new PaxTarEntry(TarEntryType.RegularFile, new string('x', 300) + ".txt") { DataStream = new MemoryStream(Archive.Text("X")) });
        Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Convert.ToString(1_900_000_000, 8),11}").Replace(' ', '0')).CopyTo(tar, 124);   // the size of the extended header
        int sum = Enumerable.Range(0, 512).Sum(i => i is >= 148 and < 156 ? ' ' : tar[i]);
        Encoding.ASCII.GetBytes($"{Convert.ToString(sum, 8).PadLeft(6, '0')}\0 ").CopyTo(tar, 148);
        _folder.Write("a.tar", tar);

        Assert.Equal(["a.tar ! The compressed data is damaged or cut short."], _folder.Read());
    }

    [UnixFact]
    public void A_circle_of_links_is_reported()
    {
        File.CreateSymbolicLink(_folder.At("a.jsonl"), "b.jsonl");
        File.CreateSymbolicLink(_folder.At("b.jsonl"), "a.jsonl");
        Directory.CreateDirectory(_folder.At("thu-muc"));
        Directory.CreateSymbolicLink(_folder.At("thu-muc/len"), "..");
        _folder.Write("thu-muc/z.txt", "Z");

        string[] inputs = _folder.Read();

        Assert.Equal(4, inputs.Length);
        Assert.Equal("thu-muc/z.txt = Z", inputs[^1]);
        Assert.Contains("which is not followed from here", inputs[^2], StringComparison.Ordinal);
    }

    private static string Without(string line) => line.Replace(" Inputs read before that place: ", "§", StringComparison.Ordinal).Split('§')[0];

    private static byte[] Compressed(long zeros)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Optimal))
        {
            byte[] block = new byte[Mebibyte];
            for (long i = 0; i < zeros; i += Mebibyte)
            {
                gzip.Write(block);
            }
        }

        return compressed.ToArray();
    }

    /// <summary>A beginning, and then one byte again and again.</summary>
    private sealed class Endless(byte[] start, byte rest, long length) : ForwardStream
    {
        private long _position;

        public override int Read(Span<byte> buffer)
        {
            int count = (int)Math.Min(buffer.Length, length - _position);
            buffer[..count].Fill(rest);
            if (_position < start.Length)
            {
                start.AsSpan((int)_position..Math.Min(start.Length, (int)_position + count)).CopyTo(buffer);
            }

            _position += count;
            return count;
        }
    }
}
