namespace Search.Cli.Indexing;

/// <summary>Waits for changes below files and folders.</summary>
/// <remarks>The system's notices may be lost and do not exist on all file systems, so that they only make the next round come sooner: every now and then
/// there is one without.</remarks>
internal sealed class PathWatch : IDisposable
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    /// <summary>Programs write files in several steps.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(500);

    /// <summary>A folder that is never quiet is read all the same.</summary>
    private const int MostSettlings = 20;

    private readonly SemaphoreSlim _changed = new(0);
    private readonly List<FileSystemWatcher> _watchers = [];

    public PathWatch(IEnumerable<string> paths)
    {
        foreach (string path in paths.Select(Path.GetFullPath))
        {
            bool isFolder = Directory.Exists(path);
            string folder = isFolder ? path : Path.GetDirectoryName(path) ?? path;
            if (Directory.Exists(folder))
            {
                var watcher = new FileSystemWatcher(folder, isFolder ? "*" : Path.GetFileName(path)) { IncludeSubdirectories = isFolder };
                watcher.Created += (_, _) => _changed.Release();
                watcher.Changed += (_, _) => _changed.Release();
                watcher.Renamed += (_, _) => _changed.Release();
                watcher.EnableRaisingEvents = true;
                _watchers.Add(watcher);
            }
        }
    }

    /// <summary>Returns when something may have changed and nothing has for a moment.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public async Task WaitAsync(CancellationToken cancellation)
    {
        bool hasChanged = await _changed.WaitAsync(LongestWait, cancellation);
        for (int i = 0; hasChanged && i < MostSettlings; i++)
        {
            await Task.Delay(Settling, cancellation);
            hasChanged = false;
            while (_changed.Wait(0, cancellation))
            {
                hasChanged = true;
            }
        }
    }

    public void Dispose() => _watchers.ForEach(static watcher => watcher.Dispose());   // the semaphore waits for nothing then; late notices may still come
}
