using Lucene.Net.Store;
using Search.Engine.Storage;

namespace Search.Engine.Indexing;

/// <summary>The files of an index: mapped into memory for reading, and made durable when a commit asks for it. Thread-safe.</summary>
/// <remarks>
/// <para>Lucene.Net's own directory flushes each file to disk when it is closed, also those that are about to become a part of another, and never the names in the folder:
/// a machine that dies could come back without the files of a commit. Here a commit flushes the files that it names, and the folder.</para>
/// <para>A file that could not be flushed may have lost what was written to it, although the next attempt succeeds: its name is refused from then on.</para>
/// </remarks>
internal sealed class IndexDirectory : MappedDirectory
{
    private readonly System.Threading.Lock _lock = new();
    private readonly HashSet<string> _written = new(StringComparer.Ordinal);
    private readonly HashSet<string> _lost = new(StringComparer.Ordinal);

    /// <summary>Opens a folder, which need not exist yet.</summary>
    public IndexDirectory(string path)
        : base(new DirectoryInfo(path), new WriterLock.Factory(path))
    {
    }

    /// <inheritdoc/>
    public override IndexOutput CreateOutput(string name, IOContext context)
    {
        EnsureOpen();
        EnsureCanWrite(name);
        var output = new FileOutput(Path.Combine(Directory.FullName, name));
        lock (_lock)
        {
            _written.Add(name);
            _lost.Remove(name);
        }

        return output;
    }

    /// <inheritdoc/>
    public override void DeleteFile(string name)
    {
        base.DeleteFile(name);
        lock (_lock)
        {
            _written.Remove(name);
            _lost.Remove(name);
        }
    }

    /// <inheritdoc/>
    /// <exception cref="LostWriteException">A file may have lost what was written to it.</exception>
    public override void Sync(ICollection<string> names)
    {
        EnsureOpen();
        string[] unsynced;
        lock (_lock)
        {
            if (names.FirstOrDefault(_lost.Contains) is { } lost)
            {
                throw new LostWriteException(lost, inner: null);
            }

            unsynced = [.. names.Where(_written.Contains)];
        }

        foreach (string name in unsynced)
        {
            Sync(name);
        }

        if (unsynced.Length > 0)
        {
            DurableFolder.Sync(Directory.FullName);
        }

        lock (_lock)
        {
            _written.ExceptWith(unsynced);   // not before the folder is: then all are tried again
        }
    }

    private void Sync(string name)
    {
        using var file = new FileStream(Path.Combine(Directory.FullName, name), FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        try
        {
            file.Flush(flushToDisk: true);
        }
        catch (IOException failure)
        {
            lock (_lock)
            {
                _lost.Add(name);
            }

            throw new LostWriteException(name, failure);
        }
    }

    /// <summary>A file that is written from its beginning to its end.</summary>
    private sealed class FileOutput(string path) : BufferedIndexOutput
    {
        private readonly FileStream _file = new(path, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);

        public override long Length => _file.Length;

        [Obsolete("Lucene's own implementations mark it so.")]
        public override void Seek(long pos)
        {
            base.Seek(pos);
            _file.Seek(pos, SeekOrigin.Begin);
        }

        protected override void FlushBuffer(byte[] b, int offset, int len) => _file.Write(b, offset, len);

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                using (_file)
                {
                    base.Dispose(disposing);
                }
            }
        }
    }
}

/// <summary>The disk did not take what was written to a file, and would not say so a second time.</summary>
internal sealed class LostWriteException(string file, Exception? inner) : IOException($"{file} could not be written to disk.", inner);
