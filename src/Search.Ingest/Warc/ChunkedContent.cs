using System.Buffers.Text;
using Search.Ingest.Streams;

namespace Search.Ingest.Warc;

/// <summary>What an HTTP body in chunks holds (RFC 9112, section 7.1).</summary>
internal sealed class ChunkedContent(Stream body) : ForwardStream
{
    private const int LongestLine = 1024;

    private long _left;
    private bool _hasBegun;
    private bool _isOver;

    /// <summary>Whether a body begins with the size of a chunk; some archivers join the chunks and leave the header as it was.</summary>
    public static bool IsChunked(ReadOnlySpan<byte> body)
    {
        int end = body.IndexOf("\r\n"u8);
        return end > 0 && Utf8Parser.TryParse(body[..end], out long _, out int digits, 'x') && body[digits..end].TrimStart((byte)' ') is [] or [(byte)';', ..];
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidDataException">The body is damaged or cut short.</exception>
    public override int Read(Span<byte> buffer)
    {
        if (_left == 0 && !_isOver)
        {
            _left = NextSize();
            _isOver = _left == 0;   // trailing fields may follow, which say nothing about the content
        }

        if (_isOver || buffer.IsEmpty)
        {
            return 0;
        }

        int count = body.Read(buffer[..(int)Math.Min(buffer.Length, _left)]);
        _left -= count > 0 ? count : throw CutShort();
        return count;
    }

    private long NextSize()
    {
        if (_hasBegun && ReadLine().Length > 0)
        {
            throw new InvalidDataException("A chunk is longer than it says.");
        }

        _hasBegun = true;
        ReadOnlySpan<byte> line = ReadLine();
        return Utf8Parser.TryParse(line, out long size, out _, 'x') && size >= 0 ? size : throw new InvalidDataException("A chunk has no size.");
    }

    private ReadOnlySpan<byte> ReadLine()
    {
        byte[] line = new byte[LongestLine];
        for (int length = 0; length < line.Length; length++)
        {
            if (body.Read(line.AsSpan(length, 1)) == 0)
            {
                throw CutShort();
            }

            if (line[length] == '\n')
            {
                return line.AsSpan(0, length).TrimEnd((byte)'\r');
            }
        }

        throw new InvalidDataException("The size of a chunk is too long.");
    }

    private static InvalidDataException CutShort() => new("The body is cut short.");
}
