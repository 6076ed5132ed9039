namespace Search.Cli.Indexing;

/// <summary>A JSON object as a line of NDJSON.</summary>
internal static class OneLine
{
    /// <summary>The object with line ends, which in JSON can only stand between values, as spaces.</summary>
    public static ReadOnlyMemory<byte> Of(ReadOnlyMemory<byte> json)
    {
        if (json.Span.IndexOfAny((byte)'\n', (byte)'\r') < 0)
        {
            return json;
        }

        byte[] line = json.ToArray();
        line.AsSpan().Replace((byte)'\n', (byte)' ');
        line.AsSpan().Replace((byte)'\r', (byte)' ');
        return line;
    }
}
