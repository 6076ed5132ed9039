using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Search.Articles;
using Search.Ingest.Pages;

namespace Search.Ingest.Records;

/// <summary>What the columns of a table are for an article.</summary>
internal sealed class TableColumns
{
    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>The names of the fields, in the order of the columns.</summary>
    private readonly string[] _fields;

    private TableColumns(string[] fields) => _fields = fields;

    /// <summary>How many there are.</summary>
    public int Count => _fields.Length;

    /// <summary>Finds the fields of articles among the columns: by the mapping, then by their own names, whatever the case.</summary>
    /// <param name="header">The names of the columns.</param>
    /// <param name="mapping">Which columns have other names.</param>
    /// <param name="columns">The columns, or <see langword="null"/>.</param>
    /// <param name="problem">Why the table gives no articles, or <see langword="null"/>.</param>
    public static bool TryFind(
        IReadOnlyList<string> header, FieldMapping mapping, [NotNullWhen(true)] out TableColumns? columns, [NotNullWhen(false)] out string? problem)
    {
        var fields = new string?[header.Count];
        var taken = new HashSet<string>(StringComparer.Ordinal);
        problem = null;
        foreach ((string field, string column) in mapping.Names)
        {
            int index = IndexOf(header, column);
            problem ??= index < 0 ? $"There is no column \"{column}\" for \"{field}\"; there are: {string.Join(", ", header)}." : null;
            if (index >= 0)
            {
                fields[index] = field;
                taken.Add(field);
            }
        }

        for (int i = 0; i < fields.Length; i++)
        {
            string name = header[i].Trim();
            string lower = name.ToLowerInvariant();
            fields[i] ??= FreeName.Of(FieldMapping.IsField(lower) ? lower : name.Length > 0 ? name : $"column {i + 1}", taken);
        }

        if (problem is null && !taken.Contains("title") && !taken.Contains("body"))
        {
            problem = $"None of the columns is \"title\" or \"body\"; say which are with --fields. There are: {Shorten(string.Join(", ", header))}.";
        }

        columns = problem is null ? new TableColumns([.. fields.Select(static field => field ?? "")]) : null;
        return columns is not null;
    }

    /// <summary>A row as the JSON of an article: without empty fields, dates in ISO 8601 where they can be read, authors and tags parted at
    /// commas, semicolons and bars.</summary>
    public ReadOnlyMemory<byte> ToJson(TableRow row)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, Json))
        {
            json.WriteStartObject();
            for (int i = 0; i < _fields.Length; i++)
            {
                string value = Encoding.UTF8.GetString(row.Fields[i]);
                if (!string.IsNullOrWhiteSpace(value))
                {
                    Write(json, _fields[i], value);
                }
            }

            json.WriteEndObject();
        }

        return bytes.WrittenMemory;
    }

    private static void Write(Utf8JsonWriter json, string field, string value)
    {
        switch (field)
        {
            case "authors" or "tags":
                json.WriteStartArray(field);
                foreach (string each in value.Split([',', ';', '|'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                {
                    json.WriteStringValue(each);
                }

                json.WriteEndArray();
                break;
            case "date":
                json.WriteString(field, VietnameseDate.TryRead(value, out ArticleDate date) ? date.Text : value);
                break;
            case "id" or "url":
                json.WriteString(field, value.Trim());
                break;
            default:
                json.WriteString(field, value);
                break;
        }
    }

    private static int IndexOf(IReadOnlyList<string> header, string column)
    {
        for (int i = 0; i < header.Count; i++)
        {
            if (header[i].Trim().Equals(column, StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Enough to see that it is no header.</summary>
    private static string Shorten(string names) => names.Length <= 200 ? names : names[..200] + "…";
}
