using Microsoft.AspNetCore.Diagnostics;
using Search.Answers;
using Search.Server.Pages;

namespace Search.Server.Problems;

/// <summary>Answers with a problem in the form that fits the address: an object under <c>/api</c>, a page elsewhere.</summary>
internal static class StatusAnswers
{
    /// <summary>Answers a request that ended with a status and no body, such as one to an unknown route.</summary>
    public static Task AnswerBareStatusAsync(StatusCodeContext context)
    {
        HttpContext http = context.HttpContext;
        ProblemType type = ProblemType.OfStatus(http.Response.StatusCode);
        return AnswerAsync(http, new ApiProblem(type, Detail(http, type)));
    }

    /// <summary>Answers with a problem.</summary>
    public static Task AnswerAsync(HttpContext http, ApiProblem problem) =>
        http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
            ? problem.ExecuteAsync(http)
            : PageAnswers.Message(problem).ExecuteAsync(http);

    private static Wording Detail(HttpContext http, ProblemType type)
    {
        string method = http.Request.Method;
        string path = Shorten(http.Request.Path.Value ?? "");
        if (type == ProblemType.NotFound)
        {
            return new($"The API has no route {path}; /openapi/v1.json lists them all.", $"API không có đường dẫn {path}; xem danh sách tại /openapi/v1.json.");
        }

        if (type == ProblemType.MethodNotAllowed)
        {
            string allowed = http.Response.Headers.Allow.ToString();
            return new($"The route {path} does not take {method}; it takes {allowed}.", $"Đường dẫn {path} không nhận {method}; chỉ nhận {allowed}.");
        }

        return type.Meaning;
    }

    /// <summary>Enough of a path to recognize it.</summary>
    private static string Shorten(string path) => path.Length > 100 ? path[..100] + "…" : path;
}
