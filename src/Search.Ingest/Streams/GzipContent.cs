using System.IO.Compression;

namespace Search.Ingest.Streams;

/// <summary>What a gzip file holds, read to a certain end: data that is cut short is an error.</summary>
/// <remarks>
/// <para><see cref="GZipStream"/> takes the end of a file for the end of its data, wherever it comes, so half a download would pass for a
/// whole one. Therefore one more gzip member, the seal, is put behind the file's bytes. Only after complete data it comes out as itself; what
/// else comes out after the file's last byte is never handed on.</para>
/// <para>A file may have several members (<c>cat a.gz b.gz</c>). Bytes behind the last one that are no member are an error too.</para>
/// </remarks>
internal sealed class GzipContent : ForwardStream
{
    private static readonly byte[] Seal = "The file before this member is complete."u8.ToArray();
    private static readonly byte[] SealMember = Compressed(Seal);

    private readonly SealedStream _compressed;
    private readonly GZipStream _content;
    private bool _isOver;

    public GzipContent(Stream compressed)
    {
        _compressed = new SealedStream(compressed, SealMember);
        _content = new GZipStream(_compressed, CompressionMode.Decompress);
    }

    /// <summary>Whether reading failed behind complete data, because something else stands there.</summary>
    public bool IsFollowedByOther { get; private set; }

    /// <inheritdoc/>
    /// <exception cref="InvalidDataException">The data is damaged or cut short.</exception>
    public override int Read(Span<byte> buffer)
    {
        if (_isOver)
        {
            return 0;
        }

        int count = _content.Read(buffer);
        if (_compressed.HasSealBegun)   // the decompressor asks for more only when it has handed out all that it had
        {
            CheckSeal(buffer[..count]);
            _isOver = true;
            return 0;
        }

        if (count == 0 && !buffer.IsEmpty)
        {
            IsFollowedByOther = true;
            throw new InvalidDataException("After the gzip data stands something else.");
        }

        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _content.Dispose();
        }

        base.Dispose(disposing);
    }

    private void CheckSeal(ReadOnlySpan<byte> begin)
    {
        Span<byte> seal = stackalloc byte[Seal.Length + 1];   // one more, to see that nothing follows
        begin = begin[..Math.Min(begin.Length, seal.Length)];
        begin.CopyTo(seal);
        int length = begin.Length + _content.ReadAtLeast(seal[begin.Length..], seal.Length - begin.Length, throwOnEndOfStream: false);
        if (!seal[..length].SequenceEqual(Seal))
        {
            throw new InvalidDataException("The gzip data ends before it is complete.");
        }
    }

    private static byte[] Compressed(byte[] bytes)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest))
        {
            gzip.Write(bytes);
        }

        return compressed.ToArray();
    }
}
