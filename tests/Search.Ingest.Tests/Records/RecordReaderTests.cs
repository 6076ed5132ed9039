using System.Text;
using Search.Ingest.Records;

namespace Search.Ingest.Tests.Records;

public sealed class RecordReaderTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(1000)]
    public void Records_do_not_depend_on_how_the_bytes_arrive(int bytesAtOnce)
    {
        const string Text = "\uFEFF[{\"a\":\"x\\\"}\\\\\"},\n\n{\"b\":[{}]} ,\"\\\\\",3]\n{\"đ\":1}";

        Assert.Equal(["[{\"a\":\"x\\\"}\\\\\"},\n", "\n", "{\"b\":[{}]} ,\"\\\\\",3]\n", "{\"đ\":1}"], Records(new LineReader(Slowly(Text, bytesAtOnce))));
        Assert.Equal(["[", "{\"a\":\"x\\\"}\\\\\"}", ",", "\n\n{\"b\":[{}]}", " ,", "\"\\\\\",", "3]", "\n{\"đ\":1}"], Records(new JsonValueReader(Slowly(Text, bytesAtOnce))));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    public void An_empty_stream_has_no_record(string text) => Assert.Empty(Records(new LineReader(Slowly(text, 1))));

    private static List<string> Records(RecordReader reader)
    {
        var records = new List<string>();
        while (reader.TryRead(out InputRecord record))
        {
            records.Add(Encoding.UTF8.GetString(record.Bytes.Span));
        }

        return records;
    }

    private static SlowStream Slowly(string text, int bytesAtOnce) => new(Encoding.UTF8.GetBytes(text), bytesAtOnce);

    /// <summary>Gives a few bytes at a time, as a network would.</summary>
    private sealed class SlowStream(byte[] bytes, int bytesAtOnce) : MemoryStream(bytes)
    {
        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, bytesAtOnce)]);
    }
}
