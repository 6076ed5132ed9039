using System.Globalization;
using System.IO.Compression;
using System.Text;
using Search.Articles;
using Search.Ingest.Identity;
using static Search.Ingest.Tests.Warc.WarcWriter;

namespace Search.Ingest.Tests.Warc;

public sealed class WarcReaderTests : IDisposable
{
    private const string Uri = "https://bao.example/tin";
    /// <summary>Bytes at the end of a compressed record, or of one that is not, that hold nothing of its content.</summary>
    private const int Checksum = 12;

    private const string Damaged = "The record is damaged or cut short; reading went on at the next one.";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("1.0", false)]
    [InlineData("1.1", false)]
    [InlineData("1.0", true)]
    [InlineData("1.1", true)]
    public void A_thousand_records_are_read_back_whole(string version, bool isCompressed)
    {
        using var archive = new MemoryStream();
        Add(Record("warcinfo", "", "software: test\r\n"u8.ToArray(), version, "application/warc-fields"));
        for (int i = 0; i < 500; i++)
        {
            Add(Record("request", $"{Uri}/{i}", "GET / HTTP/1.1\r\n\r\n"u8.ToArray(), version));
            Add(Response($"{Uri}/{i}", Html + Page($"Bài số {i}"), version));
        }

        _folder.Write(isCompressed ? "a.warc.gz" : "a.warc", archive.ToArray());

        Article[] articles = _folder.Articles();

        Assert.Equal(Enumerable.Range(0, 500).Select(static i => $"Bài số {i}"), articles.Select(static article => article.Title));
        Assert.Equal(Enumerable.Range(0, 500).Select(static i => DerivedId.OfUrl($"{Uri}/{i}")), articles.Select(static article => article.Id));
        Assert.Equal(500, _folder.Read().Length);

        void Add(byte[] record) => archive.Write(isCompressed ? TemporaryFolder.Gzip(record) : record);
    }

    [Theory]
    [InlineData("")]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("zlib")]
    [InlineData("br")]
    [InlineData("chunked")]
    [InlineData("chunked,gzip")]
    [InlineData("chunked but joined")]
    [InlineData("gzip but plain")]
    public void A_body_may_be_transferred_in_any_way(string way)
    {
        byte[] page = Encoding.UTF8.GetBytes(Page("Cầu mới"));
        byte[] body = way switch
        {
            "gzip" or "chunked,gzip" => TemporaryFolder.Gzip(page),
            "deflate" => Compressed(page, static stream => new DeflateStream(stream, CompressionLevel.Fastest)),
            "zlib" => Compressed(page, static stream => new ZLibStream(stream, CompressionLevel.Fastest)),
            "br" => Compressed(page, static stream => new BrotliStream(stream, CompressionLevel.Fastest)),
            _ => page,
        };
        body = way is "chunked" or "chunked,gzip" ? Chunked(body) : body;
        string fields = way.StartsWith("chunked", StringComparison.Ordinal) ? "Transfer-Encoding: chunked\r\n" : "";
        fields += way switch
        {
            "gzip" or "gzip but plain" or "chunked,gzip" => "content-encoding: gzip\r\n",
            "deflate" or "zlib" => "Content-Encoding: deflate\r\n",
            "br" => "Content-Encoding: br\r\n",
            _ => "",
        };
        byte[] block = [.. Encoding.ASCII.GetBytes($"HTTP/1.1 200\r\nContent-Type: text/html\r\n{fields}\r\n"), .. body];
        _folder.Write("a.warc", Record("response", Uri, block));

        Assert.Equal([$"a.warc#{Uri} = Cầu mới"], Read());
    }

    [Fact]
    public void Each_payload_is_read_as_its_type()
    {
        _folder.Write("a.warc", [
            .. Response($"{Uri}/a.txt", "HTTP/1.0 200 OK\nContent-Type: text/plain\n\nTrang chữ\n\nĐoạn một."),
            .. Response($"{Uri}/b", "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n[{\"title\":\"B\"},{\"title\":\"C\"}]"),
            .. Response($"{Uri}/rss", "HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\n\r\n<rss><channel><item><title>D</title></item></channel></rss>"),
            .. Response($"{Uri}/e.csv", "HTTP/1.1 200 OK\r\nContent-Type: text/csv\r\n\r\ntitle,body\nE,x\n"),
            .. Response($"{Uri}/f", "HTTP/1.1 200 OK\r\n\r\n" + Page("Không khai kiểu")),
            .. Record("resource", $"{Uri}/g.txt", "Tài nguyên"u8.ToArray(), contentType: "text/plain"),
            .. Record("conversion", $"{Uri}/h", "Bản chữ"u8.ToArray(), "1.1", "text/plain"),
        ]);

        Assert.Equal(
            [
                $"a.warc#{Uri}/a.txt = Trang chữ", $"a.warc#{Uri}/b#1 = B", $"a.warc#{Uri}/b#2 = C", $"a.warc#{Uri}/rss#1 = D", $"a.warc#{Uri}/e.csv:2 = E",
                $"a.warc#{Uri}/f = Không khai kiểu", $"a.warc#{Uri}/g.txt = Tài nguyên", $"a.warc#{Uri}/h = Bản chữ",
            ],
            Read());
        Assert.Equal(["text", "json", "json", "rss", "csv", "html", "text", "text"], _folder.Inputs(IngestFormat.Auto).Select(static input => input.Format));
    }

    [Fact]
    public void What_is_no_article_is_passed_over_with_the_reason()
    {
        _folder.Write("a.warc", [
            .. Response($"{Uri}/anh", "HTTP/1.1 200 OK\r\nContent-Type: image/jpeg\r\n\r\nx"),
            .. Response($"{Uri}/het", "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\nx"),
            .. Response($"{Uri}/doi", "HTTP/1.1 301 Moved\r\nLocation: /x\r\n\r\n"),
            .. Response("https://bao.example/robots.txt", "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\nUser-agent: *"),
            .. Record("revisit", $"{Uri}/lai", "HTTP/1.1 200 OK\r\n\r\n"u8.ToArray()),
            .. Record("metadata", $"{Uri}/m", "x: y"u8.ToArray(), contentType: "application/warc-fields"),
            .. Record("resource", "metadata://gnu.org/software/wget/warc/wget.log", "log"u8.ToArray(), contentType: "text/plain"),
        ]);

        Assert.Empty(Read());
        Assert.Equal(
            [
                $"a.warc#{Uri}/anh - The type is image/jpeg.", $"a.warc#{Uri}/het - The HTTP status is 404.", $"a.warc#{Uri}/doi - The HTTP status is 301.",
                "a.warc#https://bao.example/robots.txt - It is a robots.txt.", $"a.warc#{Uri}/lai - It is a repeated visit, with nothing new.",
            ],
            _folder.PassedOver().Select(Restored));
    }

    [Theory]
    [InlineData("Content-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\nfff\r\nngắn", "The body is cut short.")]
    [InlineData("Content-Type: text/html\r\nContent-Length: 100\r\n\r\nngắn", "The content was cut short when it was archived.")]
    [InlineData("Content-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n\u001f", "The page has no text.")]
    [InlineData("Content-Type: text/html\r\nContent-Encoding: zstd\r\n\r\nx", "The content is compressed as \"zstd\", which is not read here.")]
    [InlineData("Content-Type: text/html", "The header of the response does not end.")]
    public void A_response_that_is_damaged_is_rejected(string http, string reason)
    {
        _folder.Write("a.warc", [.. Response(Uri, "HTTP/1.1 200 OK\r\n" + http), .. Response($"{Uri}/2", Html + Page("Sau"))]);

        string[] inputs = Read();

        Assert.Equal(2, inputs.Length);
        Assert.True(inputs[0] == $"a.warc#{Uri} ! {reason}" || reason.StartsWith("The page", StringComparison.Ordinal), inputs[0]);
        Assert.Equal($"a.warc#{Uri}/2 = Sau", inputs[1]);
    }

    [Fact]
    public void A_record_that_is_not_what_its_digest_says_is_rejected()
    {
        byte[] block = Encoding.UTF8.GetBytes(Html + Page("Nguyên vẹn"));
        byte[] good = Record("response", Uri, block, more: Digest(block));
        byte[] bad = [.. good];
        bad[^100] ^= 1;
        _folder.Write("a.warc", [.. good, .. bad]);

        Assert.Equal([$"a.warc#{Uri} = Nguyên vẹn", $"a.warc#{Uri} ! The content of the record is not what its digest says: it is damaged."], Read());
    }

    [Fact]
    public void A_digest_may_be_in_base32()
    {
        // The example of the standard: the SHA-1 of nothing, as archivers write it.
        _folder.Write("a.warc", Record("resource", Uri, [], contentType: "text/plain", more: "WARC-Block-Digest: sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ"));

        Assert.Equal([$"a.warc#{Uri} ! The text is blank; expected a title or a paragraph."], Read());
    }

    [Fact]
    public void A_record_that_the_archiver_broke_off_is_rejected()
    {
        _folder.Write("a.warc", Response(Uri, Html + Page("Dở"), more: "WARC-Truncated: length"));

        Assert.Equal([$"a.warc#{Uri} ! The content was cut short when it was archived."], Read());
    }

    [Fact]
    public void An_archive_cut_short_anywhere_gives_its_whole_records()
    {
        byte[][] records = [.. Enumerable.Range(0, 3).Select(static i => Response($"{Uri}/{i}", Html + Page($"Bài {i}")))];
        foreach (bool isCompressed in (bool[])[false, true])
        {
            byte[][] stored = isCompressed ? [.. records.Select(TemporaryFolder.Gzip)] : records;
            byte[] whole = [.. stored.SelectMany(static record => record)];
            string name = isCompressed ? "a.warc.gz" : "a.warc";
            for (int length = 1; length < whole.Length; length += 61)
            {
                _folder.Write(name, whole[..length]);
                int begun = length <= stored[0].Length ? 1 : length <= stored[0].Length + stored[1].Length ? 2 : 3;
                int left = stored.Take(begun).Sum(static record => record.Length) - length;

                string[] inputs = Read(name);

                int read = inputs.Count(static input => input.Contains(" = ", StringComparison.Ordinal));
                Assert.InRange(read, begun - 1, left <= Checksum ? begun : begun - 1);   // without its checksum a record may still be whole
                Assert.InRange(inputs.Length - read, left <= Checksum ? 0 : 1, left == 0 ? 0 : 1);
            }

            File.Delete(_folder.At(name));
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Damage_anywhere_in_a_record_costs_that_record_alone(bool isCompressed)
    {
        byte[][] records = [.. Enumerable.Range(0, 5).Select(static i =>
        {
            byte[] block = Encoding.UTF8.GetBytes(Html + Page($"Bài {i}"));
            return Record("response", $"{Uri}/{i}", block, more: Digest(block));
        })];
        byte[][] stored = isCompressed ? [.. records.Select(TemporaryFolder.Gzip)] : records;
        for (int at = 0; at < stored[2].Length - 4; at += 13)
        {
            byte[][] copy = [.. stored];
            copy[2] = [.. stored[2]];
            for (int i = at; i < Math.Min(at + 8, copy[2].Length - 4); i++)
            {
                copy[2][i] ^= 0x55;
            }

            _folder.Write(isCompressed ? "a.warc.gz" : "a.warc", [.. copy.SelectMany(static record => record)]);

            string[] read = [.. Read().Where(static input => input.Contains(" = ", StringComparison.Ordinal))];

            foreach (int other in (int[])[0, 1, 3, 4])
            {
                Assert.Single(read, input => input.EndsWith($"/{other} = Bài {other}", StringComparison.Ordinal));
            }

            Assert.All(read, static input => Assert.Matches("/([0-9]) = Bài \\1$|#.* = Bài 2$", input));
        }
    }

    [Fact]
    public void A_compressed_record_cut_out_of_the_middle_costs_nothing_else()
    {
        byte[][] stored = [.. Enumerable.Range(0, 4).Select(static i => TemporaryFolder.Gzip(Response($"{Uri}/{i}", Html + Page($"Bài {i}"))))];
        for (int length = 1; length < stored[1].Length - Checksum; length += 7)
        {
            _folder.Write("a.warc.gz", [.. stored[0], .. stored[1][..length], .. stored[2], .. stored[3]]);

            Assert.Equal([$"a.warc.gz#{Uri}/0 = Bài 0", $"a.warc.gz#2 ! {Damaged}", $"a.warc.gz#{Uri}/2 = Bài 2", $"a.warc.gz#{Uri}/3 = Bài 3"], Read());
        }
    }

    [Fact]
    public void Noise_between_records_is_passed_with_a_line()
    {
        var random = new Random(5);
        byte[] noise = new byte[10_000];
        random.NextBytes(noise);
        byte[] a = Response($"{Uri}/a", Html + Page("A"));
        byte[] b = Response($"{Uri}/b", Html + Page("B"));
        _folder.Write("a.warc", [.. a, .. noise, .. "\n"u8, .. b]);
        _folder.Write("b.warc.gz", [.. TemporaryFolder.Gzip(a), .. noise, .. TemporaryFolder.Gzip(b)]);

        Assert.Equal(
            [
                $"a.warc#{Uri}/a = A", $"a.warc#2 ! {Damaged}", $"a.warc#{Uri}/b = B",
                $"b.warc.gz#{Uri}/a = A", $"b.warc.gz#2 ! {Damaged}", $"b.warc.gz#{Uri}/b = B",
            ],
            Read());
    }

    [Fact]
    public void A_length_that_is_a_lie_takes_no_memory()
    {
        _folder.Write("a.warc", "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/\r\nContent-Length: 9223372036854775807\r\n\r\nx"u8.ToArray());
        long before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Equal([$"a.warc#1 ! {Damaged}"], Read());

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4 * 1024 * 1024);
    }

    private string[] Read(params string[] names) => [.. _folder.Read(names).Select(Restored)];

    /// <summary>The relative name of an address loses one of its slashes.</summary>
    private static string Restored(string line) => line.Replace("https:/b", "https://b", StringComparison.Ordinal);

    private static byte[] Chunked(byte[] body)
    {
        using var chunks = new MemoryStream();
        foreach (byte[] chunk in body.Chunk(100))
        {
            chunks.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{chunk.Length:x};name=value\r\n")));
            chunks.Write(chunk);
            chunks.Write("\r\n"u8);
        }

        chunks.Write("0\r\nTrailer: x\r\n\r\n"u8);
        return chunks.ToArray();
    }

    private static byte[] Compressed(byte[] bytes, Func<Stream, Stream> compressor)
    {
        using var compressed = new MemoryStream();
        using (Stream stream = compressor(compressed))
        {
            stream.Write(bytes);
        }

        return compressed.ToArray();
    }
}
