using System.Security.Cryptography;
using Search.Answers;
using Search.Server.Parameters;
using Search.Server.Saved.Webhooks;
using Search.Server.Searching;

namespace Search.Server.Saved;

/// <summary>The members of a saved search that is put.</summary>
internal static class SavedSearchParameters
{
    private const int ShortestSecret = 16;

    /// <summary>The same as where articles are counted, but of `auto` a saved search lists all.</summary>
    private static readonly ApiParameter Match = SearchParameters.MatchAll with { Description = SearchParameters.Match.Description };

    private static readonly TextParameter Url = new("webhook.url", "Where deliveries are posted: http or https, without user name and password, on a public host.", 2000)
    {
        IsRequired = true,
        Example = "https://vidu.example/tin-moi",
    };

    private static readonly TextParameter Secret = new(
        "webhook.secret", $"Signs deliveries: `X-Search-Signature: t=SECONDS,v1=HEX`, the HMAC-SHA256 of the seconds, a dot and the body. {ShortestSecret} to 200 characters; shown to nobody. "
        + "Absent: as it was. Empty: no signature.", 200);

    private static readonly FlagParameter Updates = new("webhook.updates", "Delivers articles also when they are changed.");

    private static readonly ObjectParameter Webhook = new(
        "webhook", "Who hears of the articles that the search lists and that are written from now on, one article a delivery. What was pending for an earlier webhook of the search goes to this one. Absent: nobody.",
        [Url, Secret, Updates]);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ApiParameter> All { get; } = [.. SearchParameters.Counted.Select(static parameter => parameter == SearchParameters.MatchAll ? Match : parameter), Webhook];

    /// <summary>Reads the webhook; problems are with the reader.</summary>
    /// <returns>Makes it, given the one that the search had and the last write of the archive; <see langword="null"/> for no webhook.</returns>
    public static Func<Webhook?, long, Webhook>? ReadWebhook(ParameterReader read, bool allowsPrivate)
    {
        if (!read.Has(Webhook))
        {
            return null;
        }

        bool updates = read.Flag(Updates);
        string? secret = read.TextIfGiven(Secret);
        if (secret is { Length: > 0 and < ShortestSecret } tooShort)
        {
            read.Problems.Add(Secret.Name, new Wording(
                $"The secret has {tooShort.Length} characters; expected {ShortestSecret} or more.", $"Chuỗi bí mật có {tooShort.Length} ký tự; cần từ {ShortestSecret} trở lên."));
        }

        if (WebhookUrl.Read(read.Text(Url), allowsPrivate) is { } url)
        {
            return (earlier, lastWrite) => new(
                earlier?.Id ?? RandomNumberGenerator.GetHexString(16, lowercase: true), url, secret is null ? earlier?.Secret : secret.Length == 0 ? null : secret, updates, earlier?.Since ?? lastWrite);
        }

        if (read.TextIfGiven(Url) is { } other)
        {
            read.Problems.AddUnexpected(Url.Name, other, WebhookUrl.Expected);
        }

        return null;
    }
}
