using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;

namespace Search.Articles;

/// <summary>The JSON form of an article: one object, in UTF-8.</summary>
/// <remarks>Reading is total: whatever the bytes are, the answer is an article or a list of problems, never an exception. Escaped lone
/// surrogates (<c>\ud800</c>) are kept as lone UTF-16 code units, and written as escapes again.</remarks>
public static class ArticleJson
{
    /// <summary>The longest object that is read, in bytes: 5 MiB.</summary>
    public const int MaxBytes = 5 * 1024 * 1024;

    /// <summary>How deep objects and arrays may stand in one another; the article itself is the first level.</summary>
    public const int MaxDepth = 64;

    private static ReadOnlySpan<byte> ByteOrderMark => "\uFEFF"u8;

    /// <summary>Reads an article that must carry its <c>id</c>.</summary>
    /// <param name="utf8">One JSON object; white space and a byte order mark around it are dropped. The article's
    /// <see cref="Article.Json"/> refers to this memory, so it must not change afterwards.</param>
    public static ArticleReading Read(ReadOnlyMemory<byte> utf8) => Read(utf8, idFromPath: null, deriveId: null);

    /// <summary>Reads an article whose id is known from its address: an <c>id</c> in the JSON may be absent, but not differ.</summary>
    /// <param name="utf8">One JSON object, as in <see cref="Read(ReadOnlyMemory{byte})"/>.</param>
    /// <param name="idFromPath">The id that the address names.</param>
    public static ArticleReading Read(ReadOnlyMemory<byte> utf8, string idFromPath)
    {
        ArgumentNullException.ThrowIfNull(idFromPath);
        return Read(utf8, idFromPath, deriveId: null);
    }

    /// <summary>Reads an article and gives it an id if it carries none.</summary>
    /// <param name="utf8">One JSON object, as in <see cref="Read(ReadOnlyMemory{byte})"/>.</param>
    /// <param name="deriveId">Makes the id of an article without one from its <c>url</c>, which may be <see langword="null"/>.</param>
    public static ArticleReading ReadOrDeriveId(ReadOnlyMemory<byte> utf8, Func<string?, string> deriveId)
    {
        ArgumentNullException.ThrowIfNull(deriveId);
        return Read(utf8, idFromPath: null, deriveId);
    }

    /// <summary>The canonical object of an article's fields: <c>id</c>, <c>title</c>, <c>lead</c>, <c>body</c>, <c>date</c>,
    /// <c>authors</c>, <c>tags</c>, <c>category</c>, <c>source</c>, <c>url</c>, without those that are empty.</summary>
    /// <returns>UTF-8 in one line. Only quotation marks, backslashes, control characters and lone surrogates are escaped.</returns>
    public static byte[] Write(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, new() { SkipValidation = true }))
        {
            json.WriteStartObject();
            WriteString(json, "id", article.Id);
            WriteString(json, "title", article.Title);
            WriteString(json, "lead", article.Lead);
            WriteString(json, "body", article.Body);
            WriteString(json, "date", article.Date?.Text);
            WriteStrings(json, "authors", article.Authors);
            WriteStrings(json, "tags", article.Tags);
            WriteString(json, "category", article.Category);
            WriteString(json, "source", article.Source);
            WriteString(json, "url", article.Url);
            json.WriteEndObject();
        }

        return bytes.WrittenSpan.ToArray();
    }

    private static ArticleReading Read(ReadOnlyMemory<byte> utf8, string? idFromPath, Func<string?, string>? deriveId)
    {
        ReadOnlyMemory<byte> json = Trim(utf8);
        if (json.Length > MaxBytes)
        {
            return Refused($"The article has {json.Length} bytes; at most {MaxBytes} (5 MiB) are accepted.");
        }

        if (json.IsEmpty)
        {
            return Refused("The text is empty; expected a JSON object.");
        }

        if (!Utf8.IsValid(json.Span))
        {
            return Refused($"The text is not UTF-8 {JsonPlace.OfInvalidUtf8(json.Span)}.");
        }

        try
        {
            return ArticleRules.Apply(ArticleFields.Read(json.Span), json, idFromPath, deriveId);
        }
        catch (JsonException malformed)
        {
            return Refused($"The JSON is malformed {JsonPlace.Of(malformed, json.Span)}.");
        }
    }

    private static ArticleReading Refused(string message) => new([new ArticleProblem("", message)]);

    private static ReadOnlyMemory<byte> Trim(ReadOnlyMemory<byte> utf8)
    {
        ReadOnlyMemory<byte> json = utf8.Span.StartsWith(ByteOrderMark) ? utf8[ByteOrderMark.Length..] : utf8;
        return json.Trim(" \t\r\n"u8);
    }

    private static void WriteString(Utf8JsonWriter json, string field, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            json.WritePropertyName(field);
            json.WriteRawValue(JsonString.Quote(value), skipInputValidation: true);
        }
    }

    private static void WriteStrings(Utf8JsonWriter json, string field, IReadOnlyList<string> values)
    {
        if (values.Count > 0)
        {
            json.WriteStartArray(field);
            foreach (string value in values)
            {
                json.WriteRawValue(JsonString.Quote(value), skipInputValidation: true);
            }

            json.WriteEndArray();
        }
    }
}
