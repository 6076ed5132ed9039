using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Mvc;
using Search.Answers;
using Search.Articles;
using Search.Engine.Indexing;
using Search.Engine.Searching;
using Search.Server.Access;
using Search.Server.Description;
using Search.Server.Limits;
using Search.Server.Parameters;
using Search.Server.Problems;
using Search.Server.Searching;
using Search.Server.Status;

namespace Search.Server.Articles;

/// <summary><c>/api/articles/{id}</c>.</summary>
internal static class ArticleEndpoints
{
    /// <summary>Adds the routes.</summary>
    public static void MapArticles(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder articles = routes.MapGroup("/articles").WithTags("Articles").RequireReadyIndex();
        articles.MapPost("/delete", (Delegate)DeleteMatchingEndpoint.PostAsync).WithName("deleteMatchingArticles").RequireScope(Scope.Write)
            .TakesJson(DeleteMatchingEndpoint.Parameters).Produces<DeleteMatchingResponse>().Problems([ProblemType.InvalidQuery, .. ProblemType.OfWrites]);
        articles.MapGet("/{id}", GetAsync).WithName("getArticle").RequireScope(Scope.Search).TagWithGeneration()
            .Produces<ArticleBody>().Problems(ProblemType.ArticleNotFound, ProblemType.IndexDamaged);
        articles.MapGet("/{id}/similar", SimilarEndpoint.GetAsync).WithName("similarArticles").RequireScope(Scope.Search)
            .WithMetadata(new QueryParameters(SimilarEndpoint.Parameters)).Produces<SimilarResponse>().Problems(ProblemType.ArticleNotFound, ProblemType.Overloaded, ProblemType.QueryTimeout);
        articles.MapPut("/{id}", PutAsync).WithName("putArticle").RequireScope(Scope.Write).Accepts<ArticleBody>(MediaTypes.Json)
            .WithMetadata(new RequestExample(ArticleBody.Example))
            .Produces<ArticleWriteResponse>().Produces<ArticleWriteResponse>(StatusCodes.Status201Created)
            .Problems([ProblemType.InvalidArticle, ProblemType.TooLarge, ProblemType.UnsupportedMediaType, .. ProblemType.OfWrites]);
        articles.MapDelete("/{id}", DeleteAsync).WithName("deleteArticle").RequireScope(Scope.Write)
            .Produces<ArticleWriteResponse>().Problems([ProblemType.ArticleNotFound, .. ProblemType.OfWrites]);
        articles.MapPost("", BulkEndpoint.WriteAsync).WithName("writeArticles").RequireScope(Scope.Write)
            .Accepts<ArticleBody>(MediaTypes.Ndjson).WithMetadata(new RequestExample(ArticleBody.Example), new DisableRequestSizeLimitAttribute())
            .Produces<BulkLineResponse>(StatusCodes.Status200OK, MediaTypes.Ndjson).Problems(ProblemType.ReadOnly, ProblemType.UnsupportedMediaType);
    }

    /// <summary>The article as it was given, byte for byte.</summary>
    /// <param name="id">The id of the article: 1 to 200 characters of `A-Z a-z 0-9 . _ ~ : -`.</param>
    /// <param name="engine">The index.</param>
    /// <param name="cancellation">Ends when the caller goes.</param>
    public static async Task<IResult> GetAsync(string id, SearchEngine engine, CancellationToken cancellation)
    {
        if (!ArticleId.IsValid(id))
        {
            return ArticleAnswers.InvalidId(id);
        }

        return await engine.FindAsync(id, cancellation) is { } article
            ? TypedResults.Bytes(article.Json, "application/json; charset=utf-8")
            : ArticleAnswers.NotFound(id);
    }

    /// <summary>Stores an article, replacing any earlier one with its id.</summary>
    /// <remarks>Answered when it is durable on disk and found by the next search. Fields that are not described here are kept and returned, not searched.</remarks>
    /// <param name="id">The id of the article: 1 to 200 characters of `A-Z a-z 0-9 . _ ~ : -`.</param>
    /// <param name="engine">The index.</param>
    /// <param name="limits">How much may wait to be written.</param>
    /// <param name="http">The article.</param>
    public static async Task<IResult> PutAsync(string id, HttpContext http, SearchEngine engine, WorkLimits limits)
    {
        if (!ArticleId.IsValid(id))
        {
            return ArticleAnswers.InvalidId(id);
        }

        if (!MediaTypes.IsJson(http.Request))
        {
            return new ApiProblem(ProblemType.UnsupportedMediaType, ProblemType.UnsupportedMediaType.Meaning);
        }

        if (await ReadBodyAsync(http.Request.BodyReader, http.RequestAborted) is not { } json)
        {
            return new ApiProblem(ProblemType.TooLarge, new(
                $"The article has more than {ArticleJson.MaxBytes} bytes (5 MiB).", $"Bài viết có hơn {ArticleJson.MaxBytes} byte (5 MiB)."));
        }

        ArticleReading reading = ArticleJson.Read(json, id);
        if (!reading.IsArticle)
        {
            return ArticleAnswers.Invalid(reading.Problems);
        }

        using IDisposable room = await limits.EnterWriteAsync(json.Length, http.RequestAborted);
        WriteStatus status = await engine.PutAsync(reading.Article, http.RequestAborted);
        var answer = new ArticleWriteResponse(id, ArticleAnswers.Word(status));
        return status == WriteStatus.Created ? TypedResults.Created($"{http.Request.PathBase}/api/articles/{id}", answer) : TypedResults.Ok(answer);
    }

    /// <summary>Removes an article.</summary>
    /// <remarks>Answered when that is durable on disk and seen by the next search.</remarks>
    /// <param name="id">The id of the article: 1 to 200 characters of `A-Z a-z 0-9 . _ ~ : -`.</param>
    /// <param name="engine">The index.</param>
    /// <param name="limits">How much may wait to be written.</param>
    /// <param name="cancellation">Ends when the caller goes.</param>
    public static async Task<IResult> DeleteAsync(string id, SearchEngine engine, WorkLimits limits, CancellationToken cancellation)
    {
        if (!ArticleId.IsValid(id))
        {
            return ArticleAnswers.InvalidId(id);
        }

        using IDisposable room = await limits.EnterWriteAsync(bytes: 0, cancellation);
        return await engine.DeleteAsync(id, cancellation) == WriteStatus.Deleted
            ? TypedResults.Ok(new ArticleWriteResponse(id, ArticleAnswers.Word(WriteStatus.Deleted)))
            : ArticleAnswers.NotFound(id);
    }

    /// <returns><see langword="null"/> if the body is longer than an article may be.</returns>
    private static async Task<byte[]?> ReadBodyAsync(PipeReader body, CancellationToken cancellation)
    {
        while (true)
        {
            ReadResult read = await body.ReadAsync(cancellation);
            if (read.Buffer.Length > ArticleJson.MaxBytes || read.IsCompleted)
            {
                byte[]? bytes = read.Buffer.Length > ArticleJson.MaxBytes ? null : read.Buffer.ToArray();
                body.AdvanceTo(read.Buffer.End);
                return bytes;
            }

            body.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }
}
