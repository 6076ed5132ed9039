using Search.Articles;

namespace Search.Ingest.Records;

/// <summary>A piece of a file that holds one article.</summary>
/// <param name="Bytes">The piece with what ends it; empty if it was too long.</param>
/// <param name="IsTooLong">Whether it has more bytes than an article may have, so that it was passed over.</param>
internal readonly record struct InputRecord(ReadOnlyMemory<byte> Bytes, bool IsTooLong);

/// <summary>Cuts a stream into records, with no more than one of them in memory.</summary>
/// <remarks>A byte order mark at the start belongs to none.</remarks>
internal abstract class RecordReader(Stream stream)
{
    /// <summary>Above <see cref="ArticleJson.MaxBytes"/>, so that line ends and blanks around an article do not count against it.</summary>
    private const int MostBytes = ArticleJson.MaxBytes + 1024;

    private byte[] _buffer = new byte[1 << 17];
    private int _start;
    private int _end;
    private bool _hasBegun;
    private bool _isOver;

    /// <summary>Takes the next record, in memory of its own.</summary>
    /// <returns><see langword="false"/> at the end of the stream.</returns>
    /// <exception cref="IOException">The stream cannot be read. The record that was begun is lost.</exception>
    public bool TryRead(out InputRecord record)
    {
        Begin();
        bool isTooLong = false;
        int seen = 0;
        while (true)
        {
            int length = FindEnd(_buffer.AsSpan(_start.._end), seen);
            if (length >= 0 || _isOver)
            {
                record = Take(length >= 0 ? length : _end - _start, isTooLong);
                return length >= 0 || isTooLong || !record.Bytes.IsEmpty;
            }

            seen = _end - _start;
            if (seen > MostBytes)
            {
                isTooLong = true;
                (_start, _end, seen) = (0, 0, 0);
            }

            Fill();
        }
    }

    /// <summary>Looks for the end of the current record.</summary>
    /// <param name="record">What is there of it, with what follows. Of one that is too long only the latest part.</param>
    /// <param name="seen">How many of these bytes were there at the last call.</param>
    /// <returns>How many of the bytes belong to it, with what ends it; -1 if it goes on after them.</returns>
    protected abstract int FindEnd(ReadOnlySpan<byte> record, int seen);

    private InputRecord Take(int length, bool isTooLong)
    {
        bool tooLong = isTooLong || length > MostBytes;
        var record = new InputRecord(tooLong ? ReadOnlyMemory<byte>.Empty : _buffer.AsSpan(_start, length).ToArray(), tooLong);
        _start += length;
        return record;
    }

    private void Begin()
    {
        while (!_hasBegun)
        {
            Fill();
            _hasBegun = _isOver || _end >= 3;
            if (_hasBegun && _buffer.AsSpan(0, _end).StartsWith("\uFEFF"u8))
            {
                _start = 3;
            }
        }
    }

    private void Fill()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start.._end).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, 2 * _buffer.Length);
        }

        int count = stream.Read(_buffer.AsSpan(_end));
        _end += count;
        _isOver = count == 0;
    }
}
