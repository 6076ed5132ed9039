using Search.Ingest.Decoding;

namespace Search.Ingest.Records;

/// <summary>A content with one article a row (RFC 4180), the first row naming the columns.</summary>
internal static class Table
{
    /// <summary>Cuts the rows; the delimiter, comma, semicolon, tab or bar, is found out.</summary>
    /// <remarks>A row whose quotation marks do not match ends with its first line, and the lines after it are rows again. Rows whose number of fields is
    /// not that of the columns are refused, for their text would come into the wrong fields.</remarks>
    /// <exception cref="IOException">The content cannot be read on.</exception>
    /// <exception cref="InvalidDataException">The content's compression is damaged.</exception>
    public static IEnumerable<CutInput> Read(InputContent content, FieldMapping fields)
    {
        bool isTabbed = content.FileName.EndsWith(".tsv", StringComparison.OrdinalIgnoreCase);
        Stream text = Utf8Content.Open(content.Stream, content.Charset, out string encoding);
        using var rows = new TableRows(text, isTabbed ? '\t' : null);
        if (!TableColumns.TryFind(rows.Header, fields, out TableColumns? columns, out string? problem))
        {
            yield return InputReader.Rejected(content.Name, problem);
            yield break;
        }

        while (rows.TryRead(out TableRow? row, out string? malformed))
        {
            string name = $"{content.Name}:{row.Line}";
            string place = $"{content.Place}#{row.Line}";
            if (malformed is not null)
            {
                yield return InputReader.Rejected(name, malformed);
            }
            else if (row.Fields.Length != columns.Count)
            {
                yield return InputReader.Rejected(name, $"The row has {row.Fields.Length} fields; expected {columns.Count}, as many as the header names.");
            }
            else if (!Array.TrueForAll(row.Fields, static field => field.AsSpan().Trim(" \t\r\n"u8).IsEmpty))
            {
                yield return () => [JsonArticle.Read(columns.ToJson(row), name, place, FieldMapping.None, row.Encoding ?? encoding, mayHoldMarkup: true)];
            }
        }
    }
}
