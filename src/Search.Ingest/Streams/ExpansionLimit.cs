using Search.Ingest.Files;

namespace Search.Ingest.Streams;

/// <summary>Stops decompression bombs: how many bytes may come out of one file, over all that is packed in it and in one another.</summary>
/// <remarks>Articles shrink to a fifth or a tenth. What grows beyond <see cref="MostTimes"/> times the bytes read of the file, and beyond
/// <see cref="AlwaysAllowed"/>, is no archive of articles. For one file, by one thread.</remarks>
internal sealed class ExpansionLimit
{
    /// <summary>How many times its size a file may grow.</summary>
    public const int MostTimes = 200;

    /// <summary>64 MiB, in bytes.</summary>
    public const long AlwaysAllowed = 64 * 1024 * 1024;

    private long _read;
    private long _expanded;

    /// <summary>Counts bytes of the file as it lies.</summary>
    public void Read(int count) => _read += count;

    /// <summary>What a decompressor gives, until it is too much.</summary>
    /// <returns>A stream whose reading fails with <see cref="ExpansionException"/>.</returns>
    public Stream Of(Stream decompressed) => new CountedStream(decompressed, count =>
    {
        _expanded += count;
        if (_expanded > AlwaysAllowed && _expanded > MostTimes * _read)
        {
            throw new ExpansionException();
        }
    });
}

/// <summary>A file grows beyond all measure when it is decompressed; nothing more of it is read.</summary>
internal sealed class ExpansionException() : InputException(
    $"The compressed data grows to more than {ExpansionLimit.MostTimes} times its size, as a decompression bomb does; the rest of the file was not read.");
