using System.IO.Compression;
using Search.Ingest.Files;
using Search.Ingest.Streams;

namespace Search.Ingest.Archives;

/// <summary>The files of a zip archive, in its own order.</summary>
internal static class ZipEntries
{
    /// <summary>An archive that lies in another archive is read into memory up to this size, 64 MiB, for a zip has its list at its end.</summary>
    public const int MostNestedBytes = 64 * 1024 * 1024;

    /// <summary>The longest list of files that is taken into memory, 128 MiB: about a million files.</summary>
    private const long MostListBytes = 128 * 1024 * 1024;

    /// <summary>Lists the files.</summary>
    /// <exception cref="InvalidDataException">The archive is damaged, or no zip.</exception>
    /// <exception cref="IOException">It cannot be read, or is too long for where it lies.</exception>
    public static IEnumerable<ArchiveEntry> Read(PeekableStream stream)
    {
        long listed = 0;
        bool isListing = true;
        using var archive = new ZipArchive(new CountedStream(stream.Rewind() ?? InMemory(stream), CountList), ZipArchiveMode.Read);
        IReadOnlyCollection<ZipArchiveEntry> entries = archive.Entries;
        isListing = false;
        foreach (ZipArchiveEntry entry in entries.Where(static entry => !entry.FullName.EndsWith('/')))
        {
            yield return new ArchiveEntry(
                entry.FullName, () => new CheckedContent(entry.Open(), entry.Length, entry.Crc32), entry.IsEncrypted ? "The file is encrypted." : null);
        }

        void CountList(int count)
        {
            listed += isListing ? count : 0;
            if (listed > MostListBytes)
            {
                throw new InputException($"The archive lists more files than can be taken into memory: the list has more than {MostListBytes} bytes.");
            }
        }
    }

    private static MemoryStream InMemory(Stream stream) => BoundedContent.Read(stream, MostNestedBytes) is { } bytes
        ? new MemoryStream(bytes)
        : throw new InputException($"A zip inside another archive may have {MostNestedBytes} bytes (64 MiB), and this one has more; unpack the outer one first.");
}
