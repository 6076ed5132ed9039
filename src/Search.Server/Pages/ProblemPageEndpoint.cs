using Search.Server.Problems;

namespace Search.Server.Pages;

/// <summary><c>/problems</c> and <c>/problems/{name}</c>: what the <c>type</c> of a problem object leads to.</summary>
internal static class ProblemPageEndpoint
{
    /// <summary>Adds the routes.</summary>
    public static void MapProblemPages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/problems", () => Get(null)).ExcludeFromDescription();
        routes.MapGet("/problems/{name}", Get).ExcludeFromDescription();
    }

    /// <summary>One kind of problem, or all.</summary>
    public static IResult Get(string? name)
    {
        bool exists = name is null || ProblemType.All.Any(type => type.Name == name);
        return exists
            ? PageAnswers.Page<ProblemTable>(new() { [nameof(ProblemTable.Name)] = name })
            : PageAnswers.Message(new ApiProblem(ProblemType.NotFound, ProblemType.NotFound.Meaning));
    }
}
