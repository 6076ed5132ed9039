using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Search.Server.Problems;

namespace Search.Server.Parameters;

/// <summary>Routes that take the same parameters in the address of a GET and as the JSON object of a POST.</summary>
internal static class ParameterRoutes
{
    /// <summary>Bytes of a request in JSON, at most; the address has a similar limit of its own.</summary>
    private const int LongestBody = 128 * 1024;

    /// <summary>Adds both routes.</summary>
    /// <param name="routes">Where.</param>
    /// <param name="path">Their path.</param>
    /// <param name="name">The name of the GET; the POST is called <c>…ByJson</c>.</param>
    /// <param name="parameters">What they take.</param>
    /// <param name="answer">Answers a request whose names are known; problems with values are with the reader.</param>
    public static RouteGroupBuilder MapByAddressOrJson(
        this IEndpointRouteBuilder routes, string path, string name, IReadOnlyList<ApiParameter> parameters, Func<ParameterReader, HttpContext, Task<IResult>> answer)
    {
        RouteGroupBuilder both = routes.MapGroup(path);
        both.MapGet("", (Delegate)((HttpContext http) => AnswerAsync(ParameterValues.FromQuery(http.Request.Query), parameters, answer, http)))
            .WithName(name).WithMetadata(new QueryParameters(parameters));
        both.MapPost("", (Delegate)((HttpContext http) => AnswerJsonAsync(parameters, answer, http)))
            .WithName(name + "ByJson").TakesJson(parameters);
        return both;
    }

    /// <summary>Answers a request whose parameters are the members of a JSON object.</summary>
    public static async Task<IResult> AnswerJsonAsync(
        IReadOnlyList<ApiParameter> parameters, Func<ParameterReader, HttpContext, Task<IResult>> answer, HttpContext http)
    {
        if (!MediaTypes.IsJson(http.Request))
        {
            return new ApiProblem(ProblemType.UnsupportedMediaType, ProblemType.UnsupportedMediaType.Meaning);
        }

        using JsonDocument json = await JsonDocument.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted);
        return await AnswerAsync(ParameterValues.FromJson(json.RootElement, parameters), parameters, answer, http);
    }

    /// <summary>Describes a route that takes parameters as a JSON object.</summary>
    public static RouteHandlerBuilder TakesJson(this RouteHandlerBuilder route, IReadOnlyList<ApiParameter> parameters) => route
        .WithMetadata(new BodyParameters(parameters), new RequestSizeLimitAttribute(LongestBody))
        .Problems(ProblemType.MalformedRequest, ProblemType.TooLarge, ProblemType.UnsupportedMediaType);

    /// <summary>Says what a route answers with.</summary>
    public static TBuilder Answers<TBuilder>(this TBuilder route, Type? type, string mediaType = MediaTypes.Json)
        where TBuilder : IEndpointConventionBuilder => route.WithMetadata(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, type, [mediaType]));

    private static async Task<IResult> AnswerAsync(
        ParameterValues values, IReadOnlyList<ApiParameter> parameters, Func<ParameterReader, HttpContext, Task<IResult>> answer, HttpContext http)
    {
        var reader = new ParameterReader(values);
        reader.RefuseUnknown(parameters);
        return await answer(reader, http);
    }
}
