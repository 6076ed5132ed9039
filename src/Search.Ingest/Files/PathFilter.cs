using Microsoft.Extensions.FileSystemGlobbing;

namespace Search.Ingest.Files;

/// <summary>Which files are to be read, by globs over their paths.</summary>
internal sealed class PathFilter
{
    private readonly Matcher? _included;
    private readonly Matcher? _excluded;

    public PathFilter(IngestOptions options)
    {
        _included = Of(options.Include);
        _excluded = Of(options.Exclude);
    }

    /// <summary>Whether a file is to be read.</summary>
    /// <param name="path">Its path from the folder given, or in its archive, parted by <c>/</c>.</param>
    /// <param name="isArchive">Whether it only holds other files, which are asked for themselves.</param>
    public bool Admits(string path, bool isArchive) =>
        (isArchive || _included is null || _included.Match(path).HasMatches) && !(_excluded?.Match(path).HasMatches ?? false);

    private static Matcher? Of(IReadOnlyList<string> globs)
    {
        if (globs.Count == 0)
        {
            return null;
        }

        var matcher = new Matcher(StringComparison.OrdinalIgnoreCase);
        matcher.AddIncludePatterns(globs);
        return matcher;
    }
}
