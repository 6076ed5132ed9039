namespace Search.Ingest.Files;

/// <summary>A stream with some bytes more behind its end.</summary>
internal sealed class SealedStream(Stream stream, byte[] seal) : Stream
{
    private int _sealRead;

    /// <summary>Whether a byte of those behind the end has been read.</summary>
    public bool HasSealBegun => _sealRead > 0;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        int count = _sealRead == 0 ? stream.Read(buffer) : 0;
        if (count == 0)
        {
            count = Math.Min(seal.Length - _sealRead, buffer.Length);
            seal.AsSpan(_sealRead, count).CopyTo(buffer);
            _sealRead += count;
        }

        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
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
