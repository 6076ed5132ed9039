using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Search.Cli.Commands;
using Search.Engine.Indexing;
using Search.Ingest;

namespace Search.Cli.Indexing;

/// <summary>Sends articles to the bulk route of a running server.</summary>
internal sealed class ServerSink(HttpClient client) : IArticleSink
{
    private const string Route = "api/articles";

    public async Task<IReadOnlyList<WriteOutcome>> WriteAsync(IReadOnlyList<IngestedInput.Accepted> batch, CancellationToken cancellation)
    {
        using var lines = new MemoryStream();
        foreach (IngestedInput.Accepted input in batch)
        {
            lines.Write(OneLine.Of(WithId(input)).Span);
            lines.WriteByte((byte)'\n');
        }

        using var content = new ByteArrayContent(lines.GetBuffer(), 0, (int)lines.Length);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/x-ndjson");
        using HttpResponseMessage response = await client.PostAsync(new Uri(Route, UriKind.Relative), content, cancellation);
        byte[] answer = await response.Content.ReadAsByteArrayAsync(cancellation);
        if (!response.IsSuccessStatusCode)
        {
            throw new HttpRequestException($"The server answered {(int)response.StatusCode}: {ServerProblem.Describe(answer)}");
        }

        return Read(answer, batch.Count);
    }

    public ValueTask DisposeAsync()
    {
        client.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>The server derives no ids: an article that got one while it was read carries it along.</summary>
    private static ReadOnlyMemory<byte> WithId(IngestedInput.Accepted input)
    {
        using (JsonDocument json = JsonDocument.Parse(input.Article.Json))
        {
            if (json.RootElement.TryGetProperty("id", out _))
            {
                return input.Article.Json;
            }
        }

        JsonObject article = JsonNode.Parse(input.Article.Json.Span)!.AsObject();   // reading it gave an article
        article.Insert(0, "id", input.Article.Id);
        return JsonSerializer.SerializeToUtf8Bytes(article, Answers.AnswerJson.Options);
    }

    private static List<WriteOutcome> Read(byte[] answer, int expected)
    {
        var outcomes = new List<WriteOutcome>();
        using var reader = new StreamReader(new MemoryStream(answer));
        while (reader.ReadLine() is { } line)
        {
            JsonNode result = JsonNode.Parse(line) ?? throw new InvalidDataException("The server answered an empty line.");
            outcomes.Add((string?)result["status"] switch
            {
                "created" => new(WriteStatus.Created),
                "updated" => new(WriteStatus.Updated),
                "unchanged" => new(WriteStatus.Unchanged),
                _ => new(default, (string?)result["error"]?["detail"] ?? (string?)result["error"]?["title"] ?? "The server gave no reason."),
            });
        }

        return outcomes.Count == expected
            ? outcomes
            : throw new InvalidDataException($"The server answered {outcomes.Count} lines for {expected} articles; run the command again, what is there already will be skipped.");
    }
}
