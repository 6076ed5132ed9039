using System.Text.RegularExpressions;
using Search.Articles;
using Search.Ingest.Decoding;
using Search.Ingest.Feeds;
using Search.Ingest.Identity;

namespace Search.Ingest.Pages;

/// <summary>The article of an HTML page: its title and all its text.</summary>
internal static partial class HtmlPage
{
    /// <summary>The longest page that is read, 16 MiB.</summary>
    public const int MaxBytes = 16 * 1024 * 1024;

    /// <summary>Reads a page.</summary>
    /// <param name="content">The page.</param>
    /// <param name="name">Where it stands, for the report.</param>
    /// <param name="place">The same from the folder that was given, for the id of a page without an address.</param>
    /// <param name="declaredCharset">The encoding that HTTP declared, or <see langword="null"/>.</param>
    /// <param name="address">Where it was published, or <see langword="null"/>.</param>
    /// <param name="options">How inputs are read.</param>
    public static IEnumerable<IngestedInput> Read(byte[] content, string name, string place, string? declaredCharset, Uri? address, IngestOptions options)
    {
        if (!TextDecoding.TryDecode(content, declaredCharset, out DecodedText text, out string? problem))
        {
            return [new IngestedInput.Rejected(name, problem)];
        }

        string? url = address is { Scheme: "http" or "https" } ? address.AbsoluteUri : null;
        var article = new Article
        {
            Id = url is null ? DerivedId.OfPath(place) : DerivedId.OfUrl(url),
            Title = MarkupText.Of(Title().Match(text.Value).Groups[1].Value),
            Body = MarkupText.Of(Title().Replace(text.Value, "")),
            Url = url,
        };
        return [article.Title.Length + article.Body.Length == 0
            ? new IngestedInput.Rejected(name, "The page has no text.")
            : new IngestedInput.Accepted(name, article with { Json = ArticleJson.Write(article) }) { Encoding = text.Encoding }];
    }

    [GeneratedRegex("<title[^>]*>(.*?)</title>", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Title();
}
