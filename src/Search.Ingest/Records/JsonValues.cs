using Search.Articles;
using Search.Ingest.Decoding;

namespace Search.Ingest.Records;

/// <summary>A content with one JSON object, an array of objects, or objects one after another, over any number of lines.</summary>
internal static class JsonValues
{
    /// <summary>Cuts the objects.</summary>
    /// <exception cref="IOException">The content cannot be read on.</exception>
    /// <exception cref="InvalidDataException">The content's compression is damaged.</exception>
    public static IEnumerable<CutInput> Read(InputContent content, FieldMapping fields)
    {
        var values = new JsonValueReader(Utf8Content.Open(content.Stream, content.Charset, out string encoding));
        int number = 0;
        while (values.TryRead(out InputRecord value))
        {
            ReadOnlyMemory<byte> json = value.Bytes.Trim(" \t\r\n,"u8);
            if (!value.IsTooLong && json.Span is [] or [(byte)'[' or (byte)']'])
            {
                continue;
            }

            number++;
            string suffix = number == 1 && !values.IsInArray ? "" : $"#{number}";
            string name = content.Name + suffix;
            string place = content.Place + suffix;
            yield return value.IsTooLong ? InputReader.Rejected(name, $"The value is longer than {ArticleJson.MaxBytes} bytes (5 MiB); it was passed over.")
                : values.IsInValue ? InputReader.Rejected(name, "The value does not end; the file was cut short, or a bracket or quotation mark is missing.")
                : () => [JsonArticle.Read(json, name, place, fields, encoding, mayHoldMarkup: !fields.IsEmpty)];
        }

        if (values.IsInArray && !values.IsInValue)
        {
            yield return InputReader.Rejected(content.Name, "The array does not end; the file was cut short.");
        }
    }
}
