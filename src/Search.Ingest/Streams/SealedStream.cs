namespace Search.Ingest.Streams;

/// <summary>A stream with some bytes more behind its end.</summary>
internal sealed class SealedStream(Stream stream, byte[] seal) : ForwardStream
{
    private int _sealRead;

    /// <summary>Whether a byte of those behind the end has been read.</summary>
    public bool HasSealBegun => _sealRead > 0;

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

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            stream.Dispose();
        }

        base.Dispose(disposing);
    }
}
