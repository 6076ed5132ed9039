namespace Search.Ingest.Archives;

/// <summary>A file in an archive. Nothing of it is ever written to disk: its path is only a name.</summary>
/// <param name="Path">As the archive has it, parted by <c>/</c>.</param>
/// <param name="Open">Gives the content, to be read before the next entry is asked for.</param>
/// <param name="Problem">Why it cannot be read, a sentence; <see langword="null"/> if nothing is known against it.</param>
internal sealed record ArchiveEntry(string Path, Func<Stream> Open, string? Problem = null)
{
    /// <summary>Whether the path leads out of the archive, or nowhere.</summary>
    public bool IsStray => Path.Length == 0 || Path[0] is '/' or '\\' || Path is [_, ':', ..] || Path.Contains('\0') || Path.Split('/', '\\').Contains("..");

    /// <summary>Whether it, or a folder it is in, is hidden: what macOS and version control leave behind.</summary>
    public bool IsHidden => Path.Split('/').Any(static name => name is ['.', not '.', ..] or "__MACOSX");
}
