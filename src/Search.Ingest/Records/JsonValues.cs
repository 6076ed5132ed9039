using Search.Articles;
using Search.Ingest.Files;

namespace Search.Ingest.Records;

/// <summary>A file with one JSON object, an array of objects, or objects one after another, over any number of lines.</summary>
internal static class JsonValues
{
    /// <summary>The articles of a file.</summary>
    /// <exception cref="IOException">The file cannot be read on.</exception>
    /// <exception cref="InvalidDataException">The file's compression is damaged.</exception>
    public static IEnumerable<IngestedInput> Read(FoundFile file)
    {
        using Stream content = FileContent.Open(file.Path);
        var values = new JsonValueReader(content);
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
            yield return value.IsTooLong ? new IngestedInput.Rejected(file.Path + suffix, $"The value is longer than {ArticleJson.MaxBytes} bytes (5 MiB); it was passed over.")
                : values.IsInValue ? new IngestedInput.Rejected(file.Path + suffix, "The value does not end; the file was cut short, or a bracket or quotation mark is missing.")
                : JsonArticle.Read(json, file.Path + suffix, file.RelativePath + suffix);
        }

        if (values.IsInArray && !values.IsInValue)
        {
            yield return new IngestedInput.Rejected(file.Path, "The array does not end; the file was cut short.");
        }
    }
}
