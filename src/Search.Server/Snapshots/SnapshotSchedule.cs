using Microsoft.Extensions.Options;
using Search.Engine.Snapshots;
using Search.Server.Hosting;

namespace Search.Server.Snapshots;

/// <summary>Makes a snapshot as often as <see cref="SnapshotOptions.Every"/> says, counted from the newest there is.</summary>
internal sealed class SnapshotSchedule(SnapshotJob job, SnapshotFolder snapshots, IOptions<SearchOptions> options, TimeProvider time) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        TimeSpan every = options.Value.Snapshots.Every;
        if (every == TimeSpan.Zero || options.Value.ReadOnly)
        {
            return;
        }

        TimeSpan age = time.GetUtcNow() - (await Task.Run(snapshots.Newest, stoppingToken))?.Made ?? every;
        TimeSpan wait = age < TimeSpan.Zero || age > every ? TimeSpan.Zero : every - age;   // none, if the clock was set back
        while (true)
        {
            await Task.Delay(wait, time, stoppingToken);
            await job.RunAsync();
            wait = every;
        }
    }
}
