using Search.Articles;
using Search.Ingest.Decoding;

namespace Search.Ingest.Records;

/// <summary>A content with one JSON object a line.</summary>
internal static class JsonLines
{
    /// <summary>Cuts the lines. They end in LF or CR LF; blank lines are passed over, but counted.</summary>
    /// <exception cref="IOException">The content cannot be read on.</exception>
    /// <exception cref="InvalidDataException">The content's compression is damaged.</exception>
    public static IEnumerable<CutInput> Read(InputContent content, FieldMapping fields)
    {
        var lines = new LineReader(Utf8Content.Open(content.Stream, content.Charset, out string encoding));
        for (long number = 1; lines.TryRead(out InputRecord line); number++)
        {
            string name = $"{content.Name}:{number}";
            if (line.IsTooLong)
            {
                yield return InputReader.Rejected(name, $"The line is longer than {ArticleJson.MaxBytes} bytes (5 MiB); it was passed over.");
            }
            else if (!line.Bytes.Span.Trim(" \t\r\n"u8).IsEmpty)
            {
                string place = $"{content.Place}#{number}";
                yield return () => [JsonArticle.Read(line.Bytes, name, place, fields, encoding, mayHoldMarkup: !fields.IsEmpty)];
            }
        }
    }
}
