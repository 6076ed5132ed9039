using System.IO.MemoryMappedFiles;

namespace Search.Engine.Storage;

/// <summary>A file mapped into memory. Thread-safe.</summary>
/// <remarks>Who reads after it was closed is refused; but a read may have begun just before, and a page that is gone ends the process. So the pages go a second later.</remarks>
internal sealed class MappedFile
{
    private static readonly TimeSpan LongestRead = TimeSpan.FromSeconds(1);

    private readonly MemoryMappedViewAccessor? _view;
    private nint _start;

    /// <summary>Maps a file.</summary>
    /// <exception cref="IOException">It cannot be opened.</exception>
    public MappedFile(string path)
    {
        using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        Length = stream.Length;
        if (Length == 0)
        {
            _start = 1;   // nothing to map, and nothing to read
            return;
        }

        using var file = MemoryMappedFile.CreateFromFile(stream, mapName: null, capacity: 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
        _view = file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
        unsafe
        {
            byte* start = null;
            _view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
            _start = (nint)start;
        }
    }

    /// <summary>Its length in bytes.</summary>
    public long Length { get; }

    /// <summary>Where it begins.</summary>
    /// <exception cref="ObjectDisposedException">It was closed.</exception>
    public unsafe byte* Start
    {
        get
        {
            nint start = _start;
            ObjectDisposedException.ThrowIf(start == 0, this);
            return (byte*)start;
        }
    }

    /// <summary>Closes it.</summary>
    public void Close()
    {
        if (Interlocked.Exchange(ref _start, 0) != 0 && _view is not null)
        {
            _ = ReleaseLaterAsync(_view);
        }
    }

    private static async Task ReleaseLaterAsync(MemoryMappedViewAccessor view)
    {
        await Task.Delay(LongestRead).ConfigureAwait(false);
        view.SafeMemoryMappedViewHandle.ReleasePointer();
        view.Dispose();
    }
}
