namespace Search.Server.Access;

/// <summary>What a key allows. None includes another.</summary>
internal enum Scope
{
    /// <summary>Reading, where the archive is closed: no key needs it while none has it.</summary>
    Search,

    /// <summary>Writing and deleting articles.</summary>
    Write,

    /// <summary>Operation.</summary>
    Admin,
}

/// <summary>The scope that a route needs.</summary>
internal sealed record RequiredScope(Scope Scope);

/// <summary>Marks routes with the scope that they need.</summary>
internal static class RequiredScopes
{
    /// <summary>Lets only callers in who have the scope; <see cref="ScopeGuard"/> decides.</summary>
    public static TBuilder RequireScope<TBuilder>(this TBuilder route, Scope scope)
        where TBuilder : IEndpointConventionBuilder => route.WithMetadata(new RequiredScope(scope));

    /// <summary>The name in the configuration.</summary>
    public static string Name(this Scope scope) => scope switch
    {
        Scope.Search => "search",
        Scope.Write => "write",
        _ => "admin",
    };
}
