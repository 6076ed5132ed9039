using Lucene.Net.Store;
using Lock = Lucene.Net.Store.Lock;

namespace Search.Engine.Indexing;

/// <summary>Keeps a folder to one writing process: an open file that the operating system lets nobody else open, and that vanishes with the process.</summary>
/// <remarks>The file itself stays. Lucene.Net's own lock deletes it, and so can let in a second writer while the first goes on.</remarks>
internal sealed class WriterLock(string path) : Lock
{
    /// <summary>The name of the file in the folder of an index.</summary>
    public const string FileName = "write.lock";

    /// <summary>Numbers of errors of Linux and macOS.</summary>
    private const int TooManyFilesOfSystem = 23;
    private const int TooManyFiles = 24;
    private const int ReadOnlyFileSystem = 30;

    private FileStream? _file;

    /// <inheritdoc/>
    public override bool Obtain()
    {
        try
        {
            _file ??= new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return true;
        }
        catch (IOException inUse) when (inUse.HResult is not (ReadOnlyFileSystem or TooManyFiles or TooManyFilesOfSystem))   // otherwise another process has it
        {
            FailureReason = inUse;
            return false;
        }
    }

    /// <inheritdoc/>
    public override bool IsLocked()
    {
        if (_file is not null)
        {
            return true;
        }

        bool isFree = Obtain();
        Dispose(disposing: true);
        return !isFree;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        _file?.Dispose();
        _file = null;
    }

    /// <summary>Gives the folder of an index its lock.</summary>
    internal sealed class Factory(string folder) : LockFactory
    {
        /// <inheritdoc/>
        public override Lock MakeLock(string lockName)
        {
            System.IO.Directory.CreateDirectory(folder);
            return new WriterLock(Path.Combine(folder, lockName));
        }

        /// <summary>Nothing is left to clear: only a living process holds a lock.</summary>
        public override void ClearLock(string lockName)
        {
        }
    }
}
