using System.IO.Hashing;

namespace Search.Ingest.Streams;

/// <summary>A content whose length and CRC-32 are known: anything else is an error once its end is reached.</summary>
internal sealed class CheckedContent(Stream stream, long length, uint checksum) : ForwardStream
{
    private readonly Crc32 _checksum = new();
    private long _read;

    /// <inheritdoc/>
    /// <exception cref="InvalidDataException">The content is not what was announced.</exception>
    public override int Read(Span<byte> buffer)
    {
        int count = stream.Read(buffer);
        _checksum.Append(buffer[..count]);
        _read += count;
        if (_read > length || (count == 0 && !buffer.IsEmpty && (_read < length || _checksum.GetCurrentHashAsUInt32() != checksum)))
        {
            throw new InvalidDataException("The content differs from what the archive says of it.");
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
