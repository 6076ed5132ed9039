namespace Search.Engine.Indexing;

/// <summary>Why the disk does not take what is written.</summary>
public enum StorageFault
{
    /// <summary>Something else; the message says what.</summary>
    Other,

    /// <summary>It is full, or a quota is used up.</summary>
    DiskFull,

    /// <summary>It takes no writes at all, or not from this user.</summary>
    ReadOnly,

    /// <summary>The process or the system has no more files open than it may.</summary>
    NoHandles,

    /// <summary>There is not enough memory.</summary>
    NoMemory,
}

/// <summary>Writes could not be made durable. Searches go on in the last commit; writes go on by themselves when the cause is gone.</summary>
/// <remarks>Whether the writes concerned take effect later is open: writing them again does no harm.</remarks>
public sealed class IndexStorageException(StorageFault fault, string message, Exception? inner = null) : IndexException(message, inner)
{
    /// <summary>The cause.</summary>
    public StorageFault Fault => fault;

    /// <summary>What an exception of a write stands for; <see langword="null"/> if it is not the disk's.</summary>
    internal static IndexStorageException? Of(Exception failure) => failure switch
    {
        IndexStorageException known => known,
        OutOfMemoryException => new(StorageFault.NoMemory, "There is not enough memory to write to the index.", failure),
        UnauthorizedAccessException => new(StorageFault.ReadOnly, $"The index cannot be written: {failure.Message}", failure),
        IOException io => new(FaultOf(io), $"The index cannot be written: {io.Message}", failure),
        _ => null,
    };

    /// <summary>Whether it was the operating system that refused, rather than what was read that made no sense.</summary>
    internal static bool IsOfSystem(IOException failure) => failure is not (FileNotFoundException or DirectoryNotFoundException or EndOfStreamException)
        && (failure.HResult > 0 || (failure.HResult & WindowsMask) == WindowsErrors);

    private const int WindowsMask = unchecked((int)0xFFFF0000);
    private const int WindowsErrors = unchecked((int)0x80070000);

    /// <summary>By the number of the error of the system: of Linux and macOS, or of Windows.</summary>
    private static StorageFault FaultOf(IOException failure) => failure.InnerException is IOException inner && failure.HResult < 0 ? FaultOf(inner) : failure.HResult switch
    {
        28 or 69 or 122 or (WindowsErrors | 0x70) or (WindowsErrors | 0x27) => StorageFault.DiskFull,
        30 or (WindowsErrors | 0x13) => StorageFault.ReadOnly,
        23 or 24 or (WindowsErrors | 0x04) => StorageFault.NoHandles,
        _ => StorageFault.Other,
    };
}
