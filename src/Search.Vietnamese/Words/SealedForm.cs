using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace Search.Vietnamese.Words;

/// <summary>The frame of a saved form: its name and version, the length of its content, the content, and a checksum (CRC-32C) of all before.</summary>
/// <remarks>The length lets several forms follow one another in a stream; the checksum lets damaged content be told before any of it is used.</remarks>
internal static class SealedForm
{
    private const int ChecksumBytes = sizeof(uint);

    /// <summary>Content is copied in pieces of this size, so that a damaged length cannot ask for more memory than the stream has bytes.</summary>
    private const int PieceBytes = 1 << 16;

    public static void Write(Stream stream, string name, byte version, Action<BinaryWriter> writeContent)
    {
        using var content = new MemoryStream();
        using (var writer = new BinaryWriter(content, Encoding.UTF8, leaveOpen: true))
        {
            writeContent(writer);
        }

        using var form = new MemoryStream();
        using var frame = new BinaryWriter(form, Encoding.UTF8);
        frame.Write(name);
        frame.Write(version);
        frame.Write((int)content.Length);
        content.WriteTo(form);
        frame.Write(Checksum(form.GetBuffer().AsSpan(0, (int)form.Length)));
        form.WriteTo(stream);
    }

    /// <exception cref="InvalidDataException">It is another form, of an unknown version, or damaged.</exception>
    public static T Read<T>(Stream stream, string name, byte version, Func<BinaryReader, T> readContent)
    {
        byte[] head = new byte[Encoding.UTF8.GetByteCount(name) + 1 + sizeof(byte) + sizeof(int)];
        int nameBytes = head.Length - sizeof(byte) - sizeof(int);
        if (stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) < head.Length
            || head[0] != nameBytes - 1 || !head.AsSpan(1, nameBytes - 1).SequenceEqual(Encoding.UTF8.GetBytes(name)))
        {
            throw new InvalidDataException($"This is no {name}: it does not begin with that name.");
        }

        if (head[nameBytes] != version)
        {
            throw new InvalidDataException($"The {name} has version {head[nameBytes]}; this program reads version {version}.");
        }

        int length = BinaryPrimitives.ReadInt32LittleEndian(head.AsSpan(nameBytes + 1));
        using var form = new MemoryStream();
        form.Write(head);
        Copy(stream, form, (long)length + ChecksumBytes);
        ReadOnlySpan<byte> bytes = form.GetBuffer().AsSpan(0, (int)form.Length);
        if (length < 0 || bytes.Length != head.Length + (long)length + ChecksumBytes
            || Checksum(bytes[..^ChecksumBytes]) != BinaryPrimitives.ReadUInt32LittleEndian(bytes[^ChecksumBytes..]))
        {
            throw Damaged(name, null);
        }

        using var reader = new BinaryReader(new MemoryStream(form.GetBuffer(), head.Length, length), Encoding.UTF8);
        try
        {
            return readContent(reader);
        }
        catch (Exception exception) when (exception is EndOfStreamException or FormatException or ArgumentException)
        {
            throw Damaged(name, exception);
        }
    }

    private static void Copy(Stream from, MemoryStream to, long bytes)
    {
        byte[] piece = new byte[PieceBytes];
        while (bytes > 0 && from.Read(piece, 0, (int)Math.Min(bytes, PieceBytes)) is var count and > 0)
        {
            to.Write(piece, 0, count);
            bytes -= count;
        }
    }

    private static InvalidDataException Damaged(string name, Exception? cause) =>
        new($"The {name} is damaged: its checksum does not fit its content, or its end is missing.", cause);

    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        uint checksum = uint.MaxValue;
        foreach (byte b in bytes)
        {
            checksum = BitOperations.Crc32C(checksum, b);
        }

        return ~checksum;
    }
}
