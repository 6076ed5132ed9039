using Search.Articles;
using Search.Ingest.Files;

namespace Search.Ingest.Records;

/// <summary>A file with one JSON object a line.</summary>
internal static class JsonLines
{
    /// <summary>The articles of a file. Lines end in LF or CR LF; blank lines are passed over, but counted.</summary>
    /// <exception cref="IOException">The file cannot be read on.</exception>
    /// <exception cref="InvalidDataException">The file's compression is damaged.</exception>
    public static IEnumerable<IngestedInput> Read(FoundFile file)
    {
        using Stream content = FileContent.Open(file.Path);
        var lines = new LineReader(content);
        for (long number = 1; lines.TryRead(out InputRecord line); number++)
        {
            string name = $"{file.Path}:{number}";
            if (line.IsTooLong)
            {
                yield return new IngestedInput.Rejected(name, $"The line is longer than {ArticleJson.MaxBytes} bytes (5 MiB); it was passed over.");
            }
            else if (!line.Bytes.Span.Trim(" \t\r\n"u8).IsEmpty)
            {
                yield return JsonArticle.Read(line.Bytes, name, $"{file.RelativePath}#{number}");
            }
        }
    }
}
