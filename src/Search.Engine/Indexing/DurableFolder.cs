using System.Runtime.InteropServices;

namespace Search.Engine.Indexing;

/// <summary>Makes the names of files durable, which the runtime has no way to ask for. Windows does so by itself.</summary>
public static class DurableFolder
{
    private const int InvalidArgument = 22;

    /// <summary>Returns when new, renamed and removed names in a folder outlive the machine.</summary>
    /// <exception cref="IOException">The disk refuses.</exception>
    public static void Sync(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        int handle = Open(folder, 0);
        if (handle < 0)
        {
            throw Failure(folder);
        }

        try
        {
            if (FSync(handle) != 0 && Marshal.GetLastPInvokeError() != InvalidArgument)   // a file system that cannot is as durable as it gets
            {
                throw Failure(folder);
            }
        }
        finally
        {
            _ = Close(handle);
        }
    }

    private static IOException Failure(string folder)
    {
        int error = Marshal.GetLastPInvokeError();
        return new($"The names in {folder} cannot be made durable: {Marshal.GetPInvokeErrorMessage(error)}.", error);
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int FSync(int handle);

    [DllImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int Close(int handle);
}
