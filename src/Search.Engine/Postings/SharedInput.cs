using Lucene.Net.Codecs;
using Lucene.Net.Store;

namespace Search.Engine.Postings;

/// <summary>A file that many read from at once, each read being at a place of its own: to clone an input for each term of each query costs more than the reads. Thread-safe.</summary>
internal sealed class SharedInput(IndexInput file) : IDisposable
{
    private readonly IndexInput?[] _idle = new IndexInput?[Environment.ProcessorCount];
    private readonly long _end = file.Length - CodecUtil.FooterLength();

    /// <summary>Reads bytes, fewer where the file ends before.</summary>
    /// <param name="start">Where they begin.</param>
    /// <param name="bytes">Takes them.</param>
    /// <param name="count">How many.</param>
    public void Read(long start, byte[] bytes, int count)
    {
        ref IndexInput? slot = ref _idle[Thread.GetCurrentProcessorId() % _idle.Length];
        IndexInput input = Interlocked.Exchange(ref slot, null) ?? (IndexInput)file.Clone();
        input.Seek(start);
        input.ReadBytes(bytes, 0, (int)Math.Min(count, _end - start));
        Volatile.Write(ref slot, input);
    }

    /// <exception cref="Lucene.Net.Index.CorruptIndexException">The checksum at the end is not that of the file.</exception>
    public void CheckIntegrity() => CodecUtil.ChecksumEntireFile(file);

    /// <inheritdoc/>
    public void Dispose() => file.Dispose();
}
