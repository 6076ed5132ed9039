namespace Search.Server.Pages;

/// <summary><c>/widget</c>: the search box for other sites, in three looks.</summary>
internal static class WidgetDemoEndpoint
{
    /// <summary>Adds the route.</summary>
    public static void MapWidgetDemo(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/widget", static () => PageAnswers.Page<WidgetDemo>([])).ExcludeFromDescription();
}
