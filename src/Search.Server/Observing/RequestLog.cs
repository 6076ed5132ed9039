using System.Diagnostics;

namespace Search.Server.Observing;

/// <summary>Middleware that gives each request an id, and writes one line about it when it has been answered.</summary>
/// <remarks>The line has no address, no key and no query: what was asked stands in the <see cref="QueryLog"/>, without who asked. The id is that of the trace, so that a
/// caller which sends <c>traceparent</c> finds its own.</remarks>
internal sealed partial class RequestLog(RequestDelegate next, ILogger<RequestLog> logger)
{
    /// <summary>The header of the id.</summary>
    public const string IdHeader = "X-Request-Id";

    /// <summary>Passes the request on.</summary>
    public async Task InvokeAsync(HttpContext http)
    {
        long started = Stopwatch.GetTimestamp();
        string id = (Activity.Current?.TraceId ?? ActivityTraceId.CreateRandom()).ToString();
        http.Response.OnStarting(() =>
        {
            http.Response.Headers[IdHeader] = id;
            return Task.CompletedTask;
        });
        try
        {
            await next(http);
        }
        finally
        {
            LogLevel level = IsProbe(http.Request.Path) ? LogLevel.Debug : LogLevel.Information;
            bool isAbandoned = http.RequestAborted.IsCancellationRequested && !http.Response.HasStarted;
            int status = isAbandoned ? StatusCodes.Status499ClientClosedRequest : http.Response.StatusCode;
            double milliseconds = Math.Round(Stopwatch.GetElapsedTime(started).TotalMilliseconds, 1);
            LogRequest(level, http.Request.Method, http.Request.Path, status, milliseconds, id);
        }
    }

    /// <summary>Whether a supervisor asks, every few seconds.</summary>
    private static bool IsProbe(PathString path) => path.StartsWithSegments("/health") || path.StartsWithSegments("/metrics");

    [LoggerMessage(EventId = 1, Message = "{Method} {Path} {Status} in {Milliseconds} ms, request {RequestId}")]
    private partial void LogRequest(LogLevel level, string method, PathString path, int status, double milliseconds, string requestId);
}
