namespace Search.Ingest.Files;

/// <summary>A file to be read, or the reason why it, or a folder, cannot be.</summary>
/// <param name="Path">Where it is, beginning with the path that was given.</param>
/// <param name="RelativePath">The same from the folder that was given, parted by <c>/</c>; of a file that was given, its name.</param>
/// <param name="IsNamed">Whether it was given itself rather than met in a folder.</param>
/// <param name="Problem">A sentence; <see langword="null"/> when nothing is known against reading it.</param>
internal sealed record FoundFile(string Path, string RelativePath, bool IsNamed, string? Problem = null)
{
    /// <summary>Where it was published; <see langword="null"/> if that is not known.</summary>
    public Uri? Address { get; init; }

    /// <inheritdoc cref="InputContent.SitemapsBefore"/>
    public int SitemapsBefore { get; init; }
}
