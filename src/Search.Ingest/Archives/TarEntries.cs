using System.Formats.Tar;
using Search.Ingest.Streams;

namespace Search.Ingest.Archives;

/// <summary>The files of a tar archive, in its own order.</summary>
internal static class TarEntries
{
    /// <summary>The longest header that is read at once, 1 MiB: a path has fewer bytes, and no archive shall fill the memory with it.</summary>
    private const int MostHeaderBytes = 1024 * 1024;

    /// <summary>Lists the files; links are named and not followed.</summary>
    /// <param name="stream">The archive, decompressed.</param>
    /// <exception cref="InvalidDataException">It is damaged, cut short, or no tar.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static IEnumerable<ArchiveEntry> Read(Stream stream)
    {
        using var archive = new TarReader(new Bounded(stream), leaveOpen: true);
        while (Next(archive) is { } entry)
        {
            if (entry.EntryType is TarEntryType.RegularFile or TarEntryType.V7RegularFile or TarEntryType.ContiguousFile)
            {
                yield return new ArchiveEntry(entry.Name, () => entry.DataStream ?? Stream.Null);
            }
            else if (entry.EntryType is TarEntryType.SymbolicLink or TarEntryType.HardLink)
            {
                yield return new ArchiveEntry(entry.Name, static () => Stream.Null, "The file is a link, which is not followed inside an archive.");
            }
        }
    }

    private static TarEntry? Next(TarReader archive)
    {
        try
        {
            return archive.GetNextEntry();
        }
        catch (Exception damage) when (damage is FormatException or ArgumentException or OverflowException or NotSupportedException or EndOfStreamException)
        {
            throw new InvalidDataException(damage.Message, damage);
        }
    }

    /// <summary>Refuses to be read in one piece longer than any header.</summary>
    private sealed class Bounded(Stream stream) : ForwardStream
    {
        public override int Read(Span<byte> buffer) =>
            buffer.Length <= MostHeaderBytes ? stream.Read(buffer) : throw new InvalidDataException("A header of the archive is longer than 1 MiB.");
    }
}
