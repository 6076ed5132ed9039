using Microsoft.Extensions.Options;
using Search.Engine.Checking;
using Search.Engine.Searching;
using Search.Server.Hosting;

namespace Search.Server.Status;

/// <summary>Verifies the checksums of the index in the background, again and again.</summary>
internal sealed partial class Scrubbing(SearchEngine engine, IOptions<SearchOptions> options, TimeProvider time, ILogger<Scrubbing> logger) : BackgroundService
{
    private static readonly TimeSpan Rest = TimeSpan.FromHours(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        foreach (IndexDamage damage in engine.Damage)
        {
            LogLeftOut(damage);
        }

        while (options.Value.ScrubMebibytesPerSecond > 0)
        {
            try
            {
                foreach (IndexDamage damage in (await engine.VerifyAsync((long)options.Value.ScrubMebibytesPerSecond << 20, stoppingToken)).Damage)
                {
                    LogDamage(damage);
                }
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                LogFailed(failure);   // the disk could not be read for now
            }

            await Task.Delay(Rest, time, stoppingToken);
        }
    }

    [LoggerMessage(LogLevel.Critical, "A part of the index is damaged and left out of all searches, and nothing is written: {Damage} Restore the index from a snapshot with search restore, or make it anew from what can be read with search reindex.")]
    private partial void LogLeftOut(IndexDamage damage);

    [LoggerMessage(LogLevel.Critical, "The index is damaged: {Damage} Restore it from a snapshot with search restore, or make it anew from what can be read with search reindex.")]
    private partial void LogDamage(IndexDamage damage);

    [LoggerMessage(LogLevel.Error, "The index could not be verified.")]
    private partial void LogFailed(Exception failure);
}
