using System.Text;
using System.Text.Unicode;
using Search.Ingest.Records;
using Search.Ingest.Streams;
using Search.Vietnamese.Encodings;

namespace Search.Ingest.Decoding;

/// <summary>A long text, whatever it is in, as a stream of UTF-8.</summary>
/// <remarks>The encoding is told by the first 64 KiB. A stream that is UTF-8 from there on is handed on as it is: a record in it that is not is a matter of
/// whoever reads the records. Text in an old encoding is converted line by line; longer lines than an article has are dropped.</remarks>
internal static class Utf8Content
{
    private const int HeadBytes = 1 << 16;

    /// <summary>Finds out the encoding.</summary>
    /// <param name="content">The text; nothing has been read of it.</param>
    /// <param name="declared">The encoding that came with it; <see langword="null"/> if none did.</param>
    /// <param name="encoding">The name of its encoding.</param>
    /// <returns>The same as UTF-8, possibly with a byte order mark.</returns>
    public static Stream Open(PeekableStream content, string? declared, out string encoding)
    {
        ReadOnlySpan<byte> head = content.Peek(HeadBytes);
        if (!IsUnicode16(head) && Utf8.IsValid(WithoutCutCharacter(head)))
        {
            encoding = TextEncoding.Utf8.Name;
            return content;
        }

        // A head that is cut inside a line may end inside a letter, which two bytes stand for in some encodings.
        int lineEnd = head.LastIndexOf((byte)'\n');
        ReadOnlySpan<byte> sample = IsUnicode16(head) ? head[..(head.Length & ~1)] : lineEnd > 0 ? head[..lineEnd] : head;
        encoding = TextDecoding.TryDecode(sample, declared, out DecodedText text, out _) ? text.Source : TextEncoding.Utf8.Name;
        if (encoding == TextEncoding.Utf8.Name)
        {
            return content;
        }

        return encoding == TextEncoding.Utf16LittleEndian.Name ? Encoding.CreateTranscodingStream(content, Encoding.Unicode, Encoding.UTF8)
            : encoding == TextEncoding.Utf16BigEndian.Name ? Encoding.CreateTranscodingStream(content, Encoding.BigEndianUnicode, Encoding.UTF8)
            : TextEncoding.TryFind(encoding, out TextEncoding? vietnamese) ? new ConvertedLines(content, vietnamese)
            : Encoding.CreateTranscodingStream(content, Encoding.GetEncoding(encoding), Encoding.UTF8);
    }

    private static bool IsUnicode16(ReadOnlySpan<byte> head) => head is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [0, not 0, ..] or [not 0, 0, ..];

    private static ReadOnlySpan<byte> WithoutCutCharacter(ReadOnlySpan<byte> head)
    {
        for (int last = head.Length - 1; head.Length == HeadBytes && last >= head.Length - 4; last--)
        {
            if ((head[last] & 0xC0) != 0x80)
            {
                return head[..last];
            }
        }

        return head;
    }

    private sealed class ConvertedLines(Stream content, TextEncoding encoding) : ForwardStream
    {
        private readonly LineReader _lines = new(content);
        private ReadOnlyMemory<byte> _line;

        public override int Read(Span<byte> buffer)
        {
            while (_line.IsEmpty)
            {
                if (!_lines.TryRead(out InputRecord line))
                {
                    return 0;
                }

                _line = line.IsTooLong ? "\n"u8.ToArray() : Encoding.UTF8.GetBytes(encoding.Decode(line.Bytes.Span));
            }

            int count = Math.Min(buffer.Length, _line.Length);
            _line.Span[..count].CopyTo(buffer);
            _line = _line[count..];
            return count;
        }
    }
}
