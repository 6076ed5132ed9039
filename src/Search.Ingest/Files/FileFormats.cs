using Search.Ingest.Streams;

namespace Search.Ingest.Files;

/// <summary>How one content is read.</summary>
internal enum FileFormat
{
    /// <summary>One text page.</summary>
    TextPage,

    /// <summary>One HTML page.</summary>
    HtmlPage,

    /// <summary>One JSON object a line.</summary>
    JsonLines,

    /// <summary>JSON objects over any number of lines, alone or in an array.</summary>
    JsonValues,

    /// <summary>A table with a row of column names.</summary>
    Table,

    /// <summary>XML: a feed or a sitemap.</summary>
    Feed,

    /// <summary>A web archive.</summary>
    Warc,

    /// <summary>Any of the others, compressed.</summary>
    Gzip,

    /// <summary>Files packed together.</summary>
    Zip,

    /// <summary>Files put together.</summary>
    Tar,
}

/// <summary>Tells the format of a content.</summary>
internal static class FileFormats
{
    /// <summary>Enough for the mark of a tar, which stands at offset 257.</summary>
    private const int HeadBytes = 512;

    /// <summary>The format by the name and what was asked for; <see langword="null"/> where both leave it open.</summary>
    public static FileFormat? OfName(string name, IngestFormat asked) => (asked, Extension(name)) switch
    {
        (_, ".gz" or ".tgz") => OfName(Unpacked(name), asked) is null ? null : FileFormat.Gzip,
        (_, ".zip") => FileFormat.Zip,
        (_, ".tar") => FileFormat.Tar,
        (IngestFormat.Jsonl, ".json") => FileFormat.JsonValues,
        (not IngestFormat.Auto, _) => Asked(asked),
        (_, ".txt") => FileFormat.TextPage,
        (_, ".html" or ".htm" or ".xhtml") => FileFormat.HtmlPage,
        (_, ".jsonl" or ".ndjson") => FileFormat.JsonLines,
        (_, ".json") => FileFormat.JsonValues,
        (_, ".csv" or ".tsv") => FileFormat.Table,
        (_, ".rss" or ".atom" or ".xml") => FileFormat.Feed,
        (_, ".warc") => FileFormat.Warc,
        _ => null,
    };

    /// <summary>The name of what a compressed file holds: <c>a.jsonl</c> of <c>a.jsonl.gz</c>, <c>a.tar</c> of <c>a.tgz</c>.</summary>
    public static string Unpacked(string name) => Path.ChangeExtension(name, Extension(name) == ".tgz" ? ".tar" : null);

    /// <summary>The format of a content whose name has no extension, by its first bytes. An extension that says nothing may be that of
    /// anything, so there <see langword="null"/>.</summary>
    /// <exception cref="IOException">The content cannot be read.</exception>
    public static FileFormat? OfContent(string name, PeekableStream content) => Extension(name) switch
    {
        "" => OfHead(content.Peek(HeadBytes)),
        ".gz" => FileFormat.Gzip,
        _ => null,
    };

    /// <summary>The word for a format in reports.</summary>
    public static string Word(FileFormat format) => format switch
    {
        FileFormat.TextPage => "text",
        FileFormat.HtmlPage => "html",
        FileFormat.JsonLines => "jsonl",
        FileFormat.JsonValues => "json",
        FileFormat.Table => "csv",
        FileFormat.Feed => "rss",
        FileFormat.Warc => "warc",
        FileFormat.Gzip => "gzip",
        FileFormat.Zip => "zip",
        _ => "tar",
    };

    private static FileFormat Asked(IngestFormat asked) => asked switch
    {
        IngestFormat.Text => FileFormat.TextPage,
        IngestFormat.Html => FileFormat.HtmlPage,
        IngestFormat.Json => FileFormat.JsonValues,
        IngestFormat.Jsonl => FileFormat.JsonLines,
        IngestFormat.Csv => FileFormat.Table,
        IngestFormat.Rss => FileFormat.Feed,
        _ => FileFormat.Warc,
    };

    private static FileFormat OfHead(ReadOnlySpan<byte> head)
    {
        if (head is [0x1F, 0x8B, 8, ..])
        {
            return FileFormat.Gzip;
        }

        if (head.StartsWith("PK\x03\x04"u8))
        {
            return FileFormat.Zip;
        }

        if (head.Length >= 262 && head[257..262].SequenceEqual("ustar"u8))
        {
            return FileFormat.Tar;
        }

        if (head.StartsWith("WARC/"u8))
        {
            return FileFormat.Warc;
        }

        head = head.StartsWith("\uFEFF"u8) ? head[3..] : head;
        head = head.TrimStart(" \t\r\n"u8);
        head = head.StartsWith("\uFEFF"u8) ? head[3..] : head;
        return head switch
        {
            [(byte)'{' or (byte)'[', ..] => FileFormat.JsonValues,
            [(byte)'<', ..] => IsFeed(head) ? FileFormat.Feed : FileFormat.HtmlPage,
            _ => FileFormat.TextPage,
        };
    }

    private static bool IsFeed(ReadOnlySpan<byte> head) =>
        head.IndexOf("<html"u8) < 0 && head.IndexOf("<!DOCTYPE html"u8) < 0
        && (head.StartsWith("<?xml"u8) || head.IndexOf("<rss"u8) >= 0 || head.IndexOf("<feed"u8) >= 0 || head.IndexOf("<urlset"u8) >= 0);

    private static string Extension(string name) => Path.GetExtension(name).ToLowerInvariant();
}
