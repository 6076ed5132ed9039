using System.Text.Json;
using Search.Answers;
using Search.Engine.Querying;
using Search.Server.Languages;
using Search.Server.Searching;

namespace Search.Server.Problems;

/// <summary>One occurrence of a problem, as an answer of the API in the caller's language.</summary>
/// <param name="type">Its kind.</param>
/// <param name="detail">One sentence or two: what was found, what was expected.</param>
/// <param name="errors">By parameter or field, what is wrong with it.</param>
internal sealed class ApiProblem(
    ProblemType type, Wording detail, IReadOnlyDictionary<string, IReadOnlyList<Wording>>? errors = null) : IResult
{
    /// <summary>What a 429 or 503 tells clients to wait, in seconds.</summary>
    private const string RetryAfterSeconds = "2";

    /// <summary>Its kind.</summary>
    public ProblemType Type => type;

    /// <summary>What was found, what was expected.</summary>
    public Wording Detail => detail;

    /// <summary>What is wrong with a query, if that is the problem.</summary>
    private QueryError? Query { get; init; }

    /// <summary>The problem of a query in the analysts' language that is wrong.</summary>
    public static ApiProblem Of(QueryError query)
    {
        Wording message = QueryErrorWording.Of(query);
        return new(ProblemType.InvalidQuery, message, new Dictionary<string, IReadOnlyList<Wording>> { [SearchParameters.Query.Name] = [message] }) { Query = query };
    }

    /// <summary>The problem of wrong parameters or fields; its detail is the first of the errors.</summary>
    public static ApiProblem Of(ProblemType type, IReadOnlyDictionary<string, IReadOnlyList<Wording>> errors)
    {
        List<Wording> all = [.. errors.Values.SelectMany(static messages => messages)];
        Wording first = all[0];
        return new(
            type,
            all.Count == 1 ? first : new(
                $"{first.English} There are {all.Count} errors in all.", $"{first.Vietnamese} Có tất cả {all.Count} lỗi."),
            errors);
    }

    /// <summary>The problem object.</summary>
    public ProblemResponse In(Language language) => new(
        type.Address, type.Title.In(language), type.Status, detail.In(language),
        errors?.ToDictionary(
            static entry => entry.Key, IReadOnlyList<string> (entry) => [.. entry.Value.Select(message => message.In(language))], StringComparer.Ordinal))
    {
        Kind = Query is null ? null : JsonNamingPolicy.SnakeCaseLower.ConvertName(Query.Kind.ToString()),
        Start = Query?.Start,
        Length = Query?.Length,
        Found = Query is null ? null : WellFormedText.Of(Query.Found),
        Expected = Query is null ? null : [.. QueryErrorWording.Expected(Query).Select(each => each.In(language))],
    };

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        Language language = RequestLanguage.Of(httpContext.Request);
        HttpResponse response = httpContext.Response;
        response.StatusCode = type.Status;
        response.Headers.ContentLanguage = language == Language.Vietnamese ? "vi" : "en";
        if (type.Status is StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable)
        {
            response.Headers.RetryAfter = response.Headers.RetryAfter is { Count: > 0 } known ? known : RetryAfterSeconds;
        }

        return response.WriteAsJsonAsync(In(language), options: null, "application/problem+json", httpContext.RequestAborted);
    }
}
