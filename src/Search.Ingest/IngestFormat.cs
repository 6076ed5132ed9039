namespace Search.Ingest;

/// <summary>What an input file holds. Archives (<c>.zip</c>, <c>.tar</c>, <c>.tar.gz</c>, <c>.gz</c>) are unpacked under every format.</summary>
public enum IngestFormat
{
    /// <summary>Each file what its name says: <c>.txt</c>; <c>.html</c>, <c>.htm</c>, <c>.xhtml</c>; <c>.jsonl</c>, <c>.ndjson</c>, <c>.json</c>; <c>.csv</c>,
    /// <c>.tsv</c>; <c>.rss</c>, <c>.atom</c>, <c>.xml</c>; <c>.warc</c>. Files with other names are passed over in folders and archives; one that is given
    /// itself without an extension is judged by its first bytes.</summary>
    Auto,

    /// <summary>Every file is a text page: one article with what stood around it.</summary>
    Text,

    /// <summary>Every file is an HTML page.</summary>
    Html,

    /// <summary>Every file holds JSON objects over any number of lines: one, an array, or one after another.</summary>
    Json,

    /// <summary>Every file holds JSON articles, one a line; a <c>.json</c> file one object or an array of objects.</summary>
    Jsonl,

    /// <summary>Every file is a table whose first row names its columns; the delimiter (comma, semicolon, tab, bar) is found out.</summary>
    Csv,

    /// <summary>Every file is a feed, RSS or Atom, or a sitemap.</summary>
    Rss,

    /// <summary>Every file is a web archive (ISO 28500), also compressed by record.</summary>
    Warc,
}
