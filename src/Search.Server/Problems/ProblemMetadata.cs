namespace Search.Server.Problems;

/// <summary>The problems that a route may answer with, for the OpenAPI document.</summary>
internal sealed record DocumentedProblems(IReadOnlyList<ProblemType> Types);

/// <summary>Marks routes with their problems.</summary>
internal static class ProblemMetadata
{
    /// <summary>Documents problems besides those of all routes.</summary>
    public static TBuilder Problems<TBuilder>(this TBuilder route, params ProblemType[] types)
        where TBuilder : IEndpointConventionBuilder => route.WithMetadata(new DocumentedProblems(types));
}
