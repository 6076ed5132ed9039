using Lucene.Net.Codecs;
using Lucene.Net.Store;
using Search.Engine.Storage;

namespace Search.Engine.Postings;

/// <summary>A file that many read from at once, each read being at a place of its own: to clone an input for each term of each query costs more than the reads. Thread-safe.</summary>
internal sealed class SharedInput(IndexInput file) : IDisposable
{
    private readonly IndexInput?[] _idle = new IndexInput?[Environment.ProcessorCount];

    /// <summary>Bytes of the file and a few behind them, fewer where it ends before.</summary>
    /// <param name="start">Where they begin.</param>
    /// <param name="count">How many.</param>
    /// <param name="buffer">Takes them, if they must be copied.</param>
    /// <returns>The bytes, until the file is closed or the buffer changes.</returns>
    public ReadOnlySpan<byte> Read(long start, int count, byte[] buffer)
    {
        int left = (int)Math.Min(count, file.Length - start);
        if (file is MappedInput mapped)
        {
            return mapped.Span(start, left);
        }

        ref IndexInput? slot = ref _idle[Thread.GetCurrentProcessorId() % _idle.Length];
        IndexInput input = Interlocked.Exchange(ref slot, null) ?? (IndexInput)file.Clone();
        input.Seek(start);
        input.ReadBytes(buffer, 0, left);
        Volatile.Write(ref slot, input);
        return buffer;
    }

    /// <exception cref="Lucene.Net.Index.CorruptIndexException">The checksum at the end is not that of the file.</exception>
    public void CheckIntegrity() => CodecUtil.ChecksumEntireFile(file);

    /// <inheritdoc/>
    public void Dispose() => file.Dispose();
}
