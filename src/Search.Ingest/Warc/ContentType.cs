using Search.Ingest.Files;
using Search.Ingest.Streams;

namespace Search.Ingest.Warc;

/// <summary>A declared type: <c>text/html; charset=windows-1258</c>.</summary>
/// <param name="MediaType">In small letters, without parameters; empty if none is declared.</param>
/// <param name="Charset">The encoding, or <see langword="null"/>.</param>
internal sealed record ContentType(string MediaType, string? Charset)
{
    /// <summary>Reads a header field.</summary>
    public static ContentType Parse(string text)
    {
        string[] parts = text.Split(';', StringSplitOptions.TrimEntries);
        string? charset = parts.Skip(1).FirstOrDefault(static part => part.StartsWith("charset=", StringComparison.OrdinalIgnoreCase));
        return new ContentType(parts[0].ToLowerInvariant(), charset is null ? null : charset["charset=".Length..].Trim('"', '\'', ' '));
    }

    /// <summary>The format of a content of this type; <see langword="null"/> for what holds no article. Where none is declared, its first bytes tell.</summary>
    public FileFormat? FormatOf(PeekableStream content) => MediaType switch
    {
        "text/html" or "application/xhtml+xml" => FileFormat.HtmlPage,
        "text/plain" => FileFormat.TextPage,
        "application/json" or "text/json" => FileFormat.JsonValues,
        "application/x-ndjson" or "application/jsonl" or "application/jsonlines" => FileFormat.JsonLines,
        "text/csv" or "text/tab-separated-values" => FileFormat.Table,
        "application/rss+xml" or "application/atom+xml" or "application/rdf+xml" or "application/xml" or "text/xml" => FileFormat.Feed,
        "" => FileFormats.OfContent("", content),
        _ => null,
    };
}
