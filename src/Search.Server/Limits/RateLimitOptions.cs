namespace Search.Server.Limits;

/// <summary>How many requests each caller may send.</summary>
public sealed class RateLimitOptions
{
    /// <summary>Requests a second of one key, or of one address without one, in the long run; twice as many at once.</summary>
    /// <value>0, the default, for no limit, to 100,000.</value>
    public int PermitsPerSecond { get; set; }
}
