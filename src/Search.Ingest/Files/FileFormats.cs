namespace Search.Ingest.Files;

/// <summary>How one file is read.</summary>
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
}

/// <summary>Tells the format of a file.</summary>
internal static class FileFormats
{
    /// <summary>The format by the file's name and what was asked for; <see langword="null"/> where both leave it open.</summary>
    public static FileFormat? OfName(string path, IngestFormat asked) => (asked, Extension(path)) switch
    {
        (IngestFormat.Text, _) => FileFormat.TextPage,
        (_, ".json") => FileFormat.JsonValues,
        (IngestFormat.Jsonl, _) or (_, ".jsonl" or ".ndjson") => FileFormat.JsonLines,
        (_, ".txt") => FileFormat.TextPage,
        (_, ".html" or ".htm" or ".xhtml") => FileFormat.HtmlPage,
        _ => null,
    };

    /// <summary>The format of a file without an extension: JSON if it begins with a bracket or brace. With one that says nothing it may
    /// be anything, so there <see langword="null"/>.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static FileFormat? OfContent(string path)
    {
        if (Extension(path).Length > 0)
        {
            return null;
        }

        using Stream content = FileContent.Open(path);
        int first;
        do
        {
            first = content.ReadByte();
        }
        while (first is ' ' or '\t' or '\r' or '\n' or 0xEF or 0xBB or 0xBF);   // white space, and the bytes of the byte order mark

        return first is '{' or '[' ? FileFormat.JsonValues : FileFormat.TextPage;
    }

    /// <summary>The extension in small letters, that before <c>.gz</c> in a compressed file.</summary>
    private static string Extension(string path)
    {
        string name = FileContent.IsCompressed(path) ? Path.GetFileNameWithoutExtension(path) : path;
        return Path.GetExtension(name).ToLowerInvariant();
    }
}
