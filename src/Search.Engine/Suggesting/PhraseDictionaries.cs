using System.Threading.Channels;
using Search.Engine.Indexing;

namespace Search.Engine.Suggesting;

/// <summary>Keeps the <see cref="PhraseDictionary"/> of the last commit, made in the background.</summary>
/// <remarks>Nothing is on disk but the index. After a commit the dictionary is made anew; then the maker rests nine times as long as that took, so that
/// it takes a tenth of one processor at most, however often there are commits. So a dictionary is never older than eleven times
/// the time it takes to make one. Thread-safe.</remarks>
internal sealed class PhraseDictionaries : IAsyncDisposable
{
    private const int RestFactor = 9;

    private readonly IndexViews _views;
    private readonly TimeProvider _time;
    private readonly bool _isAhead;
    private readonly Channel<bool> _commits = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly CancellationTokenSource _closing = new();
    private readonly Task _loop;
    private volatile State _state = new("", PhraseDictionary.Empty);
    private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Follows the commits of an index.</summary>
    /// <param name="views">The index.</param>
    /// <param name="time">The clock.</param>
    /// <param name="isAhead">Whether to make a dictionary of the last commit and of each that is noticed, or of none until the first is asked for.</param>
    public PhraseDictionaries(IndexViews views, TimeProvider time, bool isAhead)
    {
        _views = views;
        _time = time;
        _isAhead = isAhead;
        _loop = Task.Run(FollowCommitsAsync);
        NoticeCommit();
    }

    private sealed record State(string Generation, PhraseDictionary Phrases);

    /// <summary>The newest dictionary; empty until the first is made.</summary>
    public PhraseDictionary Current => _state.Phrases;

    /// <summary>Says that there may be a new commit.</summary>
    public void NoticeCommit()
    {
        if (_isAhead)
        {
            Request();
        }
    }

    /// <summary>The newest dictionary for a view; if that is of another commit, a newer one will be made.</summary>
    public PhraseDictionary For(IndexView view)
    {
        State state = _state;
        if (view.Generation != state.Generation)
        {
            Request();
        }

        return state.Phrases;
    }

    /// <summary>Completes when the dictionary is that of the last commit.</summary>
    public async Task CaughtUpAsync(CancellationToken cancellation)
    {
        while (true)
        {
            Task next = Volatile.Read(ref _next).Task;
            using (IndexView view = _views.Acquire())
            {
                if (view.Generation == _state.Generation)
                {
                    return;
                }
            }

            Request();
            await next.WaitAsync(cancellation);
        }
    }

    /// <summary>Stops making dictionaries.</summary>
    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await _loop;
        _next.TrySetCanceled();
        _closing.Dispose();
    }

    private void Request() => _commits.Writer.TryWrite(true);

    private async Task FollowCommitsAsync()
    {
        try
        {
            while (await _commits.Reader.ReadAsync(_closing.Token))
            {
                long started = _time.GetTimestamp();
                Make();
                await Task.Delay(RestFactor * _time.GetElapsedTime(started), _time, _closing.Token);
            }
        }
        catch (OperationCanceledException)
        {
        }
    }

    private void Make()
    {
        try
        {
            using IndexView view = _views.Acquire();
            if (view.Generation != _state.Generation)
            {
                _state = new(view.Generation, PhraseDictionaryBuilder.Build(view, _closing.Token));
                Next().TrySetResult();
            }
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Next().TrySetException(failure);   // the old dictionary stays; the next commit may be readable
        }
    }

    private TaskCompletionSource Next() => Interlocked.Exchange(ref _next, new(TaskCreationOptions.RunContinuationsAsynchronously));
}
