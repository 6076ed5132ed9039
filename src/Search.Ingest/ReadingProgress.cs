namespace Search.Ingest;

/// <summary>How far reading has come. Thread-safe.</summary>
public sealed class ReadingProgress
{
    private long _bytes;

    /// <summary>Bytes read of the files as they lie, compressed or not.</summary>
    public long Bytes => Interlocked.Read(ref _bytes);

    internal void Add(int bytes) => Interlocked.Add(ref _bytes, bytes);
}
