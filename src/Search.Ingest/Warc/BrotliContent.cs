using System.IO.Compression;
using Search.Ingest.Streams;

namespace Search.Ingest.Warc;

/// <summary>What Brotli-compressed data holds; the platform's stream calls damage an invalid operation.</summary>
internal sealed class BrotliContent(Stream compressed) : ForwardStream
{
    private readonly BrotliStream _content = new(compressed, CompressionMode.Decompress);

    /// <inheritdoc/>
    /// <exception cref="InvalidDataException">The data is damaged or cut short.</exception>
    public override int Read(Span<byte> buffer)
    {
        try
        {
            return _content.Read(buffer);
        }
        catch (InvalidOperationException damaged)
        {
            throw new InvalidDataException(damaged.Message, damaged);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _content.Dispose();
        }

        base.Dispose(disposing);
    }
}
