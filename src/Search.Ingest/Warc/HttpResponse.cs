using System.Globalization;
using System.IO.Compression;
using System.Text;
using Search.Ingest.Streams;

namespace Search.Ingest.Warc;

/// <summary>An HTTP response as it was archived.</summary>
/// <param name="Status">The status code.</param>
/// <param name="Fields">The header fields; names in any case.</param>
/// <param name="Body">The body as it was transferred.</param>
internal sealed record HttpResponse(int Status, IReadOnlyDictionary<string, string> Fields, ReadOnlyMemory<byte> Body)
{
    private const int LongestLine = 1 << 16;

    /// <summary>Parses a response.</summary>
    /// <exception cref="InvalidDataException">It is none.</exception>
    public static HttpResponse Parse(ReadOnlyMemory<byte> message)
    {
        int position = 0;
        string[] status = NextLine().Split(' ', 3);
        if (!status[0].StartsWith("HTTP/", StringComparison.Ordinal) || status.Length < 2
            || !int.TryParse(status[1], NumberStyles.None, CultureInfo.InvariantCulture, out int code))
        {
            throw new InvalidDataException("The record holds no HTTP response.");
        }

        Dictionary<string, string> fields = HeaderFields.Read(NextLine);
        return new HttpResponse(code, fields, message[position..]);

        string NextLine()
        {
            ReadOnlySpan<byte> rest = message.Span[position..];
            int newline = rest[..Math.Min(rest.Length, LongestLine)].IndexOf((byte)'\n');
            if (newline < 0)
            {
                throw new InvalidDataException("The header of the response does not end.");
            }

            position += newline + 1;
            return Encoding.Latin1.GetString(rest[..newline].TrimEnd((byte)'\r'));
        }
    }

    /// <summary>Whether the body is shorter than the header says.</summary>
    public bool IsCutShort => long.TryParse(Field("Content-Length"), NumberStyles.None, CultureInfo.InvariantCulture, out long length) && Body.Length < length
        && Field("Content-Encoding").Length == 0;   // archivers that decompress leave the old length

    /// <summary>A header field, or empty.</summary>
    public string Field(string name) => Fields.TryGetValue(name, out string? value) ? value : "";

    /// <summary>The content, without the way it was transferred and compressed.</summary>
    /// <exception cref="InvalidDataException">While reading, if it is damaged or cut short; here if it is compressed in an unknown way.</exception>
    public Stream OpenContent()
    {
        Stream content = new MemoryStream(Body.ToArray(), writable: false);
        if (Field("Transfer-Encoding").Contains("chunked", StringComparison.OrdinalIgnoreCase) && ChunkedContent.IsChunked(Body.Span))
        {
            content = new ChunkedContent(content);
        }

        foreach (string coding in Field("Content-Encoding").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Reverse())
        {
            var encoded = new PeekableStream(content);
            ReadOnlySpan<byte> head = encoded.Peek(2);
            content = coding.ToLowerInvariant() switch
            {
                "gzip" or "x-gzip" => head is [0x1F, 0x8B] ? new GzipContent(encoded) : encoded,   // some archivers decompress, and leave the header as it was
                "deflate" => head is [0x78, _] ? new ZLibStream(encoded, CompressionMode.Decompress) : new DeflateStream(encoded, CompressionMode.Decompress),
                "br" => new BrotliContent(encoded),
                "identity" => encoded,
                var unknown => throw new InvalidDataException($"The content is compressed as \"{unknown}\", which is not read here."),
            };
        }

        return content;
    }
}
