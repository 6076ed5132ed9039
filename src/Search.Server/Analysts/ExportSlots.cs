using Microsoft.Extensions.Options;
using Search.Server.Hosting;

namespace Search.Server.Analysts;

/// <summary>Lets a few exports run at a time, so that searches beside them keep their speed. Thread-safe.</summary>
internal sealed class ExportSlots(IOptions<SearchOptions> options) : IDisposable
{
    private readonly SemaphoreSlim _free = new(options.Value.MostExports);

    /// <summary>Takes a slot until it is disposed; <see langword="null"/> if there is none.</summary>
    public IDisposable? TryTake() => _free.Wait(TimeSpan.Zero) ? new Slot(_free) : null;

    /// <inheritdoc/>
    public void Dispose() => _free.Dispose();

    private sealed class Slot(SemaphoreSlim free) : IDisposable
    {
        private int _isFree;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _isFree, 1) == 0)
            {
                free.Release();
            }
        }
    }
}
