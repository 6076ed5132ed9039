using System.Security.Cryptography;
using Scalar.AspNetCore;

namespace Search.Server.Description;

/// <summary><c>/docs</c>: a page to read the description of the API and to try it.</summary>
internal static class DocsPage
{
    /// <summary>Adds the page. It loads nothing from elsewhere.</summary>
    public static void MapDocs(this IEndpointRouteBuilder routes) => routes.MapScalarApiReference("/docs", static (options, http) =>
    {
        string nonce = RandomNumberGenerator.GetHexString(32, lowercase: true);
        http.Response.Headers.ContentSecurityPolicy =   // it writes its styles into the page
            $"default-src 'none'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; "
            + "base-uri 'self'; frame-ancestors 'none'";
        options.WithTitle("API tìm bài viết").WithNonce(nonce).WithFavicon("../icon.svg").DisableDefaultFonts().DisableAgent().DisableMcp().DisableTelemetry().HideClientButton().HideDeveloperTools();
    });
}
