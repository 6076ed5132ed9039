namespace Search.Engine.Indexing;

/// <summary>Views that cursors point into, kept for a time after their last use and bounded in number. Thread-safe.</summary>
/// <remarks>A kept view holds the files of its commit. Where there are too many, one whose cursors nobody has followed goes first, then the one that was used
/// longest ago: what somebody is reading outlives what was only offered.</remarks>
internal sealed class KeptViews : IDisposable
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Kept> _views = new(StringComparer.Ordinal);
    private readonly TimeSpan _lifetime;
    private readonly int _most;
    private readonly TimeProvider _time;
    private readonly ITimer _sweep;

    /// <param name="lifetime">How long a view stays after its last use.</param>
    /// <param name="most">How many there are at most.</param>
    /// <param name="time">The clock.</param>
    public KeptViews(TimeSpan lifetime, int most, TimeProvider time)
    {
        (_lifetime, _most, _time) = (lifetime, most, time);
        _sweep = time.CreateTimer(_ => DropExpired(), state: null, lifetime, lifetime);
    }

    /// <summary>Keeps a view from now on for its lifetime.</summary>
    public void Keep(IndexView view)
    {
        string generation = view.Generation;
        lock (_lock)
        {
            if (_views.TryGetValue(generation, out Kept? known))
            {
                known.LastUse = _time.GetTimestamp();
                return;
            }

            if (_views.Count >= _most)
            {
                Drop(_views.MinBy(each => (each.Value.IsFollowed, each.Value.LastUse)).Key);
            }

            view.Searcher.IndexReader.IncRef();
            _views.Add(generation, new(view.Searcher) { LastUse = _time.GetTimestamp() });
        }
    }

    /// <summary>The searcher of a kept view, with a reference to its reader; <see langword="null"/> if it is not kept.</summary>
    public ViewSearcher? Acquire(string generation)
    {
        lock (_lock)
        {
            if (!_views.TryGetValue(generation, out Kept? kept) || IsExpired(kept))
            {
                return null;
            }

            (kept.IsFollowed, kept.LastUse) = (true, _time.GetTimestamp());
            kept.Searcher.IndexReader.IncRef();
            return kept.Searcher;
        }
    }

    /// <summary>Lets go of all.</summary>
    public void Clear() => DropWhere(static _ => true);

    public void Dispose()
    {
        _sweep.Dispose();
        Clear();
    }

    private void DropExpired() => DropWhere(IsExpired);

    private void DropWhere(Func<Kept, bool> goes)
    {
        lock (_lock)
        {
            foreach (string generation in _views.Where(each => goes(each.Value)).Select(each => each.Key).ToList())
            {
                Drop(generation);
            }
        }
    }

    private void Drop(string generation)
    {
        _views.Remove(generation, out Kept? kept);
        kept!.Searcher.IndexReader.DecRef();   // only names of kept views come here
    }

    private bool IsExpired(Kept kept) => _time.GetElapsedTime(kept.LastUse) > _lifetime;

    private sealed class Kept(ViewSearcher searcher)
    {
        public ViewSearcher Searcher => searcher;

        public bool IsFollowed { get; set; }

        public long LastUse { get; set; }
    }
}
