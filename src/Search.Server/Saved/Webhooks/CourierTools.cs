using Microsoft.Extensions.Options;
using Search.Engine.Searching;
using Search.Server.Hosting;

namespace Search.Server.Saved.Webhooks;

/// <summary>What every <see cref="Courier"/> works with.</summary>
internal sealed class CourierTools(
    SearchEngine engine, WebhookClient client, SavedFolder folder, IOptions<SearchOptions> options, TimeProvider time, ILogger<Courier> logger)
{
    /// <summary>Where the articles are.</summary>
    public SearchEngine Engine => engine;

    /// <summary>Posts deliveries.</summary>
    public WebhookClient Client => client;

    /// <summary>Where states are kept.</summary>
    public SavedFolder Folder => folder;

    /// <summary>When deliveries are tried again.</summary>
    public WebhookOptions Options => options.Value.Webhooks;

    /// <summary>The clock.</summary>
    public TimeProvider Time => time;

    /// <summary>The log.</summary>
    public ILogger Logger => logger;
}
