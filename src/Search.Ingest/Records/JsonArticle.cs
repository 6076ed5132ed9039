using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Search.Articles;
using Search.Ingest.Decoding;
using Search.Ingest.Identity;
using Search.Vietnamese.Encodings;

namespace Search.Ingest.Records;

/// <summary>One JSON object as an input.</summary>
internal static class JsonArticle
{
    /// <summary>Reads an article; one without an id gets one from its address, else from its place.</summary>
    /// <remarks>Its JSON is kept as given, unless fields are mapped, it is not UTF-8, or its text is damaged.</remarks>
    /// <param name="json">One JSON object, in memory that the article keeps.</param>
    /// <param name="name">The name of the input.</param>
    /// <param name="place">The path relative to what was given, with the number within the file.</param>
    /// <param name="fields">How its fields are called.</param>
    /// <param name="encoding">The name of the encoding that it was converted from before.</param>
    /// <param name="mayHoldMarkup">Whether its text may be HTML, of which plain text is made.</param>
    public static IngestedInput Read(ReadOnlyMemory<byte> json, string name, string place, FieldMapping fields, string encoding, bool mayHoldMarkup)
    {
        if (!Utf8.IsValid(json.Span) && EncodingDetector.Detect(json.Span) is { } detected && detected.Encoding != TextEncoding.Utf8)
        {
            (json, encoding) = (Encoding.UTF8.GetBytes(detected.Text), detected.Encoding.Name);
        }

        if (!fields.IsEmpty)
        {
            json = MappedJson.Apply(fields, json);
        }

        ArticleReading reading = ArticleJson.ReadOrDeriveId(json, url => url is null ? DerivedId.OfPath(place) : DerivedId.OfUrl(url));
        if (!reading.IsArticle)
        {
            return new IngestedInput.Rejected(name, string.Join(' ', reading.Problems.Select(static problem => problem.Message)));
        }

        Article article = ArticleRepair.Apply(reading.Article, out string? repair);
        article = mayHoldMarkup ? MarkupArticle.Apply(article) : article;
        encoding = new DecodedText("", encoding, repair).Encoding;
        if (ReferenceEquals(article, reading.Article))
        {
            return new IngestedInput.Accepted(name, article) { Encoding = encoding };
        }

        byte[] rewritten = Rewrite(article);
        return rewritten.Length > ArticleJson.MaxBytes
            ? new IngestedInput.Rejected(name, $"The article has {rewritten.Length} bytes as JSON after its text was repaired; at most {ArticleJson.MaxBytes} (5 MiB) are accepted.")
            : article.Title.Length == 0 && article.Body.Length == 0
            ? new IngestedInput.Rejected(name, "The article holds tags and no text; expected a headline or a paragraph.")
            : new IngestedInput.Accepted(name, article with { Json = rewritten }) { Encoding = encoding };
    }

    /// <summary>The canonical object of an article, followed by the fields of its old one that are not those of articles.</summary>
    private static byte[] Rewrite(Article article)
    {
        using JsonDocument old = JsonDocument.Parse(article.Json, new() { MaxDepth = ArticleJson.MaxDepth + 1 });
        var rewritten = new MemoryStream();
        rewritten.Write(ArticleJson.Write(article with { Json = default }).AsSpan()[..^1]);
        foreach (JsonProperty property in old.RootElement.EnumerateObject().Where(static property => !FieldMapping.IsField(property.Name)))
        {
            rewritten.Write(Encoding.UTF8.GetBytes($",{property}"));
        }

        rewritten.WriteByte((byte)'}');
        return rewritten.ToArray();
    }
}
