namespace Search.Ingest.Streams;

/// <summary>A stream whose beginning can be looked at before it is read.</summary>
internal sealed class PeekableStream(Stream stream) : ForwardStream
{
    private byte[] _head = [];
    private int _start;
    private int _end;

    /// <summary>The next bytes, which are still to be read.</summary>
    /// <param name="count">How many are wanted.</param>
    /// <returns>Fewer at the end of the stream. Valid until the next call.</returns>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public ReadOnlySpan<byte> Peek(int count)
    {
        if (_end - _start < count)
        {
            byte[] head = new byte[count];
            _head.AsSpan(_start.._end).CopyTo(head);
            (_head, _start, _end) = (head, 0, _end - _start);
            _end += stream.ReadAtLeast(_head.AsSpan(_end), _head.Length - _end, throwOnEndOfStream: false);
        }

        return _head.AsSpan(_start, Math.Min(count, _end - _start));
    }

    /// <summary>The stream behind, set back to where it stood before anything was read; <see langword="null"/> if it cannot be.</summary>
    public Stream? Rewind()
    {
        if (!stream.CanSeek)
        {
            return null;
        }

        stream.Position = 0;
        (_start, _end) = (0, 0);
        return stream;
    }

    public override int Read(Span<byte> buffer)
    {
        if (_start == _end)
        {
            return stream.Read(buffer);
        }

        int count = Math.Min(buffer.Length, _end - _start);
        _head.AsSpan(_start, count).CopyTo(buffer);
        _start += count;
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            stream.Dispose();
        }

        base.Dispose(disposing);
    }
}
