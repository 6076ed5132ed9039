using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Extensions.Options;
using Search.Server.Hosting;

namespace Search.Server.Saved.Webhooks;

/// <summary>Keeps a <see cref="Courier"/> for each webhook, and lets them look after each commit at what was written. Thread-safe.</summary>
/// <remarks>They look one after another; then there is a rest nine times as long as that took, so that it takes a tenth of one processor at most, however often there are commits.</remarks>
internal sealed partial class Couriers : IHostedService, IDisposable
{
    private const int RestFactor = 9;

    /// <summary>How often they look also where nothing was noticed: after a failure, there may be no other occasion.</summary>
    private static readonly TimeSpan LongestRest = TimeSpan.FromMinutes(1);

    private readonly CourierTools _tools;
    private readonly SavedSearches _searches;
    private readonly bool _isReadOnly;
    private readonly ILogger<Couriers> _logger;
    private readonly Channel<bool> _signals = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly CancellationTokenSource _closing = new();
    private readonly ConcurrentDictionary<string, Courier> _byWebhook = new(StringComparer.Ordinal);
    private readonly Lazy<Task> _end;
    private ITimer? _timer;
    private Task _loop = Task.CompletedTask;

    /// <summary>Reads how far the deliveries are.</summary>
    /// <exception cref="SavedFileException">A file is damaged.</exception>
    public Couriers(CourierTools tools, SavedSearches searches, IOptions<SearchOptions> options, ILogger<Couriers> logger)
    {
        (_tools, _searches, _isReadOnly, _logger) = (tools, searches, tools.Engine.IsReadOnly, logger);
        _end = new(EndAsync);
        foreach (SavedSearch search in _isReadOnly ? [] : searches.All.Where(static search => search.Webhook is not null))
        {
            Add(search);
        }
    }

    /// <summary>Begins to deliver, before the service takes writes. A service that only reads leaves that to the one that writes.</summary>
    public void Begin()
    {
        if (_isReadOnly)
        {
            return;
        }

        foreach (Courier courier in _byWebhook.Values)
        {
            courier.Begin();
        }

        _tools.Engine.Committed += OnCommitted;
        _timer = _tools.Time.CreateTimer(_ => Notice(), state: null, TimeSpan.Zero, LongestRest);
        _loop = Task.Run(LookAsync);
    }

    /// <summary>Says that there may be something new: articles, searches, or room for deliveries.</summary>
    public void Notice() => _signals.Writer.TryWrite(true);

    /// <summary>Deliveries that are pending, of all webhooks.</summary>
    public int Pending => _byWebhook.Values.Sum(static courier => courier.Pending);

    /// <summary>How far the deliveries of a webhook are; <see langword="null"/> if there were none yet.</summary>
    public DeliveryState? StateOf(Webhook webhook) => _byWebhook.GetValueOrDefault(webhook.Id)?.State;

    /// <summary>Nothing yet: <see cref="Begin"/> is called when the archive is ready.</summary>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Ends, after the last write was answered; what is under way is broken off, and tried again the next time.</summary>
    /// <remarks>The host and who disposes of it may both ask for it; both wait for the same end.</remarks>
    public Task StopAsync(CancellationToken cancellationToken) => _end.Value;

    /// <inheritdoc/>
    public void Dispose()
    {
        _timer?.Dispose();
        _closing.Dispose();
    }

    private async Task EndAsync()
    {
        _tools.Engine.Committed -= OnCommitted;
        if (_timer is not null)
        {
            await _timer.DisposeAsync();
        }

        await _closing.CancelAsync();
        await _loop.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Task.WhenAll(_byWebhook.Keys.Select(LetGoAsync));
    }

    private void OnCommitted(object? sender, EventArgs e) => Notice();

    private Courier Add(SavedSearch search) => _byWebhook.GetOrAdd(search.Webhook!.Id, _ => new Courier(search, _tools, Notice));   // only searches with one come here

    private async Task LookAsync()
    {
        while (await _signals.Reader.ReadAsync(_closing.Token))
        {
            long started = _tools.Time.GetTimestamp();
            try
            {
                await FollowSearchesAsync();
            }
            catch (Exception failure) when (failure is not OperationCanceledException)   // such as a full disk: the next look may be luckier
            {
                LogNotFollowed(failure);
            }

            foreach (Courier courier in _byWebhook.Values)
            {
                await TakeAsync(courier);
            }

            await Task.Delay(RestFactor * _tools.Time.GetElapsedTime(started), _tools.Time, _closing.Token);
        }
    }

    private async Task TakeAsync(Courier courier)
    {
        try
        {
            await courier.TakeAsync(_closing.Token);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)   // such as a query that is too much for the archive by now: the others go on
        {
            courier.Note(failure.Message);
            LogFailed(failure, courier.Search.Name);
        }
    }

    private async Task LetGoAsync(string id)
    {
        if (_byWebhook.TryRemove(id, out Courier? courier))
        {
            await courier.DisposeAsync();
        }
    }

    /// <summary>Makes couriers for new webhooks, and lets go of those whose webhooks are gone, with all that was pending.</summary>
    private async Task FollowSearchesAsync()
    {
        Dictionary<string, SavedSearch> searches = _searches.All.Where(static search => search.Webhook is not null).ToDictionary(static search => search.Webhook!.Id, StringComparer.Ordinal);
        foreach ((string id, Courier courier) in _byWebhook)
        {
            if (searches.TryGetValue(id, out SavedSearch? search))
            {
                courier.Search = search;
            }
            else
            {
                await LetGoAsync(id);
            }
        }

        foreach (SavedSearch search in searches.Values.Where(search => !_byWebhook.ContainsKey(search.Webhook!.Id)))
        {
            Add(search).Begin();
        }

        foreach (string file in _tools.Folder.Names(Courier.FileOf("*")).Except(searches.Keys.Select(Courier.FileOf), StringComparer.Ordinal))
        {
            _tools.Folder.Delete(file);
        }
    }

    [LoggerMessage(LogLevel.Error, "What is new for the saved search {Search} could not be found.")]
    private partial void LogFailed(Exception failure, string search);

    [LoggerMessage(LogLevel.Error, "New or removed webhooks could not be taken over.")]
    private partial void LogNotFollowed(Exception failure);
}
