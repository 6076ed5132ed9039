using Search.Answers;
using Search.Articles;

namespace Search.Server.Saved.Webhooks;

/// <summary>What a webhook is told.</summary>
/// <param name="DeliveryId">The same in every repetition: a receiver drops what it has had.</param>
/// <param name="Saved">The name of the saved search.</param>
/// <param name="Event">`created` or `updated`.</param>
/// <param name="Article">The article as it is now.</param>
/// <param name="Sent">When this attempt was made.</param>
internal sealed record DeliveryBody(string DeliveryId, string Saved, string Event, DeliveredArticle Article, DateTimeOffset Sent)
{
    /// <summary>The body of a delivery.</summary>
    public static DeliveryBody Of(SavedSearch search, Delivery delivery, Webhook webhook, Article article, DateTimeOffset sent) => new(
        delivery.IdFor(webhook), search.Name, delivery.Event,
        new(article.Id, WellFormedText.Of(article.Title), WellFormedText.Of(article.Lead), article.Url, article.Date?.Text, article.Category, article.Source, article.Authors, article.Tags), sent);
}

/// <summary>An article without its text, which is at <c>/api/articles/{id}</c>.</summary>
internal sealed record DeliveredArticle(
    string Id, string Title, string Lead, string? Url, string? Date, string? Category, string? Source, IReadOnlyList<string> Authors, IReadOnlyList<string> Tags);
