using System.Text.Json;
using Search.Articles;
using Search.Engine.Indexing;
using Search.Server.Problems;

namespace Search.Server.Articles;

/// <summary>What one line of a bulk request asks for: a write, or nothing but a problem.</summary>
/// <param name="Number">The 1-based number of the line.</param>
/// <param name="Id">The id that it names, as far as one could be read.</param>
/// <param name="Write">The write, unless there is a problem.</param>
/// <param name="Problem">Why there is no write; <see langword="null"/> exactly when there is one.</param>
internal sealed record BulkLine(long Number, string? Id, ArticleWrite? Write, ApiProblem? Problem)
{
    /// <summary>Reads a line: an article, or <c>{"delete":"id"}</c>.</summary>
    public static BulkLine Read(NdjsonLine line)
    {
        if (line.IsTooLong)
        {
            return new(line.Number, null, null, new(ProblemType.TooLarge, new(
                $"The line is longer than {ArticleJson.MaxBytes} bytes (5 MiB).", $"Dòng dài hơn {ArticleJson.MaxBytes} byte (5 MiB).")));
        }

        (string? id, string? delete) = Peek(line.Content.Span);
        if (delete is not null)
        {
            return ArticleId.IsValid(delete)
                ? new(line.Number, delete, new ArticleWrite.Delete(delete), null)
                : new(line.Number, null, null, ArticleAnswers.InvalidId(delete));
        }

        ArticleReading reading = ArticleJson.Read(line.Content);
        return reading.IsArticle
            ? new(line.Number, reading.Article.Id, new ArticleWrite.Put(reading.Article), null)
            : new(line.Number, id is not null && ArticleId.IsValid(id) ? id : null, null, ArticleAnswers.Invalid(reading.Problems));
    }

    /// <summary>Finds the id of an article, and the id to delete of an object that has no other member.</summary>
    private static (string? Id, string? Delete) Peek(ReadOnlySpan<byte> json)
    {
        string? id = null;
        string? delete = null;
        int members = 0;
        try
        {
            var reader = new Utf8JsonReader(json);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return default;
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                members++;
                bool isId = reader.ValueTextEquals("id"u8);
                bool isDelete = reader.ValueTextEquals("delete"u8);
                reader.Read();
                if (reader.TokenType == JsonTokenType.String && (isId || isDelete))
                {
                    (id, delete) = isId ? (reader.GetString(), delete) : (id, reader.GetString());
                }

                reader.Skip();
            }
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            return (id, null);   // the reader of articles says what is wrong
        }

        return (id, members == 1 ? delete : null);
    }
}
