using Search.Engine.Indexing;

namespace Search.Server.Saved;

/// <summary>Replaces files so that a kill or a power failure leaves the old content or the new, never a part.</summary>
internal static class DurableFile
{
    /// <summary>The end of the name of a file that is being written; one that is found was never finished.</summary>
    private const string Unfinished = ".new";

    /// <summary>Writes a file, whose folder is made if it does not exist, for nobody but this user; durable when it returns.</summary>
    /// <param name="path">An absolute path.</param>
    /// <param name="content">All of it.</param>
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        string folder = Path.GetDirectoryName(path) ?? throw new ArgumentException($"{path} is no file in a folder.", nameof(path));
        Directory.CreateDirectory(folder);
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var file = new FileStream(path + Unfinished, options))
        {
            file.Write(content);
            file.Flush(flushToDisk: true);
        }

        File.Move(path + Unfinished, path, overwrite: true);
        DurableFolder.Sync(folder);
    }
}
