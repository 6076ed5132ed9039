using Search.Server.Access;
using Search.Server.Problems;

namespace Search.Server.Pages.Admin;

/// <summary>Filter that lets in who has the scope <see cref="Scope.Admin"/>, as the API does, and besides who has signed in. Others get the form to sign in.</summary>
/// <remarks>Sessions are looked at here and nowhere else: a cookie, which browsers send by themselves, opens no route of the API.</remarks>
internal sealed class AdminGate(AdminSessions sessions) : IEndpointFilter
{
    /// <inheritdoc/>
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        HttpContext http = context.HttpContext;
        ApiProblem? refusal = sessions.Has(SessionCookie.Of(http.Request)) ? null : ScopeGuard.Refusal(http, Scope.Admin);
        return refusal switch
        {
            null => await next(context),
            _ when refusal.Type == ProblemType.KeyNeeded => SignInEndpoint.Form(http, message: null),
            _ => PageAnswers.Message(refusal),
        };
    }
}
