using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Search.Articles;
using Search.Engine.Searching;
using Search.Server.Languages;
using Search.Server.Limits;
using Search.Server.Parameters;
using Search.Server.Problems;

namespace Search.Server.Articles;

/// <summary><c>POST /api/articles</c>: any number of articles and deletions, one a line.</summary>
internal static class BulkEndpoint
{
    /// <summary>Bytes of answers kept for a caller that sends all before it reads; then it must read. About a million lines.</summary>
    private const int AnswerBacklog = 64 * 1024 * 1024;

    /// <summary>How long lines wait for more of them when the caller sends slowly.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    /// <summary>Writes and deletes any number of articles, one a line.</summary>
    /// <remarks>A line is an article or `{"delete":"id"}`, of at most 5 MiB; their number is not limited. Good lines land even if others are bad.
    /// The answer has a line for each, in order, sent when the line is durable on disk. Blank lines are counted and not answered.
    /// Read the answer while sending: about a million answers are kept for a caller that does not.</remarks>
    public static async Task<IResult> WriteAsync(HttpContext http, SearchEngine engine, WorkLimits limits, IOptions<JsonOptions> json, ILogger<BulkBatch> logger, IHostApplicationLifetime lifetime)
    {
        if (!MediaTypes.IsNdjson(http.Request))
        {
            return new ApiProblem(ProblemType.UnsupportedMediaType, ProblemType.UnsupportedMediaType.Meaning);
        }

        http.Response.ContentType = MediaTypes.Ndjson + "; charset=utf-8";
        var answers = new Pipe(new PipeOptions(pauseWriterThreshold: AnswerBacklog, resumeWriterThreshold: AnswerBacklog / 2));
        Task sending = answers.Reader.CopyToAsync(http.Response.BodyWriter, http.RequestAborted);
        try
        {
            var batch = new BulkBatch(engine, limits, RequestLanguage.Of(http.Request), logger);
            await WriteLinesAsync(http, batch, answers.Writer, json.Value.SerializerOptions, lifetime.ApplicationStopping);
        }
        finally
        {
            await answers.Writer.CompleteAsync();
            await sending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);   // what was answered is sent, also before a failure
        }

        return Results.Empty;
    }

    /// <param name="http">The request.</param>
    /// <param name="batch">Takes the lines.</param>
    /// <param name="answers">Takes their answers.</param>
    /// <param name="json">How these are written.</param>
    /// <param name="stopping">Ends it when the service does: what was taken is answered, and the caller sends the rest again.</param>
    private static async Task WriteLinesAsync(HttpContext http, BulkBatch batch, PipeWriter answers, JsonSerializerOptions json, CancellationToken stopping)
    {
        CancellationToken aborted = http.RequestAborted;
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(aborted, stopping);
        var reader = new NdjsonReader(http.Request.BodyReader, ArticleJson.MaxBytes);
        try
        {
            Task<NdjsonLine?> next = reader.ReadAsync(ending.Token);
            while (true)
            {
                bool isLate = !next.IsCompleted && !batch.IsEmpty && await Task.WhenAny(next, Task.Delay(Patience, aborted)) != next;
                if (isLate || batch.IsFull)
                {
                    await AnswerAsync(batch, answers, json, aborted);
                }

                if (await next is not { } line)
                {
                    break;
                }

                batch.Add(line);
                next = reader.ReadAsync(ending.Token);
            }
        }
        catch (OperationCanceledException) when (!aborted.IsCancellationRequested)
        {
            // The service is being stopped.
        }

        await AnswerAsync(batch, answers, json, aborted);
    }

    private static async Task AnswerAsync(BulkBatch batch, PipeWriter answers, JsonSerializerOptions json, CancellationToken aborted)
    {
        foreach (BulkLineResponse answer in await batch.WriteAsync())
        {
            answers.Write(JsonSerializer.SerializeToUtf8Bytes(answer, json));
            answers.Write("\n"u8);
        }

        await answers.FlushAsync(aborted);
    }
}
