using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Search.Cli.Commands;
using Search.Engine.Indexing;
using Search.Ingest;

namespace Search.Cli.Indexing;

/// <summary>Sends articles to the bulk route of a running server.</summary>
internal sealed class ServerSink(HttpClient client) : IArticleSink
{
    private const string Route = "api/articles";

    /// <summary>How often a server that is busy or just starting is asked again.</summary>
    private const int MostTries = 30;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<WriteOutcome>> WriteAsync(IReadOnlyList<IngestedInput.Accepted> batch, CancellationToken cancellation)
    {
        using var lines = new MemoryStream();
        foreach (IngestedInput.Accepted input in batch)
        {
            lines.Write(ArticleLine.Of(input.Article).Span);
            lines.WriteByte((byte)'\n');
        }

        for (int tries = 1; ; tries++)
        {
            using var content = new ByteArrayContent(lines.GetBuffer(), 0, (int)lines.Length);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/x-ndjson");
            using HttpResponseMessage response = await client.PostAsync(new Uri(Route, UriKind.Relative), content, cancellation);
            byte[] answer = await response.Content.ReadAsByteArrayAsync(cancellation);
            if (response.IsSuccessStatusCode)
            {
                return Read(answer, batch.Count);
            }

            bool isBusy = response.StatusCode is HttpStatusCode.ServiceUnavailable or HttpStatusCode.TooManyRequests;
            if (!isBusy || tries == MostTries)
            {
                throw new HttpRequestException($"The server answered {(int)response.StatusCode}: {ServerProblem.Describe(answer)}");
            }

            await Task.Delay(response.Headers.RetryAfter?.Delta ?? Pause, cancellation);
        }
    }

    /// <inheritdoc/>
    public Task CompleteAsync() => Task.CompletedTask;   // the server answers what is durable

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        client.Dispose();
        return ValueTask.CompletedTask;
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
