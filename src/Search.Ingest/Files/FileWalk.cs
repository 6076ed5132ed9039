namespace Search.Ingest.Files;

/// <summary>From paths to the files under them.</summary>
internal static class FileWalk
{
    /// <summary>The file at a path, or all files under the folder there, in ordinal order of the relative path.</summary>
    /// <remarks>Only one folder's names at a time are in memory. Links to folders inside a folder are not followed: so no file is met
    /// twice, and none endlessly.</remarks>
    public static IEnumerable<FoundFile> Files(string path)
    {
        if (path == FileContent.StandardInput)
        {
            yield return new FoundFile(path, "stdin", IsNamed: true);
            yield break;
        }

        if (!Directory.Exists(path))
        {
            yield return new FoundFile(path, Path.GetFileName(path), IsNamed: true);
            yield break;
        }

        var pending = new Stack<FoundFile>([new FoundFile(path, "", IsNamed: true)]);
        while (pending.TryPop(out FoundFile? next))
        {
            if (next.Problem is not null || !Directory.Exists(next.Path))
            {
                yield return next;
                continue;
            }

            foreach (FoundFile entry in Entries(next))
            {
                pending.Push(entry);
            }
        }
    }

    /// <summary>What stands in a folder, last first.</summary>
    private static FoundFile[] Entries(FoundFile folder)
    {
        try
        {
            // A folder sorts as if its name ended in the separator: then the whole paths are in ordinal order.
            return new DirectoryInfo(folder.Path).EnumerateFileSystemInfos()
                .Where(static entry => !entry.Name.StartsWith('.') && !entry.Attributes.HasFlag(FileAttributes.Hidden))
                .OrderByDescending(static entry => entry is DirectoryInfo ? entry.Name + '/' : entry.Name, StringComparer.Ordinal)
                .Select(entry => Entry(folder, entry))
                .ToArray();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return [folder with { Problem = $"The folder cannot be listed: {failure.Message}" }];
        }
    }

    private static FoundFile Entry(FoundFile folder, FileSystemInfo entry) => new(
        Path.Combine(folder.Path, entry.Name),
        folder.RelativePath.Length == 0 ? entry.Name : $"{folder.RelativePath}/{entry.Name}",
        IsNamed: false,
        entry is DirectoryInfo && entry.LinkTarget is { } target
            ? $"The symbolic link leads to the folder {target}, which is not followed from here; give the path itself to read it."
            : null);
}
