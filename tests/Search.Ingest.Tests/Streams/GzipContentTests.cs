using System.Text;
using Search.Ingest.Streams;

namespace Search.Ingest.Tests.Streams;

public sealed class GzipContentTests
{
    private static readonly byte[] Text = Encoding.UTF8.GetBytes(string.Join('\n', Enumerable.Range(0, 60_000)));   // 348 kB
    private static readonly byte[] Compressed = TemporaryFolder.Gzip(Text);

    [Fact]
    public void Complete_data_is_read_as_it_was() => Assert.Equal(Text, Decompressed(Compressed, 4096));

    [Fact]
    public void Single_bytes_may_be_asked_for() => Assert.Equal("Đà Nẵng"u8, Decompressed(TemporaryFolder.Gzip("Đà Nẵng"), 1));

    [Fact]
    public void Several_members_are_one_text() => Assert.Equal([.. Text, .. Text], Decompressed([.. Compressed, .. Compressed], 4096));

    [Fact]
    public void A_member_may_be_empty() => Assert.Empty(Decompressed(TemporaryFolder.Gzip(""), 10));

    [Fact]
    public void Data_cut_short_anywhere_is_an_error()
    {
        byte[] small = TemporaryFolder.Gzip("Một dòng tin ngắn, rồi thôi.");
        for (int length = 1; length < small.Length; length++)
        {
            Assert.Throws<InvalidDataException>(() => Decompressed(small[..length], 4096));
        }

        Assert.Throws<InvalidDataException>(() => Decompressed(Compressed[..(Compressed.Length / 2)], 4096));
        Assert.Throws<InvalidDataException>(() => Decompressed([.. Compressed, .. small[..^1]], 4096));
    }

    [Fact]
    public void Any_damaged_byte_of_the_data_is_an_error()
    {
        byte[] small = TemporaryFolder.Gzip("Một dòng tin ngắn, rồi thôi.");
        for (int i = 10; i < small.Length; i++)   // in the header the time and the system may be anything
        {
            byte[] damaged = [.. small];
            damaged[i] ^= 0x10;
            Assert.Throws<InvalidDataException>(() => Decompressed(damaged, 4096));
        }
    }

    [Fact]
    public void Bytes_behind_the_data_are_an_error() =>
        Assert.Throws<InvalidDataException>(() => Decompressed([.. Compressed, 1, 2, 3], 4096));

    private static byte[] Decompressed(byte[] compressed, int bytesAtOnce)
    {
        using var content = new GzipContent(new MemoryStream(compressed));
        using var text = new MemoryStream();
        content.CopyTo(text, bytesAtOnce);
        return text.ToArray();
    }
}
