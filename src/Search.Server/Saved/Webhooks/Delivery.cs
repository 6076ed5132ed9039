using System.Security.Cryptography;
using System.Text;
using Search.Engine.Watching;

namespace Search.Server.Saved.Webhooks;

/// <summary>One article that a webhook is to hear of.</summary>
/// <param name="Change">The article, and the write that it hears of.</param>
/// <param name="Attempts">How often it was tried in vain.</param>
/// <param name="FirstTried">When that was first; null if it was not.</param>
/// <param name="Due">When it is tried next.</param>
internal sealed record Delivery(ArticleChange Change, int Attempts, DateTimeOffset? FirstTried, DateTimeOffset Due)
{
    /// <summary>What happened to the article, for the receiver.</summary>
    public string Event => Change.IsNew ? "created" : "updated";

    /// <summary>The name by which the receiver knows a repetition: the same for the same write, whoever works it out and when.</summary>
    public string IdFor(Webhook webhook) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{webhook.Id} {Change.Id} {Change.Number}")).AsSpan(0, 16));
}

/// <summary>A delivery that was given up.</summary>
/// <param name="DeliveryId">Its name.</param>
/// <param name="Id">The article.</param>
/// <param name="Event">`created` or `updated`.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="Error">Why the last attempt failed.</param>
/// <param name="GivenUp">When.</param>
public sealed record FailedDelivery(string DeliveryId, string Id, string Event, int Attempts, string Error, DateTimeOffset GivenUp);

/// <summary>How far the deliveries of a webhook are: a point from which they can go on.</summary>
/// <param name="Position">The last write that was looked at.</param>
/// <param name="Pending">What was found up to there and is not delivered.</param>
/// <param name="Failed">How many were given up.</param>
/// <param name="Failures">The last of them, the latest first.</param>
/// <param name="LastError">Why the last failed attempt failed; null if none did.</param>
/// <param name="LastSuccess">When the last delivery arrived; null if none did.</param>
internal sealed record DeliveryState(
    long Position, IReadOnlyList<Delivery> Pending, long Failed, IReadOnlyList<FailedDelivery> Failures, string? LastError, DateTimeOffset? LastSuccess);
