using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Search.Ingest.Warc;

/// <summary>Cuts a web archive into records, with no more than one of them in memory.</summary>
/// <param name="stream">The archive, decompressed.</param>
/// <param name="members">Behind the stream, if it was compressed; else <see langword="null"/>.</param>
internal sealed class WarcRecords(Stream stream, GzipMembers? members)
{
    /// <summary>The longest content that is taken into memory, 32 MiB.</summary>
    public const int MostBlockBytes = 32 * 1024 * 1024;

    private const int MostHeaderBytes = 1 << 18;

    private readonly byte[] _buffer = new byte[1 << 16];
    private int _start;
    private int _end;
    private bool _isNextDamaged;

    private static ReadOnlySpan<byte> Version => "WARC/"u8;

    /// <summary>Takes the next record.</summary>
    /// <returns><see langword="false"/> at the end of the archive.</returns>
    /// <exception cref="InvalidDataException">The record is damaged or cut short; go on with <see cref="TryGoOn"/>.</exception>
    /// <exception cref="IOException">The archive cannot be read.</exception>
    public bool TryRead([NotNullWhen(true)] out WarcRecord? record)
    {
        record = null;
        if (_isNextDamaged)
        {
            _isNextDamaged = false;
            throw new InvalidDataException("The compressed record is damaged.");
        }

        string? version = ReadLine();
        while (version?.Length == 0)
        {
            version = ReadLine();
        }

        if (version is null)
        {
            return false;
        }

        if (!version.StartsWith("WARC/", StringComparison.Ordinal))
        {
            throw new InvalidDataException("The record does not begin with its version.");
        }

        Dictionary<string, string> fields = HeaderFields.Read(() => ReadLine() ?? throw CutShort());
        long length = WarcRecord.LengthOf(fields);
        byte[] block = ReadBlock(length);
        EndRecord();
        record = new WarcRecord(fields, block, length > block.Length);
        return true;
    }

    /// <summary>Goes on behind a damaged record: at the next compressed one, else at the next line that a record may begin with.</summary>
    /// <returns><see langword="false"/> if there is none.</returns>
    /// <exception cref="IOException">The archive cannot be read.</exception>
    public bool TryGoOn()
    {
        while (true)
        {
            try
            {
                if (members is not null)
                {
                    (_start, _end) = (0, 0);
                    if (!members.TryGoOn())
                    {
                        return false;
                    }
                }

                if (members is null ? SkipToVersion() : IsAtVersion())
                {
                    return true;
                }

                if (members is null)
                {
                    return false;
                }
            }
            catch (InvalidDataException) when (members is not null)
            {
                // no member after all
            }
        }
    }

    private bool IsAtVersion()
    {
        while (_end - _start < Version.Length && Fill())
        {
        }

        return _buffer.AsSpan(_start.._end).StartsWith(Version);
    }

    private bool SkipToVersion()
    {
        while (true)
        {
            if (IsAtVersion())
            {
                return true;
            }

            int newline = _buffer.AsSpan(_start.._end).IndexOf((byte)'\n');
            _start = newline < 0 ? _end : _start + newline + 1;
            if (newline < 0 && !Fill())
            {
                return false;
            }
        }
    }

    private byte[] ReadBlock(long length)
    {
        int taken = (int)Math.Min(length, MostBlockBytes);
        byte[] block = [];
        for (int read = 0; read < taken;)
        {
            Array.Resize(ref block, (int)Math.Min(taken, Math.Max(2L * read, 1 << 16)));   // grows with what comes, whatever length is stated
            while (read < block.Length)
            {
                read += ReadSome(block.AsSpan(read));
            }
        }

        Span<byte> skipped = stackalloc byte[4096];
        for (long rest = length - taken; rest > 0;)
        {
            rest -= ReadSome(skipped[..(int)Math.Min(rest, skipped.Length)]);
        }

        return block;
    }

    /// <summary>Passes the two line ends behind a record, and sees that its compressed member is whole, for a checksum stands at its end.</summary>
    private void EndRecord()
    {
        for (int i = 0; i < 4 && (_start < _end || Fill()) && _buffer[_start] is (byte)'\r' or (byte)'\n'; i++)
        {
            _start++;
        }

        if (members is not null && _start == _end)
        {
            members.BeginMember();
            try
            {
                Fill();
            }
            catch (InvalidDataException) when (members.HasBegunMember)
            {
                _isNextDamaged = true;
            }
        }
    }

    private int ReadSome(Span<byte> buffer)
    {
        if (_start == _end && !Fill())
        {
            throw CutShort();
        }

        int count = Math.Min(buffer.Length, _end - _start);
        _buffer.AsSpan(_start, count).CopyTo(buffer);
        _start += count;
        return count;
    }

    /// <summary>A line without its end, in UTF-8; <see langword="null"/> at the end of the archive.</summary>
    private string? ReadLine()
    {
        var line = new MemoryStream();
        while (true)
        {
            ReadOnlySpan<byte> bytes = _buffer.AsSpan(_start.._end);
            int newline = bytes.IndexOf((byte)'\n');
            line.Write(newline < 0 ? bytes : bytes[..newline]);
            _start = newline < 0 ? _end : _start + newline + 1;
            if (newline >= 0 || !Fill())
            {
                return newline < 0 && line.Length == 0 ? null : Encoding.UTF8.GetString(line.GetBuffer().AsSpan(0, (int)line.Length).TrimEnd((byte)'\r'));
            }

            if (line.Length > MostHeaderBytes)
            {
                throw new InvalidDataException("A line of the header is too long.");
            }
        }
    }

    private bool Fill()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start.._end).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        int count = stream.Read(_buffer.AsSpan(_end));
        _end += count;
        return count > 0;
    }

    private static InvalidDataException CutShort() => new("The record is cut short.");
}
