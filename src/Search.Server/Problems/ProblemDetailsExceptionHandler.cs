using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;
using Search.Answers;
using Search.Engine.Indexing;
using Search.Engine.Querying;
using Search.Engine.Searching;
using Search.Server.Limits;
using Search.Server.Searching;
using Search.Server.Status;

namespace Search.Server.Problems;

/// <summary>The one place where an exception becomes an answer.</summary>
internal sealed partial class ProblemDetailsExceptionHandler(ILogger<ProblemDetailsExceptionHandler> logger) : IExceptionHandler
{
    /// <inheritdoc/>
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is OperationCanceledException && httpContext.RequestAborted.IsCancellationRequested)
        {
            return true;   // nobody is there to answer
        }

        ApiProblem problem = Problem(exception);
        if (problem.Type == ProblemType.Internal || exception is IndexDamagedException or IndexStorageException)
        {
            LogFailure(exception, httpContext.Request.Method, httpContext.Request.Path);
        }

        await StatusAnswers.AnswerAsync(httpContext, problem);
        return true;
    }

    /// <summary>What an exception tells the caller. Messages of exceptions that are not meant for callers stay in the log.</summary>
    public static ApiProblem Problem(Exception exception) => exception switch
    {
        IndexNotReadyException notReady => new(ProblemType.IndexNotReady, notReady.Detail),
        IndexReadOnlyException => new(ProblemType.ReadOnly, ProblemType.ReadOnly.Meaning),
        IndexDamagedException damaged => new(ProblemType.IndexDamaged, Wording.EnglishOnly(damaged.Message)),
        IndexStorageException { Fault: StorageFault.DiskFull } => new(ProblemType.DiskFull, ProblemType.DiskFull.Meaning),
        IndexStorageException => new(ProblemType.StorageFailed, ProblemType.StorageFailed.Meaning),
        QueryException wrong => ApiProblem.Of(wrong.Error),
        CursorException cursor => Problem(cursor.Fault),
        OverloadException busy => new(busy.Refusal, busy.Refusal.Meaning),
        QueryTimeoutException => new(ProblemType.QueryTimeout, ProblemType.QueryTimeout.Meaning),
        JsonException malformed => new(ProblemType.MalformedRequest, Place(malformed)),
        BadHttpRequestException bad => new(ProblemType.OfStatus(bad.StatusCode), Wording.EnglishOnly(bad.Message)),
        _ => new(ProblemType.Internal, ProblemType.Internal.Meaning),
    };

    private static ApiProblem Problem(CursorFault fault)
    {
        if (fault == CursorFault.Expired)
        {
            return new(ProblemType.CursorExpired, ProblemType.CursorExpired.Meaning);
        }

        Wording message = fault == CursorFault.OfAnotherRequest
            ? new("The cursor belongs to a request with another query, filter or order; send it with the parameters of the page before.",
                "Cursor thuộc về yêu cầu có câu tìm, bộ lọc hoặc thứ tự khác; hãy gửi cùng các tham số của trang trước.")
            : new("The cursor is none of this service's; expected the next of an earlier answer.", "Cursor không phải của dịch vụ này; cần giá trị next của câu trả lời trước.");
        return ApiProblem.Of(ProblemType.InvalidParameters, new Dictionary<string, IReadOnlyList<Wording>> { [SearchParameters.Cursor.Name] = [message] });
    }

    private static Wording Place(JsonException malformed)
    {
        long line = (malformed.LineNumber ?? 0) + 1;
        long column = (malformed.BytePositionInLine ?? 0) + 1;
        return new($"The JSON is malformed at line {line}, byte {column}.", $"JSON viết sai ở dòng {line}, byte {column}.");
    }

    [LoggerMessage(LogLevel.Error, "{Method} {Path} failed.")]
    private partial void LogFailure(Exception failure, string method, PathString path);
}
