namespace Search.Ingest.Records;

/// <summary>Cuts a stream into the values of a JSON array, or into values that follow one another; over how many lines does not matter.</summary>
/// <remarks>Brackets and commas between the values come out as records of their own. Nothing is checked: a record may be no JSON.</remarks>
internal sealed class JsonValueReader(Stream stream) : RecordReader(stream)
{
    private bool _hasBegun;
    private bool _isInString;
    private bool _isEscaped;
    private int _depth;

    /// <summary>Whether an array around the values has begun.</summary>
    public bool IsInArray { get; private set; }

    /// <summary>Whether the last record is the beginning of a value only; once it was read, the stream is at its end.</summary>
    public bool IsInValue => _isInString || _depth > 0;

    protected override int FindEnd(ReadOnlySpan<byte> record, int seen)
    {
        for (int i = seen; i < record.Length; i++)
        {
            if (_isInString)
            {
                i += PassString(record[i..]) - 1;
            }
            else if (IsEnd(record[i]))
            {
                return i + 1;
            }
        }

        return -1;
    }

    private bool IsEnd(byte c)
    {
        bool isFirst = !_hasBegun;
        _hasBegun |= c is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n');
        switch (c)
        {
            case (byte)'"':
                _isInString = true;
                return false;
            case (byte)'[' when isFirst:
                IsInArray = true;
                return true;
            case (byte)']' when IsInArray && _depth == 0:
                IsInArray = false;
                return true;
            case (byte)'{' or (byte)'[':
                _depth++;
                return false;
            case (byte)'}' or (byte)']':
                _depth = Math.Max(_depth - 1, 0);
                return _depth == 0;
            default:
                return c == ',' && _depth == 0;
        }
    }

    /// <summary>Passes over what a string still holds.</summary>
    /// <returns>How many bytes belong to it; at least one.</returns>
    private int PassString(ReadOnlySpan<byte> bytes)
    {
        if (_isEscaped)
        {
            _isEscaped = false;
            return 1;
        }

        int stop = bytes.IndexOfAny((byte)'"', (byte)'\\');
        if (stop < 0)
        {
            return bytes.Length;
        }

        _isEscaped = bytes[stop] == '\\';
        _isInString = _isEscaped;
        return stop + 1;
    }
}
