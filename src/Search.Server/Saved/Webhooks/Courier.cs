using System.Threading.Channels;
using Search.Engine.Watching;

namespace Search.Server.Saved.Webhooks;

/// <summary>Finds and delivers what one webhook is to hear of. Thread-safe.</summary>
/// <remarks>Its file is a <see cref="DeliveryState"/>, written at most once a second. One that is old costs nothing but repetitions: what was found behind its position is found
/// again, with the same ids. Where there is too much to keep, the rest waits in the index.</remarks>
internal sealed partial class Courier : IAsyncDisposable
{
    /// <summary>Deliveries under way.</summary>
    private const int MostAtATime = 4;

    private static readonly TimeSpan SaveInterval = TimeSpan.FromSeconds(1);

    private readonly CourierTools _tools;
    private readonly Action _hasRoom;
    private readonly string _file;
    private readonly DeliveryQueue _queue;
    private readonly CancellationTokenSource _closing = new();
    private readonly Channel<bool> _signals = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private volatile SavedSearch _search;
    private volatile bool _isBehind;
    private Task _loop = Task.CompletedTask;

    /// <summary>Goes on where the deliveries of a webhook were, or begins behind what was written when it was set.</summary>
    /// <param name="search">A search with a webhook.</param>
    /// <param name="tools">What it works with.</param>
    /// <param name="hasRoom">Called when it can take more, after it could not take all.</param>
    /// <exception cref="SavedFileException">Its file is damaged.</exception>
    public Courier(SavedSearch search, CourierTools tools, Action hasRoom)
    {
        (_search, _tools, _hasRoom) = (search, tools, hasRoom);
        _file = FileOf(Webhook.Id);
        _queue = new(tools.Folder.Read<DeliveryState>(_file) ?? new(Webhook.Since, [], 0, [], null, null), tools.Options);
    }

    /// <summary>The search, as it is now.</summary>
    public SavedSearch Search
    {
        get => _search;
        set => _search = value;
    }

    /// <summary>Deliveries that are pending.</summary>
    public int Pending => DeliveryQueue.MostPending - _queue.Room;

    /// <summary>How far it is.</summary>
    public DeliveryState State => _queue.State;

    private Webhook Webhook => _search.Webhook ?? throw new InvalidOperationException("A courier's search has a webhook.");

    /// <summary>The name of the file of a webhook.</summary>
    public static string FileOf(string webhookId) => $"webhook-{webhookId}.json";

    /// <summary>Begins to deliver. An archive that was made anew since is news as a whole, for which nobody waits: of such a one only what is written from now on is found.</summary>
    public void Begin()
    {
        WriteSpan writes = _tools.Engine.Writes;
        if (_queue.Position < writes.Began)
        {
            _queue.SkipTo(writes.Last);
            _tools.Folder.Write(_file, _queue.State);
        }

        _loop = Task.Run(DeliverAsync);
    }

    /// <summary>Takes what was written since the last time and the search lists, as much as there is room for. Calls must not overlap.</summary>
    public async Task TakeAsync(CancellationToken cancellation)
    {
        int room = _queue.Room;
        _isBehind = true;   // until it turns out that there was room for all
        if (room > 0)
        {
            ArticleChanges changes = await _tools.Engine.ChangesAsync(_search.ToRequest(), _queue.Position, Webhook.Updates, room, cancellation);
            _queue.Add(changes, _tools.Time.GetUtcNow());
            _isBehind = changes.Found.Count == room;
            Notice();
        }
    }

    /// <summary>Notes why something failed besides a delivery.</summary>
    public void Note(string error) => _queue.Note(error);

    /// <summary>Stops delivering; what is under way is broken off, and tried again the next time.</summary>
    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await _loop;
        _closing.Dispose();
    }

    private async Task DeliverAsync()
    {
        var underWay = new List<Task>();
        long saved = _tools.Time.GetTimestamp();
        while (!_closing.IsCancellationRequested)
        {
            while (underWay.Count < MostAtATime && _queue.TakeDue(_tools.Time.GetUtcNow()) is { } delivery)
            {
                underWay.Add(DeliverAsync(delivery));
            }

            if (_queue.IsChanged && _tools.Time.GetElapsedTime(saved) >= SaveInterval)
            {
                Save();
                saved = _tools.Time.GetTimestamp();
            }

            TimeSpan unsaved = _queue.IsChanged ? SaveInterval - _tools.Time.GetElapsedTime(saved) : TimeSpan.MaxValue;
            TimeSpan due = underWay.Count < MostAtATime && _queue.NextDue is { } next ? next - _tools.Time.GetUtcNow() : TimeSpan.MaxValue;
            await WaitAsync(unsaved < due ? unsaved : due);
            underWay.RemoveAll(static attempt => attempt.IsCompleted);
        }

        await Task.WhenAll(underWay);
        if (_queue.IsChanged)
        {
            Save();
        }
    }

    private async Task DeliverAsync(Delivery delivery)
    {
        try
        {
            if (await _tools.Engine.FindAsync(delivery.Change, _closing.Token) is { } article)
            {
                Settle(delivery, await _tools.Client.SendAsync(_search, Webhook, delivery, article, _closing.Token));
            }
            else
            {
                _queue.Drop(delivery);
            }
        }
        catch (OperationCanceledException) when (_closing.IsCancellationRequested)
        {
            // It is still pending.
        }
        catch (Exception failure)   // such as an article that cannot be read: the others are delivered
        {
            LogFailed(_tools.Logger, failure, _search.Name);
            Settle(delivery, new(failure.Message));
        }

        Notice();
        if (_isBehind && _queue.Room >= DeliveryQueue.MostPending / 2)
        {
            _hasRoom();
        }
    }

    private void Settle(Delivery delivery, Attempt attempt)
    {
        DateTimeOffset now = _tools.Time.GetUtcNow();
        if (attempt.Error is not { } error)
        {
            _queue.Succeed(delivery, now);
        }
        else if (_queue.Fail(delivery, Webhook, error, attempt.RetryAfter, now))
        {
            LogGivenUp(_tools.Logger, delivery.Change.Id, _search.Name, error);
        }
    }

    private void Save()
    {
        try
        {
            _queue.TakeChanged();
            _tools.Folder.Write(_file, _queue.State);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            _queue.Note($"The state of the deliveries could not be saved: {failure.Message}");   // and so it is tried again
            LogFailed(_tools.Logger, failure, _search.Name);
        }
    }

    private void Notice() => _signals.Writer.TryWrite(true);

    /// <summary>Waits until something happens, or a time is over.</summary>
    private async Task WaitAsync(TimeSpan most)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(_closing.Token);
        TimeSpan delay = most == TimeSpan.MaxValue ? Timeout.InfiniteTimeSpan : most > TimeSpan.Zero ? most : TimeSpan.Zero;
        await Task.WhenAny(_signals.Reader.WaitToReadAsync(over.Token).AsTask(), Task.Delay(delay, _tools.Time, over.Token));
        _signals.Reader.TryRead(out _);
        await over.CancelAsync();
    }

    [LoggerMessage(LogLevel.Error, "The deliveries of the saved search {Search} met a failure.")]
    private static partial void LogFailed(ILogger logger, Exception failure, string search);

    [LoggerMessage(LogLevel.Warning, "The delivery of {Article} for the saved search {Search} was given up: {Error}")]
    private static partial void LogGivenUp(ILogger logger, string article, string search, string error);
}
