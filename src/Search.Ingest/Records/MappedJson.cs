using System.Buffers;
using System.Text.Json;
using Search.Articles;
using Search.Ingest.Pages;

namespace Search.Ingest.Records;

/// <summary>Gives the fields of a JSON object the names that articles have.</summary>
internal static class MappedJson
{
    /// <summary>The object with its mapped fields first, under their names as fields of the article, and then all others.</summary>
    /// <param name="fields">The mapping.</param>
    /// <param name="json">One JSON object; anything else comes back as it is, to be refused where articles are read.</param>
    public static ReadOnlyMemory<byte> Apply(FieldMapping fields, ReadOnlyMemory<byte> json)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json.Trim(" \t\r\n"u8), new() { MaxDepth = ArticleJson.MaxDepth });
            return document.RootElement.ValueKind == JsonValueKind.Object ? Apply(fields, document.RootElement) : json;
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException)   // the latter of a name with half a surrogate pair
        {
            return json;
        }
    }

    private static ReadOnlyMemory<byte> Apply(FieldMapping fields, JsonElement source)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(bytes, new() { SkipValidation = true }))
        {
            var taken = new HashSet<string>(StringComparer.Ordinal);
            writer.WriteStartObject();
            foreach ((string field, string path) in fields.Names)
            {
                if (Find(source, path) is { } value && taken.Add(field))
                {
                    writer.WritePropertyName(field);
                    writer.WriteRawValue(Text(field, value), skipInputValidation: true);
                }
            }

            foreach (JsonProperty property in source.EnumerateObject().Where(property => !fields.Names.Values.Contains(property.Name)))
            {
                writer.WritePropertyName(FreeName.Of(property.Name, taken));
                writer.WriteRawValue(property.Value.GetRawText(), skipInputValidation: true);
            }

            writer.WriteEndObject();
        }

        return bytes.WrittenMemory;
    }

    /// <summary>The value at a path of names, parted by dots; the whole path may also be one name.</summary>
    private static JsonElement? Find(JsonElement value, string path)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        if (value.TryGetProperty(path, out JsonElement found))
        {
            return found;
        }

        string[] parts = path.Split('.', 2);
        return parts.Length == 2 && value.TryGetProperty(parts[0], out JsonElement inner) ? Find(inner, parts[1]) : null;
    }

    /// <summary>A value as JSON: a number becomes text, and a date the form of ISO 8601 if it can be read.</summary>
    private static string Text(string field, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => $"\"{value.GetRawText()}\"",
        JsonValueKind.String when field == "date" && VietnameseDate.TryRead(value.GetString(), out ArticleDate date) => $"\"{date.Text}\"",
        _ => value.GetRawText(),
    };
}
