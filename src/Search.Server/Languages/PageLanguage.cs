using Microsoft.AspNetCore.Http.HttpResults;
using Search.Answers;

namespace Search.Server.Languages;

/// <summary>The language of the pages: Vietnamese, unless the reader has chosen English.</summary>
internal static class PageLanguage
{
    private const string Cookie = "language";
    private const string English = "en";

    /// <summary>Adds the route that the link for the other language leads to.</summary>
    public static void MapLanguage(this IEndpointRouteBuilder routes) => routes.MapGet("/language", Choose).ExcludeFromDescription();

    /// <summary>What the reader has chosen.</summary>
    public static Language Of(HttpRequest request) => request.Cookies[Cookie] == English ? Language.English : Language.Vietnamese;

    /// <summary>Remembers the choice for a year, and leads back to a page of this service, never elsewhere.</summary>
    private static RedirectHttpResult Choose(HttpContext http, string? to, string? back)
    {
        http.Response.Cookies.Append(Cookie, to == English ? English : "vi", new()
        {
            MaxAge = TimeSpan.FromDays(365),
            SameSite = SameSiteMode.Lax,
            HttpOnly = true,
            IsEssential = true,
            Secure = http.Request.IsHttps,
            Path = http.Request.PathBase.HasValue ? http.Request.PathBase.Value : "/",
        });
        bool isOwn = Uri.TryCreate(back, UriKind.Relative, out _) && !back.Contains('\\', StringComparison.Ordinal) && !back.StartsWith('/');
        return TypedResults.Redirect($"{http.Request.PathBase}/{(isOwn ? back : "")}");
    }
}
