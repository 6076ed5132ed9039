using System.Globalization;
using Microsoft.AspNetCore.Http.Features;
using Search.Answers;
using Search.Server.Access;

namespace Search.Server.Pages.Admin;

/// <summary><c>/admin/sign-in</c> and <c>/admin/sign-out</c>.</summary>
internal static class SignInEndpoint
{
    private const string KeyField = "key";
    private const int LongestForm = 16 << 10;

    /// <summary>Adds the routes.</summary>
    public static void MapSignIn(this IEndpointRouteBuilder admin)
    {
        admin.MapGet("/sign-in", static (HttpContext http) => ToPage(http));   // whoever reloads the answer to a wrong key, or changes its language
        admin.MapPost("/sign-in", SignInAsync);
        admin.MapPost("/sign-out", SignOut);
    }

    /// <summary>The form.</summary>
    /// <param name="http">The request that it answers.</param>
    /// <param name="message">Why an attempt failed; <see langword="null"/> before the first.</param>
    /// <param name="status">The HTTP status.</param>
    public static IResult Form(HttpContext http, Wording? message, int status = StatusCodes.Status401Unauthorized)
    {
        if (status == StatusCodes.Status401Unauthorized)
        {
            http.Response.Headers.WWWAuthenticate = "Bearer";
        }

        return PageAnswers.Page<SignInPage>(new() { [nameof(SignInPage.Message)] = message }, status);
    }

    /// <summary>Where the other pages of operation lead: a redirection after a form, so that reloading sends it no second time.</summary>
    public static IResult ToPage(HttpContext http, string fragment = "")
    {
        http.Response.Headers.Location = http.Request.PathBase + SessionCookie.Path + fragment;
        return TypedResults.StatusCode(StatusCodes.Status303SeeOther);
    }

    private static async Task<IResult> SignInAsync(HttpContext http, AdminSessions sessions)
    {
        switch (sessions.Open(await ReadKeyAsync(http)))
        {
            case SignIn.Opened { Token: var token }:
                sessions.Close(SessionCookie.Of(http.Request));   // the one before
                SessionCookie.Set(http, token);
                return ToPage(http);

            case SignIn.TooMany { Wait: var wait }:
                int seconds = (int)Math.Ceiling(wait.TotalSeconds);
                http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
                return Form(
                    http, new($"Too many attempts have failed. Try again in {seconds} seconds.", $"Đã có quá nhiều lần nhập sai. Hãy thử lại sau {seconds} giây."),
                    StatusCodes.Status429TooManyRequests);

            case SignIn.Refused { IsKnown: true }:
                return Form(http, new("This key lacks the scope admin.", "Khóa này thiếu quyền admin."), StatusCodes.Status403Forbidden);

            default:
                return Form(http, new("This key is not known here.", "Không có khóa này trong cấu hình của dịch vụ."));
        }
    }

    private static IResult SignOut(HttpContext http, AdminSessions sessions)
    {
        sessions.Close(SessionCookie.Of(http.Request));
        SessionCookie.Remove(http);
        return ToPage(http);
    }

    /// <summary>What was typed; empty where the body is no form.</summary>
    private static async Task<string> ReadKeyAsync(HttpContext http)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } body)
        {
            body.MaxRequestBodySize = LongestForm;
        }

        try
        {
            return http.Request.HasFormContentType ? (await http.Request.ReadFormAsync(http.RequestAborted))[KeyField].ToString().Trim() : "";
        }
        catch (InvalidDataException)
        {
            return "";
        }
    }
}
