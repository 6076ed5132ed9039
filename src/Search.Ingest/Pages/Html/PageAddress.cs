namespace Search.Ingest.Pages.Html;

/// <summary>The canonical address of an article.</summary>
internal static class PageAddress
{
    /// <summary>What the page states as its address, else where it was found.</summary>
    /// <remarks>A statement that names a site's front page is not believed: faulty templates name it on every page, and all pages would be one article.</remarks>
    /// <returns>An absolute http or https address, or <see langword="null"/>.</returns>
    public static string? Of(PageMetadata metadata, Uri? address) =>
        metadata.Links.Select(link => Absolute(link, address)).FirstOrDefault(static stated => stated is { AbsolutePath.Length: > 1 } or { Query.Length: > 1 })?.AbsoluteUri
            ?? (IsWeb(address) ? address?.AbsoluteUri : null);

    /// <summary>The address that a link leads to, seen from a page.</summary>
    /// <returns>An absolute http or https address, or <see langword="null"/>.</returns>
    public static string? Absolute(string? link, string? address) => link is null ? null : Absolute(link, address is null ? null : new Uri(address))?.AbsoluteUri;

    private static Uri? Absolute(string link, Uri? address)
    {
        Uri? found;
        bool isAddress = address is null ? Uri.TryCreate(link.Trim(), UriKind.Absolute, out found) : Uri.TryCreate(address, link.Trim(), out found);
        return link.Length > 0 && isAddress && IsWeb(found) ? found : null;
    }

    private static bool IsWeb(Uri? address) => address is { IsAbsoluteUri: true, Scheme: "http" or "https", Host.Length: > 0 };
}
