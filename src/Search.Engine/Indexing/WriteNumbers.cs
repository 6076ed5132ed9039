using Search.Engine.Watching;

namespace Search.Engine.Indexing;

/// <summary>Gives writes their numbers; see <see cref="WriteSpan"/>. Thread-safe.</summary>
internal sealed class WriteNumbers
{
    private readonly TimeProvider _time;
    private readonly long _began;
    private long _last;

    /// <summary>Goes on behind the writes of an index, or begins those of a new one.</summary>
    public WriteNumbers(TimeProvider time, WriteSpan? earlier)
    {
        _time = time;
        _last = earlier?.Last ?? 0;
        _began = earlier?.Began ?? Next();
    }

    /// <summary>Those given so far.</summary>
    public WriteSpan Given => new(_began, Volatile.Read(ref _last));

    /// <summary>The number of the next write.</summary>
    public long Next()
    {
        while (true)
        {
            long last = Volatile.Read(ref _last);
            long next = Math.Max(last + 1, (_time.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond);
            if (Interlocked.CompareExchange(ref _last, next, last) == last)
            {
                return next;
            }
        }
    }
}
