using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using Search.Engine.Exporting;

namespace Search.Answers;

/// <summary>How exported articles are written.</summary>
public enum ExportFormat
{
    /// <summary>One JSON object a line: the article as it was given, ready to be indexed again.</summary>
    Ndjson,

    /// <summary>A table for spreadsheets.</summary>
    Csv,
}

/// <summary>Writes exported articles as they are read: the memory needed does not grow with their number.</summary>
public static class ArticleFile
{
    /// <summary>Bytes that are gathered before they are sent.</summary>
    private const int Portion = 64 * 1024;

    /// <summary>Writes all articles of an export.</summary>
    /// <param name="export">The articles.</param>
    /// <param name="format">How they are written.</param>
    /// <param name="isResumed">Whether it goes on with an earlier file, which has the head of the table already.</param>
    /// <param name="output">Where to; not completed.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task WriteAsync(ArticleExport export, ExportFormat format, bool isResumed, PipeWriter output, CancellationToken cancellation)
    {
        if (format == ExportFormat.Csv && !isResumed)
        {
            Encode("\uFEFF" + ArticleCsv.Head, output);
        }

        foreach (ExportedArticle exported in export.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            if (format == ExportFormat.Csv)
            {
                Encode(ArticleCsv.Row(exported), output);
            }
            else
            {
                WriteLine(exported, output);
            }

            if (output.UnflushedBytes >= Portion && (await output.FlushAsync(cancellation)).IsCompleted)
            {
                return;   // nobody reads any more
            }
        }

        await output.FlushAsync(cancellation);
    }

    /// <summary>The JSON of an article on one line, with its id, and with its lines of context as the last member.</summary>
    private static void WriteLine(ExportedArticle exported, PipeWriter output)
    {
        ReadOnlySpan<byte> json = exported.Article.Json.Span;
        int start = json.IndexOf((byte)'{') + 1;
        int end = json.LastIndexOf((byte)'}');
        output.Write("{"u8);
        if (!HasId(json))   // an article may leave it to its address
        {
            Encode($"\"id\":\"{exported.Article.Id}\",", output);   // ids need no escaping
        }

        Span<byte> line = output.GetSpan(end - start)[..(end - start)];
        json[start..end].CopyTo(line);
        line.Replace((byte)'\n', (byte)' ');   // in JSON, line ends stand between its parts only
        line.Replace((byte)'\r', (byte)' ');
        output.Advance(line.Length);
        if (exported.Context.Count > 0)
        {
            output.Write(",\"context_lines\":"u8);
            output.Write(JsonSerializer.SerializeToUtf8Bytes(exported.Context.Select(WellFormed), AnswerJson.Options));
        }

        output.Write("}\n"u8);
    }

    private static ContextLine WellFormed(ContextLine line) => line with
    {
        Before = WellFormedText.Of(line.Before),
        Match = WellFormedText.Of(line.Match),
        After = WellFormedText.Of(line.After),
    };

    private static bool HasId(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == 1)
            {
                if (reader.ValueTextEquals("id"u8))
                {
                    return true;
                }

                reader.Skip();
            }
        }

        return false;
    }

    private static void Encode(string text, PipeWriter output) => Encoding.UTF8.GetBytes(text, output);
}
