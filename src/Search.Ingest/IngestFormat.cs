namespace Search.Ingest;

/// <summary>What an input file holds.</summary>
public enum IngestFormat
{
    /// <summary>Each file what its name says: <c>.txt</c>; <c>.jsonl</c>, <c>.ndjson</c>, <c>.json</c>; all of them also with <c>.gz</c>.
    /// Files with other names are passed over in a folder; one that is named without an extension is judged by its first character.</summary>
    Auto,

    /// <summary>Every file is a text page: one article with what stood around it.</summary>
    Text,

    /// <summary>Every file holds JSON articles, one a line; a <c>.json</c> file one object or an array of objects.</summary>
    Jsonl,
}
