namespace Search.Server.Saved.Webhooks;

/// <summary>The section <c>Search:Webhooks</c> of the configuration.</summary>
public sealed class WebhookOptions
{
    /// <summary>Lets webhooks reach this machine and its own network; otherwise only public addresses.</summary>
    public bool AllowPrivateAddresses { get; set; }

    /// <summary>How long a receiver may take to answer.</summary>
    /// <value>100 ms to 1 minute, as hh:mm:ss. Default 10 s.</value>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>About how long after a first failure a delivery is tried again; then twice as long, and so on up to an hour.</summary>
    /// <value>1 ms to 1 hour. Default 1 s.</value>
    public TimeSpan FirstRetry { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How long after its first attempt a delivery is given up.</summary>
    /// <value>1 s to 30 days, as d.hh:mm:ss. Default 3 days.</value>
    public TimeSpan GiveUpAfter { get; set; } = TimeSpan.FromDays(3);
}
