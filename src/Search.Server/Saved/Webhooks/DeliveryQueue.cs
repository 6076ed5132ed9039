using Search.Engine.Watching;

namespace Search.Server.Saved.Webhooks;

/// <summary>The deliveries of one webhook: what is to be sent, when, and what became of it. In memory; <see cref="State"/> is what to keep. Thread-safe.</summary>
internal sealed class DeliveryQueue
{
    /// <summary>The most that are pending; the rest waits in the index.</summary>
    public const int MostPending = 10_000;

    private const int MostFailures = 20;

    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);
    private static readonly TimeSpan LongestRetryAfter = TimeSpan.FromDays(1);

    private readonly Lock _lock = new();
    private readonly WebhookOptions _options;
    private readonly Dictionary<long, Delivery> _pending;
    /// <summary>Those that nobody has taken, first those that are due first, then those that were written first.</summary>
    private readonly PriorityQueue<Delivery, (DateTimeOffset Due, long Number)> _waiting = new();
    private DeliveryState _rest;
    private bool _isChanged;

    /// <summary>Goes on from a state.</summary>
    public DeliveryQueue(DeliveryState state, WebhookOptions options)
    {
        (_rest, _options) = (state with { Pending = [] }, options);
        _pending = state.Pending.ToDictionary(static delivery => delivery.Change.Number);
        _waiting.EnqueueRange(state.Pending.Select(static delivery => (delivery, PlaceOf(delivery))));
    }

    /// <summary>All of it, as of now.</summary>
    public DeliveryState State
    {
        get
        {
            lock (_lock)
            {
                return _rest with { Pending = [.. _pending.Values] };
            }
        }
    }

    /// <summary>The last write that was looked at.</summary>
    public long Position
    {
        get
        {
            lock (_lock)
            {
                return _rest.Position;
            }
        }
    }

    /// <summary>How many deliveries can be added.</summary>
    public int Room
    {
        get
        {
            lock (_lock)
            {
                return MostPending - _pending.Count;
            }
        }
    }

    /// <summary>When the next delivery is due that nobody has taken; <see langword="null"/> if there is none.</summary>
    public DateTimeOffset? NextDue
    {
        get
        {
            lock (_lock)
            {
                return _waiting.TryPeek(out Delivery? first, out _) ? first.Due : null;
            }
        }
    }

    /// <summary>Whether the state is another since the last <see cref="TakeChanged"/>.</summary>
    public bool IsChanged => Volatile.Read(ref _isChanged);

    /// <summary>Asks for <see cref="IsChanged"/> and sets it back: before the state is read that is to be kept.</summary>
    public bool TakeChanged() => Interlocked.Exchange(ref _isChanged, false);

    /// <summary>Adds what was found up to a position.</summary>
    public void Add(ArticleChanges changes, DateTimeOffset now)
    {
        lock (_lock)
        {
            foreach (ArticleChange change in changes.Found)
            {
                Schedule(new(change, Attempts: 0, FirstTried: null, now));
            }

            _isChanged |= _rest.Position != changes.Position;
            _rest = _rest with { Position = changes.Position };
        }
    }

    /// <summary>The delivery that is due first, for the one who asks; <see langword="null"/> if none is.</summary>
    public Delivery? TakeDue(DateTimeOffset now)
    {
        lock (_lock)
        {
            return _waiting.TryPeek(out Delivery? first, out _) && first.Due <= now ? _waiting.Dequeue() : null;
        }
    }

    /// <summary>Ends a delivery whose article is gone.</summary>
    public void Drop(Delivery delivery) => End(delivery, static rest => rest);

    /// <summary>Ends a delivery that arrived.</summary>
    public void Succeed(Delivery delivery, DateTimeOffset now) => End(delivery, rest => rest with { LastSuccess = now });

    /// <summary>Puts a delivery that failed off, or gives it up.</summary>
    /// <returns>Whether it was given up.</returns>
    public bool Fail(Delivery delivery, Webhook webhook, string error, TimeSpan? retryAfter, DateTimeOffset now)
    {
        DateTimeOffset firstTried = delivery.FirstTried ?? now;
        int attempts = delivery.Attempts + 1;
        if (now - firstTried < _options.GiveUpAfter)
        {
            lock (_lock)
            {
                Schedule(delivery with { Attempts = attempts, FirstTried = firstTried, Due = now + Wait(attempts, retryAfter) });
                _rest = _rest with { LastError = error };
                _isChanged = true;
            }

            return false;
        }

        var failure = new FailedDelivery(delivery.IdFor(webhook), delivery.Change.Id, delivery.Event, attempts, error, now);
        End(delivery, rest => rest with { Failed = rest.Failed + 1, Failures = [failure, .. rest.Failures.Take(MostFailures - 1)], LastError = error });
        return true;
    }

    /// <summary>Leaves out what was written up to a position.</summary>
    public void SkipTo(long position)
    {
        lock (_lock)
        {
            _rest = _rest with { Position = position };
            _isChanged = true;
        }
    }

    /// <summary>Notes why something failed besides a delivery.</summary>
    public void Note(string error)
    {
        lock (_lock)
        {
            _rest = _rest with { LastError = error };
            _isChanged = true;
        }
    }

    private void Schedule(Delivery delivery)
    {
        _pending[delivery.Change.Number] = delivery;
        _waiting.Enqueue(delivery, PlaceOf(delivery));
    }

    private static (DateTimeOffset Due, long Number) PlaceOf(Delivery delivery) => (delivery.Due, delivery.Change.Number);

    private void End(Delivery delivery, Func<DeliveryState, DeliveryState> note)
    {
        lock (_lock)
        {
            _pending.Remove(delivery.Change.Number);
            _rest = note(_rest);
            _isChanged = true;
        }
    }

    /// <summary>Twice as long after each failure, and a random part less, so that what failed together does not come back together.</summary>
    private TimeSpan Wait(int attempts, TimeSpan? retryAfter)
    {
        double longest = Math.Min(LongestWait.Ticks, _options.FirstRetry.Ticks * Math.Pow(2, attempts - 1));
        var wait = TimeSpan.FromTicks((long)(longest * (0.5 + (0.5 * Random.Shared.NextDouble()))));
        TimeSpan wanted = retryAfter > LongestRetryAfter ? LongestRetryAfter : retryAfter ?? TimeSpan.Zero;
        return wait > wanted ? wait : wanted;
    }
}
