using System.Buffers.Binary;
using Lucene.Net.Store;

namespace Search.Engine.Storage;

/// <summary>Reads a mapped file, or a part of it. Clones are cheap, and may be used when only the first is closed no more. Not thread-safe.</summary>
internal sealed unsafe class MappedInput : IndexInput
{
    private readonly MappedFile _file;
    private readonly long _offset;
    private readonly bool _owns;
    private long _position;

    /// <summary>Reads a file and closes it in the end.</summary>
    public MappedInput(MappedFile file, string name)
        : this(file, name, 0, file.Length) => _owns = true;

    private MappedInput(MappedFile file, string description, long offset, long length)
        : base(description) => (_file, _offset, Length) = (file, offset, length);

    /// <inheritdoc/>
    public override long Length { get; }

    /// <inheritdoc/>
    public override long Position => _position;

    /// <summary>A part of it, which is not closed with it.</summary>
    public MappedInput Slice(string description, long offset, long length)
    {
        if (offset < 0 || length < 0 || offset > Length - length)
        {
            throw Beyond();
        }

        return new(_file, $"{this} ({description})", _offset + offset, length);
    }

    /// <summary>Some of its bytes, as long as it is not closed. Thread-safe.</summary>
    public ReadOnlySpan<byte> Span(long start, int count) =>
        start >= 0 && count >= 0 && start <= Length - count ? new(_file.Start + _offset + start, count) : throw Beyond();

    /// <inheritdoc/>
    public override object Clone() => new MappedInput(_file, ToString(), _offset, Length) { _position = _position };

    /// <inheritdoc/>
    public override void Seek(long pos) => _position = pos >= 0 ? pos : throw new ArgumentOutOfRangeException(nameof(pos));

    /// <inheritdoc/>
    public override byte ReadByte() => *Take(1);

    /// <inheritdoc/>
    public override void ReadBytes(byte[] b, int offset, int len) => new ReadOnlySpan<byte>(Take(len), len).CopyTo(b.AsSpan(offset, len));

    /// <inheritdoc/>
    public override short ReadInt16() => BinaryPrimitives.ReadInt16BigEndian(new(Take(sizeof(short)), sizeof(short)));

    /// <inheritdoc/>
    public override int ReadInt32() => BinaryPrimitives.ReadInt32BigEndian(new(Take(sizeof(int)), sizeof(int)));

    /// <inheritdoc/>
    public override long ReadInt64() => BinaryPrimitives.ReadInt64BigEndian(new(Take(sizeof(long)), sizeof(long)));

    /// <inheritdoc/>
    public override int ReadVInt32() => (int)ReadVariable(mostBytes: 5);

    /// <inheritdoc/>
    public override long ReadVInt64() => ReadVariable(mostBytes: 9);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing && _owns)
        {
            _file.Close();
        }
    }

    private long ReadVariable(int mostBytes)
    {
        byte* start = _file.Start + _offset;
        long position = _position;
        long value = 0;
        for (int shift = 0; shift < 7 * mostBytes; shift += 7)
        {
            if ((ulong)position >= (ulong)Length)
            {
                throw Beyond();
            }

            byte next = start[position++];
            value |= (long)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                _position = position;
                return value;
            }
        }

        throw new IOException($"There is no integer at {_position} of {this}.");
    }

    /// <summary>Passes over some bytes.</summary>
    /// <returns>Where they are.</returns>
    private byte* Take(int count)
    {
        if (_position > Length - count)
        {
            throw Beyond();
        }

        byte* bytes = _file.Start + _offset + _position;
        _position += count;
        return bytes;
    }

    private EndOfStreamException Beyond() => new($"Read past the end of {this}.");
}
