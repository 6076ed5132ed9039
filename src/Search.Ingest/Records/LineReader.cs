namespace Search.Ingest.Records;

/// <summary>Cuts a stream into lines, each with its line feed.</summary>
internal sealed class LineReader(Stream stream) : RecordReader(stream)
{
    protected override int FindEnd(ReadOnlySpan<byte> record, int seen)
    {
        int newline = record[seen..].IndexOf((byte)'\n');
        return newline < 0 ? -1 : seen + newline + 1;
    }
}
