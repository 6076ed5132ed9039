namespace Search.Server.Access;

/// <summary>The cookie that holds the token of an <see cref="AdminSessions">admin's session</see>.</summary>
/// <remarks>Browsers send it to the page of operation only, and never when a page of another site leads there; <c>/api</c> does not look at it.</remarks>
internal static class SessionCookie
{
    /// <summary>Where the page of operation is.</summary>
    public const string Path = "/admin";

    private const string Name = "admin-session";

    /// <summary>The token that a request brings; empty for none.</summary>
    public static string Of(HttpRequest request) => request.Cookies[Name] ?? "";

    /// <summary>Gives a token to the browser.</summary>
    public static void Set(HttpContext http, string token) => http.Response.Cookies.Append(Name, token, Options(http, AdminSessions.Lifetime));

    /// <summary>Takes the token away from the browser.</summary>
    public static void Remove(HttpContext http) => http.Response.Cookies.Delete(Name, Options(http, lifetime: null));

    private static CookieOptions Options(HttpContext http, TimeSpan? lifetime) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = http.Request.IsHttps,
        IsEssential = true,
        MaxAge = lifetime,
        Path = http.Request.PathBase + Path,
    };
}
