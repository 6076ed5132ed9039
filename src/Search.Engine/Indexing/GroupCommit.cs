using System.Threading.Channels;

namespace Search.Engine.Indexing;

/// <summary>Lets concurrent writers share one commit: each waits for the first commit that begins after its writes.</summary>
internal sealed class GroupCommit : IAsyncDisposable
{
    private readonly Channel<TaskCompletionSource> _waiting =
        Channel.CreateUnbounded<TaskCompletionSource>(new() { SingleReader = true });

    private readonly Action _commit;
    private readonly Task _loop;

    /// <summary>Starts committing with an action that is never called twice at a time.</summary>
    public GroupCommit(Action commit)
    {
        _commit = commit;
        _loop = Task.Run(CommitWhileWaitedForAsync);
    }

    /// <summary>Completes when everything written before this call is durable and visible.</summary>
    public Task CommittedAsync()
    {
        var waiter = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        ObjectDisposedException.ThrowIf(!_waiting.Writer.TryWrite(waiter), this);
        return waiter.Task;
    }

    /// <summary>Finishes the commits that are waited for.</summary>
    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _loop;
    }

    private async Task CommitWhileWaitedForAsync()
    {
        var group = new List<TaskCompletionSource>();
        while (await _waiting.Reader.WaitToReadAsync())
        {
            group.Clear();
            while (_waiting.Reader.TryRead(out TaskCompletionSource? waiter))
            {
                group.Add(waiter);
            }

            try
            {
                _commit();
                group.ForEach(waiter => waiter.TrySetResult());
            }
            catch (Exception failure)   // the writers must hear of it, whatever it is, and the next commit may succeed
            {
                group.ForEach(waiter => waiter.TrySetException(failure));
            }
        }
    }
}
