using System.Text;
using System.Text.Json;
using Search.Articles;

namespace Search.Cli.Indexing;

/// <summary>An article as a line of NDJSON.</summary>
internal static class ArticleLine
{
    /// <summary>The article's own JSON in one line, with its id: one that got an id while it was read carries it along.</summary>
    public static ReadOnlyMemory<byte> Of(Article article)
    {
        ReadOnlyMemory<byte> json = article.Json;
        if (!HasId(json.Span))
        {
            // An id needs no escape, and an article has another field behind it.
            json = (byte[])[.. Encoding.UTF8.GetBytes($$"""{"id":"{{article.Id}}","""), .. json.Span.Trim(" \t\r\n"u8)[1..]];
        }

        return json.Span.IndexOfAny((byte)'\n', (byte)'\r') < 0 ? json : WithoutLineEnds(json);
    }

    private static bool HasId(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = ArticleJson.MaxDepth + 1 });
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isId = reader.ValueTextEquals("id"u8);
            reader.Read();
            if (isId && reader.TokenType == JsonTokenType.String)
            {
                return true;
            }

            reader.Skip();
        }

        return false;
    }

    /// <summary>Line ends in JSON can only stand between values.</summary>
    private static byte[] WithoutLineEnds(ReadOnlyMemory<byte> json)
    {
        byte[] line = json.ToArray();
        line.AsSpan().Replace((byte)'\n', (byte)' ');
        line.AsSpan().Replace((byte)'\r', (byte)' ');
        return line;
    }
}
