using System.Diagnostics;
using Lucene.Net.Index;
using Search.Engine.Indexing;

namespace Search.Engine.Checking;

/// <summary>How far the verification of an index in the background is.</summary>
/// <param name="Verified">When the last one that came to its end began: every byte of the archive as it was then has been compared with its checksum. <see langword="null"/> if none did.</param>
/// <param name="DoneBytes">Bytes that the one at work has read; of the last one where none is at work.</param>
/// <param name="OfBytes">Bytes that it reads in all.</param>
/// <param name="Damage">What the last one found, or the one at work has found so far.</param>
public sealed record Verification(DateTimeOffset? Verified, long DoneBytes, long OfBytes, IReadOnlyList<IndexDamage> Damage);

/// <summary>Compares the files of an index with their checksums, slowly, while it is used. Thread-safe; one pass at a time.</summary>
internal sealed class IndexScrub(TimeProvider time)
{
    private volatile Verification _state = new(Verified: null, 0, 0, []);

    /// <summary>How far it is.</summary>
    public Verification State => _state;

    /// <summary>Reads all files of a view once.</summary>
    /// <param name="view">The view.</param>
    /// <param name="bytesPerSecond">How fast, above zero.</param>
    /// <param name="cancellation">Stops it.</param>
    public void Run(IndexView view, long bytesPerSecond, CancellationToken cancellation)
    {
        DateTimeOffset began = time.GetUtcNow();
        long started = Stopwatch.GetTimestamp();
        Lucene.Net.Store.Directory directory = view.Reader.Directory;
        ICollection<string> files = view.Reader.IndexCommit.FileNames;
        long of = 0;
        foreach (string file in files)
        {
            of += Length(directory, file);
        }

        var damage = new List<IndexDamage>();
        long done = 0;
        _state = _state with { DoneBytes = 0, OfBytes = of, Damage = [] };
        foreach (string file in files)
        {
            try
            {
                FileChecksum.Verify(directory, file, Advance);
            }
            catch (FileNotFoundException)
            {
                // It has been merged away meanwhile, for which it was verified.
            }
            catch (Exception failure) when (SegmentHealth.IsDamage(failure))
            {
                damage.Add(Of(view, file, failure));
                _state = _state with { Damage = [.. damage] };
            }
        }

        _state = new(began, of, of, damage);

        void Advance(int bytes)
        {
            done += bytes;
            _state = _state with { DoneBytes = done };
            TimeSpan early = TimeSpan.FromSeconds((double)done / bytesPerSecond) - Stopwatch.GetElapsedTime(started);
            if (early > TimeSpan.Zero)
            {
                cancellation.WaitHandle.WaitOne(early);
            }

            cancellation.ThrowIfCancellationRequested();
        }
    }

    /// <summary>0 for a file that a merge has removed.</summary>
    private static long Length(Lucene.Net.Store.Directory directory, string file)
    {
        try
        {
            return directory.FileLength(file);
        }
        catch (FileNotFoundException)
        {
            return 0;
        }
    }

    private static IndexDamage Of(IndexView view, string file, Exception failure)
    {
        foreach (SegmentReader segment in view.Reader.Leaves.Select(static leaf => leaf.AtomicReader).OfType<SegmentReader>())
        {
            if (segment.SegmentInfo.GetFiles().Contains(file))
            {
                return SegmentHealth.Of(view.Reader.Directory, segment.SegmentInfo, failure);
            }
        }

        return new(file, failure.Message, 0, []);
    }
}
