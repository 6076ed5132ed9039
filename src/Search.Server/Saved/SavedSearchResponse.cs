using System.Text.Json.Serialization;
using Search.Engine.Querying;
using Search.Engine.Ranking;
using Search.Server.Saved.Webhooks;

namespace Search.Server.Saved;

/// <summary>A search that is kept under a name.</summary>
public sealed record SavedSearchResponse
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The query.</summary>
    public required string Q { get; init; }

    /// <summary>The language of the query.</summary>
    public required QuerySyntax Syntax { get; init; }

    /// <summary>Which articles it lists.</summary>
    public required MatchRule Match { get; init; }

    /// <summary>What marks mean that were not typed.</summary>
    public required MarksMode Marks { get; init; }

    /// <summary>The first day; null for an open end.</summary>
    public required DateOnly? From { get; init; }

    /// <summary>The last day; null for an open end.</summary>
    public required DateOnly? To { get; init; }

    /// <summary>Sections, of which any will do; none for all.</summary>
    public required IReadOnlyList<string> Category { get; init; }

    /// <summary>Newspapers or sites.</summary>
    public required IReadOnlyList<string> Source { get; init; }

    /// <summary>Authors.</summary>
    public required IReadOnlyList<string> Author { get; init; }

    /// <summary>Tags.</summary>
    public required IReadOnlyList<string> Tag { get; init; }

    /// <summary>Who hears of new articles; shown to those only who may write.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public WebhookResponse? Webhook { get; init; }

    /// <summary>How far the deliveries of the webhook are.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DeliveriesResponse? Deliveries { get; init; }

    /// <summary>The answer about a search.</summary>
    /// <param name="search">The search.</param>
    /// <param name="couriers">Those who deliver; null for a caller who may not write.</param>
    internal static SavedSearchResponse Of(SavedSearch search, Couriers? couriers)
    {
        Webhook? webhook = couriers is null ? null : search.Webhook;
        return new()
        {
            Name = search.Name,
            Q = search.Q,
            Syntax = search.Syntax,
            Match = search.Match,
            Marks = search.Marks,
            From = search.From,
            To = search.To,
            Category = search.Category,
            Source = search.Source,
            Author = search.Author,
            Tag = search.Tag,
            Webhook = webhook is null ? null : new(webhook.Url.AbsoluteUri, webhook.Secret is not null, webhook.Updates),
            Deliveries = webhook is null ? null : DeliveriesResponse.Of(couriers?.StateOf(webhook)),
        };
    }
}

/// <summary>All saved searches.</summary>
/// <param name="Searches">By name.</param>
public sealed record SavedSearchListResponse(IReadOnlyList<SavedSearchResponse> Searches);

/// <summary>Who hears of new articles.</summary>
/// <param name="Url">Where deliveries are posted.</param>
/// <param name="HasSecret">Whether a secret signs them.</param>
/// <param name="Updates">Whether changed articles are delivered, too.</param>
public sealed record WebhookResponse(string Url, bool HasSecret, bool Updates);

/// <summary>How far deliveries are.</summary>
/// <param name="Pending">Articles found and not delivered, at most 10,000; what is found beyond waits.</param>
/// <param name="Failed">Deliveries that were given up, since the webhook was set.</param>
/// <param name="Failures">The last 20 of them, the latest first.</param>
/// <param name="LastError">Why the last failed attempt failed; null if none did.</param>
/// <param name="LastSuccess">When the last delivery arrived; null if none did.</param>
public sealed record DeliveriesResponse(int Pending, long Failed, IReadOnlyList<FailedDelivery> Failures, string? LastError, DateTimeOffset? LastSuccess)
{
    /// <summary>The answer about a state; that of a beginning for none.</summary>
    internal static DeliveriesResponse Of(DeliveryState? state) =>
        state is null ? new(0, 0, [], null, null) : new(state.Pending.Count, state.Failed, state.Failures, state.LastError, state.LastSuccess);
}
